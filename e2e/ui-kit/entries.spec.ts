/** The three front ends as built: they run under a strict content policy, keep to their size, and remember language, size and theme. */
import { execFileSync } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { axeFaults, desk, launch, phone } from '../support/browser.ts'
import { become, fit, somebody } from '../support/people.ts'

const repository = resolve(import.meta.dirname, '../..')
const policy = ["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob:", "font-src 'self'", "connect-src 'self'",
  "manifest-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"].join('; ')
const types: Record<string, string> = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', webmanifest: 'application/manifest+json', png: 'image/png' }
let browser: Browser
let server: Server
let address = ''
let sizes = ''

/** The file of dist/ for an address: an asset, or the page of the front end that the address belongs to. */
function fileFor(path: string): string {
  if ((path.startsWith('/assets/') || /^\/field[-.]/.test(path)) && !path.includes('..')) return path
  return path.startsWith('/console') ? 'console.html' : path.startsWith('/field') ? 'field.html' : 'resident.html'
}

beforeAll(async () => {
  sizes = execFileSync(process.execPath, [join(repository, 'tools/build.mjs'), '--sizes'], { encoding: 'utf8' })
  server = createServer((asked, answer) => {
    const file = fileFor(new URL(asked.url ?? '/', 'http://x').pathname)
    readFile(join(repository, 'dist', file)).then(
      (body) => { answer.setHeader('Content-Type', types[file.split('.').at(-1) ?? ''] ?? 'text/plain');
        answer.setHeader('Content-Security-Policy', policy); answer.end(body) },
      () => { answer.statusCode = 404; answer.end() })
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  const at = server.address()
  address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
  browser = await launch()
})

afterAll(async () => { await browser?.close(); server?.close() })

async function open(path: string, options: BrowserContextOptions = phone): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await browser.newContext(options)).newPage()
  const complaints: string[] = []
  page.on('console', (line) => { if (line.type() === 'error' && !line.text().includes('favicon')) complaints.push(line.text()) })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(address + path)
  return { page, complaints }
}

for (const path of ['/no-such-page', '/field/no-such-page']) {
  test(`[look] ${path} runs under the strict policy and says that there is no such page`, async () => {
    const { page, complaints } = await open(path)
    await page.getByText('没有找到这一页').waitFor()
    expect(complaints).toEqual([])
    expect(await axeFaults(page)).toEqual([])
    await page.context().close()
  })
}

test('[look] /console/no-such-page says so to those who are signed in, and asks others who they are', async () => {
  const walker = await somebody(browser, desk)
  await walker.page.goto('/console/no-such-page')
  await walker.page.getByText('请先说您是谁').waitFor()
  await become(walker, '林素梅')
  await walker.page.goto('/console/no-such-page')
  await walker.page.getByText('没有找到这一页').waitFor()
  await fit(walker)
  await walker.context.close()
})

test('[look] language and size stay chosen, and show before the page is drawn', async () => {
  const { page } = await open('/no-such-page')
  await page.getByRole('button', { name: 'EN' }).click()
  await page.getByText('This page was not found').waitFor()
  await page.getByRole('button', { name: 'Large' }).click()
  await page.reload()
  await page.getByText('This page was not found').waitFor()
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.size])).toEqual(['en', 'large'])
  const target = await page.getByRole('button', { name: 'Standard' }).boundingBox()
  expect(target?.height).toBeGreaterThanOrEqual(60)
  await page.context().close()
})

test('[look] the theme follows the system while nobody chose one', async () => {
  const { page } = await open('/no-such-page', { ...phone, colorScheme: 'dark' })
  await page.getByText('没有找到这一页').waitFor()
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  expect(await ground()).toBe('rgb(22, 21, 18)')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(ground).toBe('rgb(245, 242, 234)')
  await page.context().close()
})

test('[look] each first load keeps to its size', () => {
  expect(sizes).toMatch(/resident .*\nfield .*\nconsole /)
  expect(sizes).not.toContain('OVER')
})
