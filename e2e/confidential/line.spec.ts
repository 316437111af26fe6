/** Somebody reports a person in power without a name, and is answered; nobody else has a page that says so. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launch, phone } from '../support/browser.ts'
import { atDesk, fit, somebody } from '../support/people.ts'
import { moveClock, tour } from '../support/product.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** From the foot of the report page to the letter. Answers the code. */
async function report(page: Page, group: string, post: RegExp, words: string): Promise<string> {
  await page.goto(`/d/${(await tour()).door}`)
  await page.getByRole('link', { name: /反映掌权者的问题/ }).click()
  await page.getByText('12388', { exact: true }).waitFor()
  await press(page, '接着写信')
  await page.locator('summary').filter({ hasText: group }).click()
  await page.getByText(post).first().click()
  await press(page, '下一步：写信')
  await page.getByRole('textbox').fill(words)
  await press(page, '寄出，不留名')
  await page.getByRole('heading', { name: '寄出了' }).waitFor()
  return (await page.locator('.cf-code').innerText()).replace(/\s/g, '')
}

async function openByCode(page: Page, code: string): Promise<void> {
  await page.goto('/confidential')
  await press(page, '我有取信码')
  await page.getByRole('textbox').fill(code.toLowerCase())
  await press(page, '打开')
}

/** From the desk's first page to a letter nobody has looked at: letters come with the full hour, whenever the worker gets to it. */
async function openLetter(page: Page, name: RegExp): Promise<void> {
  const letter = page.getByRole('button', { name }).first()
  await expect.poll(async () => {
    await page.goto('/console')
    await page.getByRole('link', { name: /反映掌权者/ }).click()
    return letter.waitFor({ timeout: 3000 }).then(() => true, () => false)
  }, { timeout: 60_000 }).toBe(true)
  await letter.click()
}

test('[C1] [C4] [C8] the ways of the law first; a letter, a code, an answer, a word about retaliation, all without a name', async () => {
  const resident = await somebody(browser)
  const { page } = resident
  await page.goto('/confidential')
  await page.getByText('12388', { exact: true }).waitFor()
  expect(await page.locator('a[href^="tel:"]').count()).toBe(0) // nobody calls 110 out of a demo
  await fit(resident)
  const code = await report(page, '物业', /项目经理/, '每月要交300元协调费，不交就停电梯卡，另外两户也听见了')
  await fit(resident)
  expect(new URL(page.url()).search + (await page.context().cookies()).map(({ value }) => value).join()).not.toContain(code)
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(code)
  await moveClock(61)
  const office = await atDesk(browser, '康如海')
  await openLetter(office.page, /项目经理.*还没有人看/)
  await fit(office)
  await press(office.page, '接下')
  await office.page.getByLabel('写回信').fill('停了哪几户的电梯卡？')
  await press(office.page, '寄给写信的人')
  await office.page.locator('.cf-letter').filter({ hasText: '停了哪几户的电梯卡' }).waitFor()
  await fit(office)
  expect(office.page.url()).toMatch(/\/console\/confidential$/)
  await openByCode(page, code)
  await page.getByText('停了哪几户的电梯卡？').waitFor()
  await fit(resident)
  await press(page, '有人为难我')
  await page.getByText('眼下有危险，先打').waitFor()
  await page.getByText('工作上：停活').click()
  await page.getByText('12333').waitFor()
  await fit(resident)
  await page.getByRole('textbox').fill('物业说下个月不续我的车位')
  await press(page, '寄出，不留名')
  await page.getByText('被为难：工作上').waitFor()
  await Promise.all([resident, office].map(({ context }) => context.close()))
})

test('[C3] [C9] a report on an official is handed over and its words are gone; [C2] on the director it is not taken', async () => {
  const resident = await somebody(browser, { ...phone, viewport: { width: 320, height: 640 } })
  const { page } = resident
  const code = await report(page, '社区', /党委书记兼居委会主任/, '低保名额给了自己的亲戚，公示栏上没有贴')
  await fit(resident)
  await moveClock(61)
  const office = await atDesk(browser, '康如海')
  await openLetter(office.page, /党委书记兼居委会主任.*还没有人看/)
  await press(office.page, '接下')
  expect(await office.page.getByRole('button', { name: '办结，写答复' }).count()).toBe(0)
  await press(office.page, '移交')
  await office.page.getByLabel('告诉写信的人').fill('已移交区纪委监委，您也可以直接打12388。')
  await press(office.page, '移交，销毁这里的信')
  await office.page.getByText('内容已经销毁').first().waitFor()
  await fit(office)
  await openByCode(page, code)
  await page.getByRole('heading', { name: '移交了，这里了结' }).waitFor()
  expect(await page.getByText('低保名额').count()).toBe(0)
  await fit(resident)
  await page.goto('/confidential')
  await press(page, '接着写信')
  await page.getByLabel('哪个社区').selectOption({ index: 1 })
  await page.locator('summary').filter({ hasText: '街道' }).click()
  await page.locator('.cf-pick--off').filter({ hasText: '办事处主任' }).getByText('请打 12388').waitFor()
  await fit(resident)
  await Promise.all([resident, office].map(({ context }) => context.close()))
})

test('[C2] the person concerned, the street’s director and the community have neither page nor item', async () => {
  for (const name of ['孟凡', '庄静仪', '林素梅', '贺一川']) {
    const other = await atDesk(browser, name)
    await other.page.goto('/console')
    await other.page.locator('.lk-side__item').first().waitFor()
    expect([name, await other.page.getByText('反映掌权者').count()]).toEqual([name, 0])
    await other.page.goto('/console/confidential')
    await other.page.getByText(/没有找到|没有这一页/).first().waitFor()
    await other.context.close()
  }
})
