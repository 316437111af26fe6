/** The law kept, as people meet it: the register for anybody, an assessment before anything sensitive, care one home at a time, the branch's own list. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, choose, fit, onPhone, somebody } from '../support/people.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

/** The demo's agreements are written after its roster: until then there are none. */
async function arranged(page: Page): Promise<void> {
  await expect.poll(async () => {
    await page.reload()
    return page.getByRole('button', { name: '打开', exact: true }).first().waitFor({ timeout: 3000 }).then(() => true, () => false)
  }, { timeout: 120_000 }).toBe(true)
}

test('[journey m47] anybody reads what is kept of people, why, by what right, how long and who sees it', async () => {
  const anybody = await somebody(browser)
  const { page } = anybody
  await page.goto('/privacy')
  await page.getByRole('heading', { level: 1, name: '记了您什么，为了什么' }).waitFor()
  await page.getByText('身份证号', { exact: true }).click()
  await page.getByText('搬走后6个月').first().waitFor()
  await page.getByRole('heading', { name: '从来不收' }).waitFor()
  await fit(anybody)
  await page.getByRole('button', { name: 'EN' }).click()
  await page.getByRole('heading', { level: 1, name: 'What is kept of you, and why' }).waitFor()
})

test('[journey m47] care is opened one home at a time for a purpose, closes, is counted, and stands on no paper', { timeout: 180_000 }, async () => {
  const captain = await onPhone(browser, '白玉芬')
  const { page } = captain
  await page.goto('/field/care')
  await arranged(page)
  await fit(captain)
  expect(await page.getByText(/\d室/).count()).toBe(0)
  await page.getByRole('button', { name: '打开', exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await choose(dialog, '按约定去敲门、看望')
  await dialog.getByRole('button', { name: '打开这一户' }).click()
  await page.getByText(/梧桐苑3号楼\d+室/).waitFor()
  await page.getByRole('timer').waitFor()
  await fit(captain)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByText(/\d室/).first().isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('button', { name: '看完了' }).click()
  await page.getByText(/今天打开过1户/).waitFor()
  expect(await page.getByText(/\d室/).count()).toBe(0)
})

const long = '做这件事才打开看，凭本人签字，撤回就删，不进名单。'
test('[journey m47] what is sensitive waits for an assessment and a consent, and goes when the consent goes', { timeout: 180_000 }, async () => {
  const worker = await atDesk(browser, '邹丽君')
  const { page } = worker
  await page.goto('/console/roster/law')
  await page.getByText('听雨桥社区还没有影响评估').waitFor()
  await fit(worker)
  await page.getByRole('button', { name: '写一份评估' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('残疾情况', { exact: true }).click()
  for (const part of ['做什么用', '为什么非记不可', '对本人有什么影响', '怎么防']) await dialog.getByLabel(new RegExp(`^${part}`)).fill(long)
  await dialog.getByRole('button', { name: '记下评估' }).click()
  await page.getByText('现在可以凭同意记：残疾情况').waitFor()

  await page.goto('/console/roster')
  await page.keyboard.press('/')
  await page.getByRole('combobox').fill('和顺家园2号楼')
  await page.getByRole('combobox').fill('闵')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '同意与约定' }).click()
  await page.getByRole('button', { name: '约定关照' }).first().waitFor()
  await fit(worker)
  await page.getByRole('heading', { level: 2, name: /户主/ }).first().waitFor()
  const row = page.locator('.lw-kind').filter({ hasText: '残疾情况' }).first()
  await row.getByRole('button', { name: '记同意' }).click()
  await dialog.getByRole('button', { name: '记下' }).click()
  await row.getByRole('button', { name: '记内容' }).click()
  await dialog.getByLabel(/写一句/).fill('听力，要写字沟通')
  await dialog.getByRole('button', { name: '记下' }).click()
  await row.getByRole('button', { name: '已隐去' }).waitFor()
  expect(await page.getByText('要写字沟通').count()).toBe(0)
  await row.getByRole('button', { name: '撤回' }).click()
  await dialog.getByRole('button', { name: '撤回并删除' }).click()
  await page.getByText('撤回了，删了1项').waitFor()
  await row.getByText('没有同意').waitFor()
  expect(await row.getByRole('button', { name: '已隐去' }).count()).toBe(0)
})

test('[journey m47] the branch keeps its own list, which the community does not find', { timeout: 120_000 }, async () => {
  const branch = await atDesk(browser, '石国栋')
  const { page } = branch
  await page.goto('/console/branch')
  await page.getByText('名册还是空的').waitFor()
  await page.getByRole('button', { name: '记一名党员' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill('纺机新村1号楼1单元101室')
  await dialog.getByRole('option', { name: /室/ }).first().click()
  await dialog.getByLabel('姓名').fill('栽名温小禾')
  await dialog.getByText('本人签了同意书').click()
  await dialog.getByRole('button', { name: '记进名册' }).click()
  await page.getByText('组织关系在这里的1人').waitFor()
  await fit(branch)
  const worker = await atDesk(browser, '邹丽君')
  await worker.page.goto('/console/branch')
  await worker.page.getByText('没有取到').waitFor()
  expect(await worker.page.getByText('栽').count()).toBe(0)
})
