/** A real browser for journeys and pictures: carried by npm, needs nothing installed; Chinese fonts come from packages, never from a network. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

const require = createRequire(import.meta.url)
const packageFolder = (name: string) => dirname(require.resolve(`${name}/package.json`))
const repository = resolve(import.meta.dirname, '../..')

/** Phone and desk as the pictures of the screens are taken. */
export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } satisfies BrowserContextOptions
export const desk = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1.5 } satisfies BrowserContextOptions

/** Where the browser lies unpacked, unpacking it the first time (3 s), and the libraries that a bare machine lacks. */
async function unpacked(): Promise<{ executable: string; libraries: string }> {
  const from = join(repository, 'node_modules/@sparticuz/chromium')
  const version = String(JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')).version)
  const home = join(repository, `node_modules/.cache/chromium-${version}`)
  if (!existsSync(join(home, 'chromium'))) {
    // Unpacked beside and then renamed, so that two test files at once never see half a browser.
    const making = `${home}.${process.pid}`
    mkdirSync(making, { recursive: true })
    const before = process.env.TMPDIR
    process.env.TMPDIR = making
    try {
      const { default: chromium, inflate } = await import('@sparticuz/chromium')
      await chromium.executablePath()
      await inflate(join(from, 'bin/al2023.tar.br'))
    } finally {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
    }
    try { renameSync(making, home) } catch { rmSync(making, { recursive: true, force: true }) }
  }
  return { executable: join(home, 'chromium'), libraries: join(home, 'al2023/lib') }
}

/** Starts the browser. Close it when done: `await browser.close()`. */
export async function launch(): Promise<Browser> {
  const { executable, libraries } = await unpacked()
  const env = { ...process.env, LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') }
  const known = Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
  return playwright.launch({
    executablePath: executable, env: known, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--lang=zh-CN'],
  })
}

const faces: readonly { readonly name: string; readonly family: string; readonly weights: readonly number[] }[] = [
  { name: '@fontsource/noto-sans-sc', family: 'PingFang SC', weights: [400, 500, 700] },
  { name: '@fontsource/noto-serif-sc', family: 'Noto Serif SC', weights: [500, 700] },
]

/** The font-face rules of both Noto faces, their files at /__fonts/ of the page's own host, so that a strict content policy lets them in. */
function fontRules(): string {
  return faces.flatMap(({ name, family, weights }) => weights.map((weight) => readFileSync(join(packageFolder(name), `${weight}.css`), 'utf8')
    .replace(/font-family: '[^']+'/g, `font-family: '${family}'`)
    .replace(/src: url\(\.\/files\/([^)]+\.woff2)\)[^;]*;/g, `src: url(/__fonts/${name}/files/$1) format('woff2');`))).join('\n')
}

/** Gives a page Chinese fonts; call it before the first `goto`. Users of the product download none: their system has them. */
export async function withFonts(page: Page): Promise<Page> {
  await page.route('**/__fonts/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/__fonts/', '')
    const face = faces.find(({ name }) => path.startsWith(`${name}/files/`))
    if (!face || path.includes('..')) { await route.abort(); return }
    await route.fulfill({ body: await readFile(join(packageFolder(face.name), path.slice(face.name.length + 1))), contentType: 'font/woff2' })
  })
  await page.addInitScript((rules) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }, fontRules())
  return page
}

/** Waits until fonts are there and the last request was answered, then takes the picture into `folder` (.cache/screens). */
export async function shoot(page: Page, name: string, options: { whole?: boolean; folder?: string } = {}): Promise<string> {
  const folder = resolve(repository, options.folder ?? '.cache/screens')
  mkdirSync(folder, { recursive: true })
  await page.waitForLoadState('networkidle')
  await page.evaluate(async () => { await document.fonts.ready })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, fullPage: options.whole ?? false, animations: 'disabled', caret: 'hide' })
  return path
}

/** axe, small as its package brings it; what @axe-core/playwright puts into a page is more than twice as large, and its runner took twice as long. */
const axe = readFileSync(createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8')

/** Runs in the page: one line for each thing that is serious or critical. There are no frames in our pages. */
const look = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, help, nodes }) => id + ': ' + help + ' — ' + nodes.slice(0, 3).map((one) => one.target.join(' ') + ' ' + (one.failureSummary ?? '')).join(' | ')))`

/** What axe finds serious or critical on the page as it stands: one line each, with where. Empty is good. */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(`${axe};0`)
  return page.evaluate<string[]>(look)
}

/** Whether the page can be moved sideways, which it must not at 320 px. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
