/**
 * A station that does not sign in: a link and six digits, a scanner that finds nothing, a paper slip typed in; then both sides rate and the whistle
 * is reviewed.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch, phone } from '../support/browser.ts'
import { moveBy } from '../support/office.ts'
import { atDesk, choose, fit, somebody, type Walker } from '../support/people.ts'
import { productUrl, tour } from '../support/product.ts'
import { residentReports } from '../support/resident.ts'

let browser: Browser
let secretary: Walker
beforeAll(async () => { browser = await launch(); secretary = await atDesk(browser, '林素梅') })
afterAll(async () => { await browser?.close() })

type Party = { readonly org: string; readonly stationKind: string | null }
type Detail = { readonly story: readonly { readonly kind: string }[]; readonly version: number }

/** A matter that enforcement leads and the police support. */
async function whistled(words: string): Promise<string> {
  const resident = await residentReports(browser, { words, kind: '毁绿占绿' })
  const { id } = resident.reported
  await resident.context.close()
  const { items } = await (await secretary.context.request.get(`/api/v1/matters/${id}/parties`)).json() as { items: Party[] }
  const org = (kind: string) => items.find((one) => one.stationKind === kind)?.org
  await moveBy(secretary, id, 'whistle', { situation: 'joint_enforcement', difficulty: '劝了三次', lead: { org: org('enforcement'), task: '到场查处' },
    supports: [{ org: org('police'), task: '维持秩序' }] })
  return id
}
const detail = async (id: string): Promise<Detail> => await (await secretary.context.request.get(`/api/v1/matters/${id}`)).json() as Detail

/** The link and the six digits that the community is shown once. */
async function linkFor(id: string, name: RegExp): Promise<{ address: string; code: string }> {
  const { page } = secretary
  await page.goto(`/console/m/${id}/whistle`)
  await page.getByRole('button', { name }).click()
  await page.getByRole('dialog').getByRole('button', { name: '给个链接' }).click()
  const address = page.locator('.cs-link__address')
  await address.waitFor()
  return { address: await address.innerText(), code: (await page.locator('.cs-link__code').innerText()).replace(/\D/g, '') }
}

