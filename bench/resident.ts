/** First load of a resident's page from a door's code, in the real browser: CPU slowed four times, slow 4G, empty cache. Medians of five. */
import { fork } from 'node:child_process'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { launch, phone } from '../e2e/support/browser.ts'
import { buildPages } from './support/build-pages.ts'
import { installation, median } from './support/installation.ts'

const LOADS = 5
/** Slow 4G as browsers' own tools mean it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 }

type Load = { readonly lcp: number; readonly js: number }

/** Runs the benchmark: `ours` is the JavaScript of the first load in kB gzip, `lcp_s` the largest contentful paint. */
export async function run(): Promise<object> {
  await buildPages()
  const { connection, settings, end } = await installation()
  const env = {
    ...process.env, TZ: 'Asia/Shanghai', LINLI_DB: JSON.stringify(connection),
    DATA_DIR: settings.dataDir, LINLI_MODE: 'demo', HOST: '127.0.0.1', PORT: '0',
  }
  const server = fork(path.resolve(import.meta.dirname, '../src/app/server.ts'), [], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  // the server's own word
  const { url } = await new Promise<{ url: string }>((resolve) => { server.once('message', (message) => resolve(message as { url: string })) })
  const { door } = await (await fetch(`${url}/api/v1/demo/tour`)).json() as { door: string } // the route's reply
  const browser = await launch()
  const loads: Load[] = []
  for (let n = 0; n < LOADS; n++) loads.push(await load(browser, `${url}/d/${door}`))
  await browser.close()
  server.kill()
  await end()
  const js = median(loads.map((one) => one.js))
  return {
    ours: Number(js.toFixed(1)), reference: 100, ratio: Number((js / 100).toFixed(3)), unit: 'kB gzip',
    goal: 100, lcp_s: Number(median(loads.map((one) => one.lcp)).toFixed(2)), lcp_goal_s: 1.8, loads: LOADS,
  }
}

async function load(browser: Awaited<ReturnType<typeof launch>>, address: string): Promise<Load> {
  const context = await browser.newContext({ ...phone, locale: 'zh-CN' })
  const page = await context.newPage()
  const scripts: Promise<number>[] = []
  page.on('response', (reply) => { if (reply.request().resourceType() === 'script') scripts.push(reply.body().then((body) =>
    gzipSync(body, { level: 9 }).length)) })
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', SLOW_4G)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(address)
  await page.getByRole('textbox').first().waitFor()
  await page.waitForTimeout(1500)
  const lcp = await page.evaluate(() => new Promise<number>((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({ type: 'largest-contentful-paint', buffered: true })
  }))
  const js = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0) / 1000
  await context.close()
  return { lcp: lcp / 1000, js }
}
