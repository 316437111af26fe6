/** The table of a compound: the firm puts a day on an item, changes it with a reason and writes the result; the community and the street read it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, fit, type Walker } from '../support/people.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

const title = '西门道闸夜里抬杆失灵'
async function table(name: string, post?: string): Promise<Walker> {
  const walker = await atDesk(browser, name, post)
  await walker.page.goto('/console/joint')
  await walker.page.locator('.jb-chairs').waitFor()
  return walker
}
const row = ({ page }: Walker) => page.locator('.jb-item', { hasText: title })

test('[M45]–[M47] four parties, one accountable, a day that moved, one result for all', async () => {
  const firm = await table('孟凡')
  await fit(firm)
  await firm.page.getByRole('button', { name: '放上一件' }).click()
  const dialog = firm.page.getByRole('dialog')
  await dialog.getByLabel('什么事').fill(title)
  await dialog.getByLabel('谁担责').selectOption('firm')
  await dialog.getByLabel('约好的日子').fill('2026-11-26')
  await fit(firm)
  await dialog.getByRole('button', { name: '放上一件' }).click()
  await row(firm).waitFor()
  await row(firm).getByRole('button', { name: `改人改日子：${title}` }).click()
  await dialog.getByLabel('约好的日子').fill('2026-12-03')
  await dialog.getByLabel('为什么改').fill('控制板要从厂家发')
  await dialog.getByRole('button', { name: '改好了' }).click()
  await row(firm).getByText('原定11月26日').waitFor()
  await row(firm).getByRole('button', { name: `写结果：${title}` }).click()
  await dialog.getByRole('textbox', { name: '结果' }).fill('换了控制板，夜里试了三次都能抬')
  await dialog.getByRole('button', { name: '写结果' }).click()
  await firm.page.locator('.jb-result', { hasText: title }).first().waitFor()
  await fit(firm)
  for (const reader of [await table('林素梅'), await table('庄静仪')]) {
    await reader.page.locator('.jb-result', { hasText: '换了控制板，夜里试了三次都能抬' }).first().waitFor()
    await reader.context.close()
  }
  await firm.context.close()
})

test('[M45] the street sees who sits on a chair and by what rule, and does not write', async () => {
  const street = await table('庄静仪')
  await street.page.getByLabel('小区').selectOption({ label: '和顺家园' })
  await street.page.getByText('产权方坐这把椅子').waitFor()
  expect(await street.page.getByRole('button', { name: '放上一件' }).count()).toBe(0)
  await fit(street)
  await street.context.close()
})