test('[M27] (case 26) the link shows nothing to a scanner and to a guess; with its digits a station reports in by phone, once', async () => {
  const id = await whistled('绿地又被围起来种菜了')
  const { address, code } = await linkFor(id, /^给个链接 .*执法队$/)
  await fit(secretary)
  await secretary.page.getByRole('button', { name: '记下了，关上' }).click()
  const before = await detail(id)
  const scanned = await fetch(address.replace(/#.*/, ''), { headers: { 'user-agent': 'mail scanner' } })
  expect([scanned.status, (await scanned.text()).includes('绿地')]).toEqual([200, false])
  expect((await fetch(`${await productUrl()}/api/v1/answer/open`)).status).toBe(404)
  expect(await detail(id)).toEqual(before)
  const station = await somebody(browser, phone)
  const { page } = station
  await page.goto(address)
  await page.getByLabel('六位数').fill(code === '123456' ? '654321' : '123456')
  await page.getByRole('button', { name: '打开这张单' }).click()
  await page.getByRole('alert').waitFor()
  await fit(station)
  await page.getByLabel('六位数').fill(code)
  await page.getByRole('button', { name: '打开这张单' }).click()
  await page.getByText('到场查处').waitFor()
  await fit(station)
  await page.getByLabel('说一句').fill('两人十点四十到场，已拍照')
  await page.getByLabel(/贵单位的编号/).fill('城管2026-118')
  await page.getByRole('button', { name: '报到，交给社区' }).click()
  await page.getByText('收到了').waitFor()
  await fit(station)
  await page.goto('about:blank')
  await page.goto(address)
  await page.getByLabel('六位数').fill(code)
  await page.getByRole('button', { name: '打开这张单' }).click()
  await page.getByText('这个链接已经答复过').waitFor()
  await secretary.page.goto(`/console/m/${id}/whistle`)
  await secretary.page.getByText('两人十点四十到场').waitFor()
  await secretary.page.getByText('对方编号 城管2026-118').waitFor()
  await fit(secretary)
  await station.context.close()
})

test('[M27] [M33] without signing in a station objects by its link: a ground of the list, evidence in words, and the street finds it', async () => {
  const id = await whistled('消防登高面上种了树，车进不来')
  const { address, code } = await linkFor(id, /^给个链接 .*执法队$/)
  const station = await somebody(browser, phone)
  const { page } = station
  await page.goto(address)
  await page.getByLabel('六位数').fill(code)
  await page.getByRole('button', { name: '打开这张单' }).click()
  await choose(page, /^派单异议/)
  await page.getByLabel('理由', { exact: true }).selectOption({ label: '产权不归我方' })
  await page.getByLabel('凭据', { exact: true }).fill('这排树在绿化红线内，归园林养护，见移交清单')
  await fit(station)
  await page.getByRole('button', { name: '派单异议，交给社区' }).click()
  await page.getByText('收到了').waitFor()
  await station.context.close()
  const street = await atDesk(browser, '贺一川')
  await street.page.goto('/console/rulings')
  await street.page.getByRole('article').filter({ hasText: '绿化红线内' }).getByText(/执法队提出：产权不归我方/).waitFor()
  await street.context.close()
})

test('[M28] [M30] [M31] a paper slip is typed in and marked, both sides rate and read each other together, and the whistle is reviewed', async () => {
  const id = await whistled('公共绿地搭了个棚子')
  const { page } = secretary
  await page.goto(`/console/m/${id}/whistle`)
  await page.getByRole('button', { name: /^代录回执 .*执法队$/ }).click()
  await page.getByLabel('单子上写的').fill('回执：已到场三人')
  await page.getByRole('button', { name: '照单记下' }).click()
  await page.getByText('代录，').first().waitFor()
  await fit(secretary)
  const team = await atDesk(browser, '万晓')
  await moveBy(team, id, 'finish', { note: '棚子拆了，绿地恢复', outcome: 'solved' })
  const worker = await atDesk(browser, '何晓玲')
  await moveBy(worker, id, 'verify', { pass: true, note: '看过，恢复了' })
  await page.goto(`/console/m/${id}/whistle`)
  await page.getByRole('button', { name: /^评.*执法队$/ }).click()
  for (const legend of ['按时来了吗？', '自己那份做了吗？', '和别的部门配合吗？']) {
    await page.getByRole('group', { name: legend }).getByText('是', { exact: true }).click()
  }
  await page.getByRole('button', { name: '交上，封起来' }).click()
  await page.getByText('您交了，封着').waitFor()
  await fit(secretary)
  await team.page.goto(`/console/m/${id}/whistle`)
  expect(await team.page.locator('.cs-scores').count()).toBe(0)
  await team.page.getByRole('button', { name: '评这声哨' }).click()
  for (const legend of ['请对部门了吗？', '情况说清楚了吗？', '这声哨该吹吗？']) {
    await team.page.getByRole('group', { name: legend }).getByText('一半', { exact: true }).click()
  }
  const seal = team.page.getByRole('button', { name: '交上，封起来' })
  await seal.click()
  await seal.waitFor({ state: 'detached' })
  await expect.poll(async () => { await team.page.reload(); await team.page.getByText('双方互评').waitFor(); return team.page.locator('.cs-scores').count() },
    { timeout: 20_000, interval: 1000 }).toBe(2)
  await fit(team)
  await page.reload()
  await page.getByLabel('流程里缺什么').fill('没有执法队夜间的值班电话')
  await page.getByLabel('改什么').fill('执法队给社区一个夜间值班电话')
  await page.getByLabel('谁来改').selectOption({ index: 1 })
  const review = page.getByRole('button', { name: '写好，这声哨复盘了' })
  await review.click()
  await review.waitFor({ state: 'detached' })
  await page.getByText(/前$/).first().waitFor()
  await fit(secretary)
  await page.goto('/console/whistles')
  await page.getByRole('tab', { name: '说了要改的' }).click()
  await page.getByText('执法队给社区一个夜间值班电话').first().waitFor()
  await fit(secretary)
  await Promise.all([team, worker].map(({ context }) => context.close()))
})

test('[M32] everybody reads what may be whistled, and by which article', async () => {
  const reader = await somebody(browser, phone)
  await reader.page.goto(`/board/${(await tour()).compound}`)
  await reader.page.getByRole('link', { name: '哪些事可以吹哨叫部门来' }).click()
  await reader.page.getByRole('heading', { name: '哪些事可以吹哨' }).waitFor()
  await reader.page.getByText('消防通道被占').click()
  await reader.page.getByText('消防车能一次开到楼前').waitFor()
  await fit(reader)
  await reader.context.close()
})
