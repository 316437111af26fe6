/** Every shared part in the real browser: pictures in light, dark and large, axe, keyboard, no sideways scrolling at 320 px. */
import { createServer, type Server } from 'node:http'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { build } from 'vite'
import { axeFaults, desk, launch, phone, scrollsSideways, shoot, withFonts } from '../support/browser.ts'

const repository = resolve(import.meta.dirname, '../..')
const types: Record<string, string> = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css' }
let browser: Browser
let server: Server
let address = ''

beforeAll(async () => {
  await build({ configFile: join(repository, 'vite.config.ts'), mode: 'gallery', logLevel: 'error' })
  server = createServer((asked, answer) => {
    const path = new URL(asked.url ?? '/', 'http://x').pathname
    readFile(join(repository, 'node_modules/.cache/gallery', path.includes('..') ? 'none' : path)).then(
      (body) => { answer.setHeader('Content-Type', types[path.split('.').at(-1) ?? ''] ?? 'text/plain'); answer.end(body) },
      () => { answer.statusCode = 404; answer.end() })
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  const at = server.address()
  address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/gallery.html`
  browser = await launch()
})

afterAll(async () => { await browser?.close(); server?.close() })

async function open(query: string, options: BrowserContextOptions): Promise<Page> {
  const page = await withFonts(await (await browser.newContext({ ...options, locale: 'zh-CN' })).newPage())
  await page.goto(`${address}?${query}`)
  await page.locator('#root > *').first().waitFor()
  return page
}

const looks: readonly [string, string, BrowserContextOptions, boolean][] = [
  ['parts', 'page=parts', desk, true], ['parts-dark', 'page=parts&theme=dark', desk, true], ['parts-en', 'page=parts&lang=en', desk, true],
    ['parts-large', 'page=parts&size=large', phone, true],
  ['frame-resident', 'page=resident', phone, false], ['frame-resident-dark', 'page=resident&theme=dark', phone, false],
    ['frame-resident-large', 'page=resident&size=large', phone, false],
  ['frame-field', 'page=field', phone, false], ['frame-console', 'page=console', desk, false],
    ['frame-console-dark', 'page=console&theme=dark', desk, false],
  ['frame-console-1024', 'page=console', { viewport: { width: 1024, height: 768 } }, false],
]

for (const [name, query, options, whole] of looks) {
  test(`[look] ${name}: drawn, and axe finds nothing serious`, async () => {
    const page = await open(query, options)
    if (query.startsWith('page=parts')) await page.addStyleTag({ content: '.gallery-focus { outline: 2px solid var(--focus); outline-offset: 2px }' })
    await shoot(page, name, { whole })
    expect(await axeFaults(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    await page.context().close()
  })
}

test('[look] nothing scrolls sideways at 320 px, in either size', async () => {
  for (const query of ['page=parts', 'page=parts&size=large', 'page=resident', 'page=resident&size=large', 'page=resident&lang=en', 'page=field',
    'page=field&size=large']) {
    const page = await open(query, { viewport: { width: 320, height: 640 }, isMobile: true })
    expect([query, await scrollsSideways(page)]).toEqual([query, false])
    await page.context().close()
  }
})

test('[look] a window opens and closes by keyboard and gives the focus back', async () => {
  const page = await open('page=parts', desk)
  const opener = page.getByRole('button', { name: '打开窗口' })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '退回网格' })
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.getByRole('tab', { name: '轮到我 5' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.getByRole('tab', { name: '我在跟 18' }).getAttribute('aria-selected')).toBe('true')
  await page.context().close()
})

test('[look] a hidden name is shown for a purpose and hidden again', async () => {
  const page = await open('page=parts', desk)
  await page.getByRole('button', { name: '姓赵，名字已隐去' }).click()
  await page.getByText('约上门时间').click()
  await page.getByRole('button', { name: '看全名' }).click()
  await page.getByText('赵小满').waitFor()
  await page.getByText(/\d+秒后隐去/).waitFor()
  await page.context().close()
})

test('[look] photos: what fits is taken, what does not is said, and each can be removed', async () => {
  const page = await open('page=parts', desk)
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const input = page.locator('input[type=file]')
  await input.setInputFiles([{ name: 'a.png', mimeType: 'image/png', buffer: png }, { name: '名单.xlsx', mimeType: 'application/zip', buffer: png }])
  await page.getByText('名单.xlsx不是照片，没有加上。').waitFor()
  await page.getByAltText('第1张照片').waitFor()
  const big = join(repository, 'node_modules/.cache/gallery/big.png') // from the disk: handed over in words it takes a busy machine half a minute
  await writeFile(big, Buffer.alloc(15 * 1024 * 1024 + 1))
  await input.setInputFiles(big)
  await page.getByText('big.png超过15MB，没有加上。').waitFor()
  await input.setInputFiles(Array.from({ length: 10 }, (_, i) => ({ name: `${i}.png`, mimeType: 'image/png', buffer: png })))
  await page.getByText('最多9张，多的没有加上。').waitFor()
  await expect.poll(() => page.locator('.lk-picked').count()).toBe(9)
  await page.getByRole('button', { name: '拿掉第9张' }).click()
  await expect.poll(() => page.locator('.lk-picked').count()).toBe(8)
  await page.context().close()
})

test('[look] ? lists the keys, and letters rest while somebody types', async () => {
  const page = await open('page=console', desk)
  await page.keyboard.press('/')
  await page.keyboard.type('?b')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: '全部快捷键' }).waitFor()
  await page.context().close()
})
