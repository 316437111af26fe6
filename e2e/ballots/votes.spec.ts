/** Owners’ votes: a ballot opened by phone, cast, changed, with a receipt kept; and the live page of the team that never says how it stands. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { demoRegister } from '../../demo/register.ts'
import { launch } from '../support/browser.ts'
import { atDesk, choose, fit, onPhone, somebody } from '../support/people.ts'
import { productUrl, read, tour } from '../support/product.ts'
import { smallPhoto } from '../support/resident.ts'

type Card = { readonly id: string; readonly title: string; readonly state: string }
let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

/** The demo's vote that is open on its day, once it is laid out. */
async function openVote(): Promise<Card> {
  const { compound } = await tour()
  let found: Card | undefined
  await expect.poll(async () => {
    const { items } = await read<{ items: readonly Card[] }>(`/api/v1/public/votes?compound=${compound}`)
    found = items.find(({ state }) => state === 'open')
    return found?.title
  }, { timeout: 120_000, interval: 1000 }).toBeDefined()
  if (!found) throw new Error('the demo has no open vote')
  return found
}

/** A phone of the demo's register whose owner casts a ballot of one home, and has given none. */
async function ownerPhone(page: Page, title: string): Promise<void> {
  const register = demoRegister()
  const alone = register.owners.filter(({ chosen, phone, head }) => chosen && phone !== null && register.titles.some((one) => one.head === head &&
    one.label.startsWith('9-')))
  for (const { phone } of alone.slice(0, 12)) {
    await page.goto('/vote')
    await page.getByLabel('手机号').fill(phone ?? '')
    await page.getByRole('button', { name: '发验证码' }).click()
    const said = page.getByText(/验证码是\d{6}/)
    await said.waitFor()
    await page.getByLabel('六位验证码').fill(/(\d{6})/.exec(await said.innerText())?.[1] ?? '')
    await page.getByRole('button', { name: '看我的选票' }).click()
    const row = page.getByRole('button', { name: new RegExp(title) }).first()
    if (await row.waitFor({ timeout: 4000 }).then(() => true, () => false) && !(await row.innerText()).includes('您投过了')) return
    await page.context().clearCookies()
  }
  throw new Error('nobody of the register is left to vote')
}

test('[B31] [B32] an owner opens their ballot by phone, casts it, changes it and keeps the receipt', { timeout: 200_000 }, async () => {
  const { title } = await openVote()
  const owner = await somebody(browser)
  const { page } = owner
  await page.goto('/vote')
  await page.getByRole('heading', { name: '凭手机号看选票' }).waitFor()
  await fit(owner)
  await ownerPhone(page, title)
  await fit(owner)
  await page.getByRole('button', { name: new RegExp(title) }).first().click()
  await page.getByRole('heading', { name: title }).waitFor()
  expect(await page.getByRole('button', { name: '先选一个，再投' }).count()).toBe(1)
  await choose(page, '同意')
  await fit(owner)
  await page.getByRole('button', { name: '投出“同意”' }).click()
  await page.getByRole('heading', { name: '投出去了' }).waitFor()
  const receipt = (await page.locator('.bv-code').innerText()).replace(/\s/g, '')
  expect(receipt).toMatch(/^[0-9A-F]{64}$/)
  expect(await page.locator('main').innerText()).not.toMatch(/同意|反对/)
  await fit(owner)

  await page.getByRole('button', { name: '看别的票' }).click()
  const row = page.getByRole('button', { name: new RegExp(title) }).first()
  await row.getByText('您投过了').waitFor()
  await row.click()
  await choose(page, '反对')
  await page.getByRole('button', { name: '投出“反对”' }).click()
  await page.getByRole('heading', { name: '投出去了' }).waitFor()
  expect((await page.locator('.bv-code').innerText()).replace(/\s/g, '')).not.toBe(receipt)

  await page.goto('/vote')
  await page.getByRole('button', { name: '对这次表决提异议' }).first().click()
  await page.getByLabel('什么不对，说清楚').fill('9号楼门口没有贴公告')
  await page.getByRole('button', { name: '交给表决工作组' }).click()
  await page.getByText(/最晚.*答复/).waitFor()
  await fit(owner)

  await page.goto('/vote?check')
  await page.getByLabel('回执上的64位码').fill(receipt)
  await page.getByRole('button', { name: '查一查' }).click()
  await page.getByText(/还没有截止/).waitFor()
  await fit(owner)
  await owner.context.close()
})

test('[B33] everybody reads a vote from the board, and nobody how it stands', { timeout: 120_000 }, async () => {
  const { title } = await openVote()
  const reader = await somebody(browser)
  const { page } = reader
  await page.goto(`/board/${(await tour()).compound}`)
  await page.getByRole('link', { name: new RegExp(title) }).click()
  await page.getByRole('heading', { name: title }).waitFor()
  await page.getByText('赞成多少，还封着').waitFor()
  expect(await page.locator('.tn-said').innerText()).toMatch(/^已有[\d,]+人/)
  expect(await page.locator('main').innerText()).not.toMatch(/[1-9]-\d{3,4}/)
  await page.getByRole('button', { name: '看依据' }).click()
  await page.getByText(/民法典/).first().waitFor()
  await fit(reader)
  await reader.context.close()
})

test('[B11] [B12] the team sees who took part and what waits, delivers in twos on a phone, and conflicts say which ballot holds',
  { timeout: 200_000 }, async () => {
  const { id, title } = await openVote()
  const chair = await atDesk(browser, '傅明远')
  const { page } = chair
  await page.goto('/console/votes')
  await page.getByRole('link', { name: new RegExp(title) }).click()
  await page.locator('.tn-said').waitFor()
  expect(await page.locator('.vc-sealed').innerText()).toContain('赞成多少，还封着')
  await fit(chair)
  await page.getByText('9号楼门口没有贴公告').waitFor()
  await page.getByRole('link', { name: '交门口照片' }).click()
  await page.locator('input[type=file]').setInputFiles([await smallPhoto(), { ...await smallPhoto('#345'), name: 'other.jpg' }])
  await page.getByText('已传好', { exact: false }).nth(1).waitFor()
  await fit(chair)
  await page.getByRole('button', { name: '存下2张' }).click()
  await page.locator('.tn-said').waitFor()
  await page.getByRole('link', { name: '和监票人一起核对' }).click()
  await page.getByText('算这一张').first().waitFor()
  await fit(chair)
  await chair.context.close()

  const collector = await onPhone(browser, '卢秀英')
  await collector.page.goto(`/console/votes/${id}/electors?show=undelivered`)
  await collector.page.locator('.vc-doors').waitFor()
  await fit(collector)
  expect(await collector.page.getByRole('button', { name: '先写码和信封号' }).count()).toBe(1)
  const answer = await collector.context.request.get(`${await productUrl()}/api/v1/votes/${id}/electors?voted=no`)
  expect(JSON.stringify(await answer.json())).not.toMatch(/agree|against/)
  await collector.context.close()
})
