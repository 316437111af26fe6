/** A quarrel of neighbours: from a matter to two codes, an untied mediator, a session, an agreement signed by both, and a duty kept. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { openMatter } from '../support/office.ts'
import { atDesk, choose, fit, onPhone, somebody, type Walker } from '../support/people.ts'
import { moveClock, productUrl } from '../support/product.ts'
import { residentReports } from '../support/resident.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

const SHANGHAI = 8 * 3_600_000
/** The product's time, so many minutes on, as day and time of the wall. */
async function wall(minutes: number): Promise<{ readonly day: string; readonly time: string }> {
  const { headers } = await fetch(`${await productUrl()}/healthz`)
  const text = new Date(Number(headers.get('linli-now')) + minutes * 60_000 + SHANGHAI).toISOString()
  return { day: text.slice(0, 10), time: text.slice(11, 16) }
}
const press = (page: Page, name: string | RegExp) => page.locator('article').getByRole('button', { name }).first().click()
async function send(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

async function place(page: Page, label: string | RegExp, scope: ReturnType<Page['locator']>, typed: string): Promise<void> {
  await scope.getByRole('combobox', { name: label }).fill(typed)
  await page.getByRole('option').first().click()
}

/** The community opens a dispute from a matter; answers its address and the two codes as they stand on the slips. */
async function opened(worker: Walker, matter: string): Promise<{ readonly href: string; readonly codes: readonly string[] }> {
  const { page } = worker
  await openMatter(worker, matter)
  await page.getByRole('link', { name: '问双方愿不愿意调解' }).click()
  await expect.poll(() => page.getByRole('radio', { name: '漏水' }).isChecked()).toBe(true)
  await page.getByLabel('为了什么').fill('楼上卫生间漏水，泡坏吊顶，谁修谈不拢')
  const [a, b] = [page.getByRole('region', { name: '甲方' }), page.getByRole('region', { name: '乙方' })]
  await a.getByLabel('姓名').fill('舒国华')
  await place(page, '住哪栋', a, '梧桐苑3号楼')
  await b.getByLabel('姓名').fill('汪丽萍')
  await place(page, '住哪栋', b, '梧桐苑3号楼')
  await fit(worker)
  await page.getByRole('button', { name: '开这件纠纷' }).click()
  await page.getByRole('heading', { name: /^开好了/ }).waitFor()
  const codes = await page.locator('.dc-sheet__code b').allTextContents()
  const href = await page.getByRole('link', { name: '看这件' }).getAttribute('href')
  await fit(worker)
  return { href: href ?? '', codes }
}

/** A side opens its page: by the address of its slip, or by typing the code. */
async function side(code: string, typed: boolean): Promise<Walker> {
  const walker = await somebody(browser)
  const { page } = walker
  // A slow line: what was asked before the code was taken is answered after it.
  const taken = page.waitForResponse('**/api/v1/mediation/open')
  await page.route('**/api/v1/mediation', async (route) => {
    const early = await route.fetch()
    if (!typed) await taken
    await route.fulfill({ response: early }).catch(() => undefined) // the page may have let go of it
  }, { times: 1 })
  await page.goto(typed ? '/mediation' : `/mediation#${code.replace(/ /g, '')}`)
  if (typed) {
    await page.getByLabel('12位码').fill(code)
    await page.getByRole('button', { name: '打开' }).click()
  }
  await page.getByText('您愿意调解吗？').waitFor()
  expect(page.url()).not.toContain(code.slice(0, 4))
  await fit(walker)
  return walker
}

test('[journey m53] from a matter to a signed agreement and a duty that was kept', { timeout: 240_000 }, async () => {
  const chair = await atDesk(browser, '蒋正平')
  // the demo tells its disputes and ties only where there is no dispute yet: this one comes after them
  await expect.poll(async () => ((await (await chair.page.request.get('/api/v1/disputes?tab=open')).json()) as { items: unknown[] }).items.length, { timeout: 150_000 }).toBeGreaterThan(0)
  const { reported } = await residentReports(browser, { words: '楼上卫生间漏水，漏到我家吊顶上', kind: '相邻漏水' })
  const worker = await atDesk(browser, '何晓玲')
  const { href, codes: [first = '', second = ''] } = await opened(worker, reported.id)
  const [one, two] = [await side(first, false), await side(second, true)]
  for (const { page } of [one, two]) await page.getByRole('button', { name: '愿意，请调解员' }).click()
  await two.page.getByText('双方都愿意了').waitFor()

  const { page } = chair
  await expect.poll(async () => { // the demo tells where its mediators live and to whom they are tied a while after it began
    await page.goto(href)
    await press(page, '定调解员')
    return page.getByText('和一方住同一栋楼').waitFor({ timeout: 4000 }).then(() => true, () => false) // 厉行远 lives in building 3 and can't be chosen
  }, { timeout: 150_000 }).toBe(true)
  expect(await page.getByRole('radio', { name: /厉行远/ }).isDisabled()).toBe(true)
  await choose(page.getByRole('dialog'), /蒋正平/)
  await send(page, '请这位调解')
  await press(page, '约时间')
  const { day, time } = await wall(3)
  await page.getByRole('dialog').getByLabel('日期').fill(day)
  await page.getByRole('dialog').getByLabel('几点').fill(time)
  await send(page, '约好')
  await one.page.reload()
  await one.page.getByText(/^约好了/).waitFor()
  await moveClock(5)

  const phone = await onPhone(browser, '蒋正平')
  await phone.page.goto('/field/mediation')
  await fit(phone)
  await phone.page.locator('.lk-row', { hasText: '漏水' }).getByRole('button', { name: '谈完了，记下来' }).last().click()
  await phone.page.getByLabel('谈了什么').fill('一起上楼看了，是地漏。乙方愿意修。')
  await phone.page.getByRole('dialog').getByRole('button', { name: '记好' }).click()
  await phone.page.getByRole('dialog').waitFor({ state: 'hidden' })
  await phone.page.goto(href.replace('/console/', '/field/')) // where a notice leads on the phone: what comes next, and no paper
  await phone.page.locator('article').getByRole('button', { name: '写协议' }).waitFor()
  await fit(phone)
  expect(await phone.page.locator('main a[href^="/console"]').count()).toBe(0)

  await page.reload()
  await press(page, '写协议')
  await page.getByLabel('事实和争议').fill('602室地漏漏水，泡坏502室吊顶。')
  await choose(page.getByRole('region', { name: '第1条' }), '乙方')
  await page.getByLabel('做什么').fill('修好地漏，闭水试验48小时')
  await page.getByLabel('最晚哪天').fill((await wall(60 * 24 * 5)).day)
  await send(page, '写好，请双方看')
  await fit(chair)
  for (const walker of [one, two]) {
    await walker.page.reload()
    await walker.page.getByText('修好地漏').waitFor()
    await fit(walker)
    expect(await walker.page.content()).not.toContain('一起上楼看了')
    await walker.page.getByRole('button', { name: '我同意，签' }).click()
    await walker.page.getByText('您签了').first().waitFor()
  }

  await page.goto(`${href}/papers`)
  await page.getByRole('heading', { name: '人民调解协议书' }).waitFor()
  expect(await page.content()).not.toContain('舒国华')
  await page.getByRole('button', { name: '写上全名再打印' }).click()
  await page.getByText('舒国华').first().waitFor()
  await page.goto(href)
  await press(page, '看做到没有')
  await choose(page.getByRole('dialog'), '做到了')
  await send(page, '记下')
  await page.getByText('都做到了', { exact: true }).first().waitFor()
  await one.page.reload()
  await choose(one.page, '公道')
  await choose(one.page, '愿意')
  await one.page.getByRole('button', { name: '交上' }).click()
  await one.page.getByText('收到了，谢谢。').waitFor()

  await worker.page.goto(href)
  await worker.page.getByText('都做到了', { exact: true }).first().waitFor()
  expect(await worker.page.content()).not.toContain('修好地漏')
  const captain = await atDesk(browser, '白玉芬')
  expect((await captain.context.request.get(`${await productUrl()}/api/v1/disputes/${href.split('/').at(-1)}`)).status()).toBe(404)
})
