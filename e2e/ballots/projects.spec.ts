/** Micro-projects: proposed on a phone without an account, reviewed at the desk, both counts side by side for everybody. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, choose, fit, somebody } from '../support/people.ts'
import { read, tour } from '../support/product.ts'

type Place = { readonly id: string; readonly kind: string }
let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

/** The rounds of the community of the first page, once they are laid out. */
async function rounds(): Promise<string> {
  const { compound } = await tour()
  const { above } = await read<{ above: readonly Place[] }>(`/api/v1/places/${compound}`)
  const community = above.find(({ kind }) => kind === 'community')?.id ?? ''
  await expect.poll(async () => (await read<{ items: readonly object[] }>(`/api/v1/public/rounds?community=${community}`)).items.length,
    { timeout: 120_000, interval: 1000 }).toBeGreaterThan(1)
  return compound
}

test('[B60] [B61] a resident proposes from the door’s page without an account; the desk reads it and reviews it with a reason', { timeout: 200_000 },
  async () => {
  await rounds()
  const resident = await somebody(browser)
  const { page } = resident
  await page.goto(`/d/${(await tour()).door}`)
  await page.getByRole('link', { name: '社区微实事' }).click()
  await page.getByRole('link', { name: '去投票' }).waitFor()
  await page.getByRole('button', { name: /2027年第一轮微实事/ }).click()
  await page.getByText('现在谁都可以提').waitFor()
  await fit(resident)
  await page.getByRole('button', { name: '提一个' }).click()
  await page.getByLabel('您想办什么').fill('活动室装一面软木公告板，老人看得见')
  await choose(page, '货物')
  await page.getByLabel('大概要多少').fill('1200')
  await fit(resident)
  await page.getByRole('button', { name: '提上去' }).click()
  await page.getByRole('heading', { name: '提上去了' }).waitFor()
  await fit(resident)
  await resident.context.close()

  const desk = await atDesk(browser, '林素梅')
  await desk.page.goto('/console/projects')
  const row = desk.page.locator('.mpc-row', { hasText: '活动室装一面软木公告板' }).first()
  await row.waitFor()
  await fit(desk)
  await row.getByRole('button', { name: '写我的评议' }).click()
  await choose(row, '能列入')
  await row.getByLabel('要多少元').fill('1500')
  await row.getByLabel(/一句话说为什么/).fill('大厅墙面够大，物业同意')
  await fit(desk)
  await row.getByRole('button', { name: '交上评议' }).click()
  await row.getByText('还差1个人评议').waitFor()
  expect(await row.locator('.mpc-reviews').innerText()).toContain('大厅墙面够大，物业同意')
  await desk.context.close()
})

test('[B64] everybody sees what was chosen and why, what lacked how much, and both counts', { timeout: 120_000 }, async () => {
  await rounds()
  const reader = await somebody(browser)
  const { page } = reader
  const { places } = await read<{ places: readonly Place[] }>(`/api/v1/places?q=${encodeURIComponent('听雨桥社区')}`)
  await page.goto(`/projects/${places.find(({ kind }) => kind === 'community')?.id ?? ''}`)
  await page.getByRole('heading', { name: '2026年听雨桥微实事' }).waitFor()
  expect(await page.locator('.mp-compare').innerText()).toMatch(/72人一个也没选上[\s\S]*200人一个也没选上/)
  expect(await page.locator('main').innerText()).toMatch(/差20票或60,806\.50元/)
  await fit(reader)
  await reader.context.close()
})
