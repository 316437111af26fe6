/** A standing body and a covenant: brought by phone and answered at the desk; amended by clause with a visible difference, taken into the next draft; signed and printed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, choose, fit, somebody } from '../support/people.ts'
import { read, tour } from '../support/product.ts'
import { speakAs } from '../support/speaker.ts'

type Named = { readonly id: string; readonly name: string }
let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

/** What the demo lays out, once it is there. */
async function laidOut<T extends { readonly name?: string; readonly title?: string }>(url: string, name: string): Promise<T> {
  let found: T | undefined
  await expect.poll(async () => { found = (await read<{ items: readonly T[] }>(url)).items.find((one) => (one.name ?? one.title) === name); return found !== undefined },
    { timeout: 150_000, interval: 1000 }).toBe(true)
  if (!found) throw new Error(`the demo has no ${name}`)
  return found
}

test('[DB2] [DB5] [DB8] a resident brings something to the council by phone; the desk seats a member and answers with a reason that everybody reads', { timeout: 240_000 }, async () => {
  const { compound } = await tour()
  const { id } = await laidOut<Named>(`/api/v1/public/councils?place=${compound}`, '梧桐里居民议事会')
  const resident = await somebody(browser)
  const { page } = resident
  await page.goto(`/bodies/in/${compound}`)
  await page.getByRole('heading', { name: '定下的事，该评没评的' }).waitFor()
  expect(await page.locator('main').innerText()).toMatch(/社区活动室暑假每天开到晚上九点[\s\S]*晚了\d+天/)
  await page.getByRole('link', { name: '公开栏' }).waitFor() // back to where residents come from
  expect(await page.getByRole('link', { name: '公开栏' }).getAttribute('href')).toBe(`/board/${compound}`)
  await fit(resident)
  await page.goto(`/bodies/${id}`)
  await page.getByText(/9席，坐了8位/).waitFor()
  await fit(resident)
  await page.getByRole('button', { name: '提一件事' }).click()
  await page.getByLabel('想让他们议什么').fill('快递柜挡着盲道，挪两米就行')
  await speakAs(page, '竹篮', '19900005281')
  await page.getByText('以竹篮发言').waitFor()
  await fit(resident)
  await page.getByRole('button', { name: '提上去' }).click()
  await page.getByRole('heading', { name: '提上去了' }).waitFor()

  const desk = await atDesk(browser, '林素梅')
  await desk.page.goto(`/console/bodies/${id}`)
  const brought = desk.page.locator('.bo-intakes li', { hasText: '快递柜挡着盲道' })
  await brought.waitFor()
  await fit(desk)
  await brought.getByRole('button', { name: '答复' }).click()
  await choose(desk.page, '不列入')
  await desk.page.getByLabel('为什么，提的人看得到').fill('柜子是物业的，今天就让润庭挪开')
  await fit(desk)
  await desk.page.getByRole('button', { name: '交上答复' }).click()
  await brought.getByText('今天就让润庭挪开').waitFor()
  await desk.page.getByRole('button', { name: '请一位成员' }).click()
  await desk.page.getByLabel('姓名').fill('温小禾')
  await desk.page.getByLabel('公开的称呼').fill('竹篮')
  await desk.page.getByRole('button', { name: '请进来' }).click()
  await desk.page.getByText(/9席，坐了9位/).waitFor()
  await desk.context.close()

  await page.goto(`/bodies/${id}`)
  await page.getByText('今天就让润庭挪开').waitFor()
  expect(await page.locator('.bo-members').innerText()).toMatch(/竹篮/)
  await resident.context.close()
})

test('[DC5] [DC6] [DC9] a clause is talked about and amended on the phone; what is taken makes a new draft while the posted one stays; the one in force is signed once', { timeout: 240_000 }, async () => {
  const { compound } = await tour()
  const { places } = await read<{ places: readonly (Named & { readonly kind: string })[] }>(`/api/v1/places?q=${encodeURIComponent('纺机新村')}`)
  const looms = places.find(({ kind }) => kind === 'compound')?.id ?? ''
  const { id } = await laidOut<Named>(`/api/v1/public/covenants?place=${looms}`, '纺机新村邻里公约')
  const resident = await somebody(browser)
  const { page } = resident
  await page.goto(`/covenants/${looms}`)
  await page.getByText('征求意见到').waitFor()
  const third = page.locator('#clause-c3')
  await third.getByRole('button', { name: '说两句' }).click()
  await third.getByText('还没有人说').or(third.getByLabel('您怎么看')).or(third.locator('textarea')).first().waitFor()
  await fit(resident)
  await third.getByRole('button', { name: '改这一条' }).click()
  await page.getByLabel('改成怎么说').fill('加装电梯轻关门，夜里十点以后不搬大件，搬家提前贴条子。')
  await page.getByLabel('为什么').fill('搬家总要用电梯，贴个条子大家有数')
  expect(await page.locator('.cv-preview ins').innerText()).toContain('搬家提前贴条子')
  await speakAs(page, '石榴树', '19900005282')
  await page.getByText('以石榴树发言').waitFor()
  await fit(resident)
  await page.getByRole('button', { name: '提上去' }).click()
  await page.getByRole('heading', { name: '提上去了' }).waitFor()

  const desk = await atDesk(browser, '顾长河')
  await desk.page.goto(`/console/covenants/${id}`)
  const amendment = desk.page.locator('.cv-amendments > li', { hasText: '搬家总要用电梯' })
  await amendment.waitFor()
  await desk.page.getByText('还不能表决').waitFor()
  await fit(desk)
  await amendment.getByRole('button', { name: '答复' }).click()
  await choose(desk.page, '采纳')
  await desk.page.getByLabel('为什么，提的人看得到').fill('贴条子不费事，写进下一稿')
  await desk.page.getByRole('button', { name: '交上答复' }).click()
  await desk.page.getByRole('heading', { name: '第2稿，正在写' }).waitFor()
  await desk.page.locator('.cv-added', { hasText: '搬家提前贴条子' }).first().waitFor()
  await desk.page.locator('.cv-versions summary').first().click()
  await desk.page.locator('.cv-sum', { hasText: '改了1条' }).waitFor() // the desk reads what changed as residents do
  await desk.page.locator('.cv-versions .cv-added', { hasText: '搬家提前贴条子' }).waitFor()
  await fit(desk)
  await desk.context.close()

  await page.goto(`/covenants/${compound}`)
  await page.getByText(/402人/).first().waitFor()
  await page.getByRole('button', { name: '我签一个' }).click()
  await page.getByRole('button', { name: '签上' }).click()
  await page.getByText('您签过了').waitFor()
  await fit(resident)
  await page.locator('.cv-versions summary').first().click()
  await page.locator('.cv-versions .cv-removed').first().waitFor()
  const poster = await page.request.get(await page.getByRole('link', { name: '打印海报' }).getAttribute('href') ?? '')
  expect([poster.status(), poster.headers()['content-type']]).toEqual([200, 'application/pdf'])
  await resident.context.close()
})
