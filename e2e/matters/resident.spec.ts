/** A resident says what is wrong at the door, without an account, and follows it: by receipt code, and by phone code. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch, scrollsSideways } from '../support/browser.ts'
import { fit, somebody } from '../support/people.ts'
import { tour } from '../support/product.ts'
import { fillReport, sendReport } from '../support/resident.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

test('[journey a] words, a suggested kind, a photo, no account: a number and a receipt, and the matter is followed later by its code', async () => {
  const walker = await somebody(browser)
  const { page } = walker
  await page.goto(`/d/${(await tour()).door}`)
  await page.getByText('扫门口的码自动填好').waitFor()
  await fit(walker)
  await fillReport(page, { words: '三楼到四楼的楼道堆满纸箱，老人下楼要侧着身子', photo: true })
  await page.getByRole('radio', { name: '楼道堆物' }).waitFor()
  expect(await page.getByRole('radio', { name: '楼道堆物' }).isChecked()).toBe(true)
  expect(await page.getByRole('group', { name: '看着像是' }).getByRole('radio').count()).toBe(3)
  await page.getByRole('button', { name: '交给楼栋长' }).waitFor()
  await fit(walker)
  const { receipt, number } = await sendReport(page)
  expect(receipt).toMatch(/^[0-9A-Z]{12}$/)
  await page.getByText(number).first().waitFor()
  await fit(walker)
  await page.getByRole('link', { name: '看进展' }).click()
  await page.getByText('楼栋长').first().waitFor()
  await fit(walker)

  const later = await somebody(browser)
  await later.page.goto('/m')
  await fit(later)
  await later.page.getByLabel('回执码').fill(receipt.toLowerCase())
  await later.page.getByRole('button', { name: '查', exact: true }).click()
  await later.page.getByText('三楼到四楼的楼道堆满纸箱').waitFor()
  expect(later.page.url()).not.toContain(receipt)
  expect(await later.page.getByRole('switch', { name: '上公开栏' }).isChecked()).toBe(true)
  await fit(later)
  await later.page.getByRole('button', { name: '查另一件' }).click()
  await later.page.getByLabel('回执码').waitFor()
  await fit(later)
  await later.page.getByRole('button', { name: '回到刚才那件' }).click()
  await later.page.getByText('三楼到四楼的楼道堆满纸箱').waitFor()
  await Promise.all([walker, later].map(({ context }) => context.close()))
})

test('[journey a] whoever left a phone confirms it by a code; the reporter may keep the matter off the board', async () => {
  const walker = await somebody(browser)
  const { page } = walker
  await page.goto(`/d/${(await tour()).door}`)
  await fillReport(page, { words: '楼门口的灯不亮了三天，晚上看不清台阶', offBoard: true, phone: '199 0000 4321', name: '温小禾' })
  await page.getByText('加密存着，别人只看到后四位').waitFor()
  const { receipt } = await sendReport(page)
  const later = await somebody(browser)
  await later.page.goto('/m')
  await later.page.getByLabel('回执码').fill(receipt)
  await later.page.getByRole('button', { name: '查', exact: true }).click()
  await later.page.getByLabel('报的时候留的手机号').fill('19900004321')
  await fit(later)
  await later.page.getByRole('button', { name: '发验证码' }).click()
  const shown = later.page.getByText(/演示：验证码是/)
  await shown.waitFor()
  await fit(later)
  await later.page.getByLabel('短信里的6位数').fill(/\d{6}/.exec(await shown.innerText())?.[0] ?? '')
  await later.page.getByRole('button', { name: '打开', exact: true }).click()
  await later.page.getByText('楼门口的灯不亮了三天').waitFor()
  expect(await later.page.getByRole('switch', { name: '上公开栏' }).isChecked()).toBe(false)
  await fit(later)
  await Promise.all([walker, later].map(({ context }) => context.close()))
})

test('[journey a] a wrong receipt code and a strange door say what to do', async () => {
  const walker = await somebody(browser)
  await walker.page.goto('/m')
  await walker.page.getByLabel('回执码').fill('ABCD EFGH JKMN')
  await walker.page.getByRole('button', { name: '查', exact: true }).click()
  await walker.page.getByLabel('报的时候留的手机号').waitFor() // the same answer as for one that exists
  await walker.page.goto('/d/00000000')
  await walker.page.getByText('这个码没有对上地方').waitFor()
  await fit(walker)
  await walker.context.close()
})

test('[journey a] the whole report can be made by keyboard alone', async () => {
  const walker = await somebody(browser)
  const { page } = walker
  await page.goto(`/d/${(await tour()).door}`)
  await page.getByLabel('说一声，哪里不对').waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
  const tabTo = async (what: () => Promise<boolean>) => {
    for (let presses = 0; presses < 40; presses++) { if (await what()) return; await page.keyboard.press('Tab') }
    throw new Error(`not reached by keyboard; at: ${await focused()}`)
  }
  await tabTo(() => page.evaluate(() => document.activeElement?.tagName === 'TEXTAREA'))
  await page.keyboard.type('门口的纸箱堆了一楼道，轮椅过不去')
  await page.getByRole('radio', { name: '楼道堆物' }).waitFor()
  await tabTo(() => page.evaluate(() => document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'radio'))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  expect(await page.getByRole('radio', { name: '楼道堆物' }).isChecked()).toBe(true)
  await tabTo(() => page.evaluate(() => document.activeElement?.tagName === 'BUTTON' && (document.activeElement.textContent ?? '').startsWith('交给')))
  const ring = await page.evaluate(() => document.activeElement ? getComputedStyle(document.activeElement).outlineStyle : 'none')
  expect(ring).not.toBe('none')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /^交上了/ }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^交上了/)
  await tabTo(() => page.evaluate(() => document.activeElement?.textContent === '看进展'))
  await page.keyboard.press('Enter')
  await page.getByText('门口的纸箱堆了一楼道').waitFor()
  await walker.context.close()
})

test('[look] pages of residents move nowhere sideways at 320 px, in the large size and in English too', async () => {
  const { door, compound } = await tour()
  for (const look of ['', '长辈版', 'EN']) {
    const { page, context } = await somebody(browser, { viewport: { width: 320, height: 640 }, isMobile: true })
    await page.goto('/m')
    if (look !== '') await page.getByRole('button', { name: look }).click()
    for (const path of ['/', `/d/${door}`, '/m', `/board/${compound}`, '/sign-in', '/report']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      expect([look, path, await scrollsSideways(page)]).toEqual([look, path, false])
    }
    await context.close()
  }
})
