/**
 * The roster at a desk: a number opens its list, a home is confirmed with one key, somebody is found, shown for a minute, corrected, and taken
 * back.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, choose, fit, onPhone } from '../support/people.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

/** The roster is filled in after the first page: until then every home is one that nobody knows. */
async function filled(page: Page): Promise<void> {
  await expect.poll(async () => {
    await page.reload()
    return page.getByText(/户里，[12],\d{3}户说得清谁在用/).waitFor({ timeout: 3000 }).then(() => true, () => false)
  }, { timeout: 90_000 }).toBe(true)
}

test('[journey m03] from the number of homes that are due to one household’s file, and what is done there', { timeout: 180_000 }, async () => {
  const worker = await atDesk(browser, '陆晓岚')
  const { page } = worker
  await page.goto('/console/roster')
  await filled(page)
  await fit(worker)
  await page.getByRole('link', { name: /该再核/ }).first().click()
  const list = page.getByRole('region', { name: '该再核一次的户' })
  const first = list.locator('.lk-row').first()
  const name = await first.locator('b').textContent() ?? ''
  await page.keyboard.press('j')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await fit(worker)
  await page.keyboard.press('c')
  await page.getByText('记好了，算今天核过。').waitFor()
  await page.getByText('近期核过').waitFor()
  await expect.poll(() => list.locator('.lk-row').first().locator('b').textContent()).not.toBe(name)

  await page.goto('/console/roster')
  await page.getByRole('combobox').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type(name)
  await page.getByRole('option').first().waitFor()
  await page.getByRole('combobox').fill('白玉芬')
  await page.keyboard.press('Enter') // at once: what was found before is not what was typed
  await page.waitForURL('**/console/roster/homes/*')
  expect(page.url()).not.toContain('白')
  await page.getByRole('heading', { level: 1, name: /梧桐苑3号楼.*室/ }).waitFor()
  await fit(worker)

  await page.getByRole('button', { name: '姓白，名字已隐去' }).click()
  await choose(page.getByRole('dialog'), '核对底册')
  await page.getByRole('dialog').getByRole('button', { name: '看全名' }).click()
  await page.getByText('白玉芬', { exact: true }).first().waitFor()
  await page.getByRole('timer').waitFor()
  await page.getByRole('button', { name: '已隐去' }).first().click()
  await choose(page.getByRole('dialog'), '核对底册')
  await page.getByRole('dialog').getByRole('button', { name: '看完整号码' }).waitFor()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: '给一份' }).first().click() // whoever comes in person [RO57]
  await choose(page.getByRole('dialog'), '本人')
  await page.getByRole('button', { name: '打开来打印' }).click()
  await page.getByRole('heading', { level: 1, name: /社区留着的您的信息/ }).waitFor()
  await fit(worker)
  await page.getByRole('button', { name: '交好了，收起' }).click()

  await page.getByRole('button', { name: '改', exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('手机号', { exact: false }).last().fill('19900008888')
  await dialog.getByRole('button', { name: '改过来' }).click()
  await page.getByText('199****8888').first().waitFor()
  await page.getByRole('button', { name: /撤回/ }).click()
  await expect.poll(() => page.locator('.rh-person__phone', { hasText: '199****8888' }).count()).toBe(0)
  await page.getByRole('button', { name: '历史' }).first().click()
  await page.getByRole('dialog').getByText('199****8888').waitFor()
  await fit(worker)
})

test('[journey m03] the street sees homes and never people; a firm finds no such page', { timeout: 120_000 }, async () => {
  const street = await atDesk(browser, '贺一川')
  await street.page.goto('/console/roster')
  await filled(street.page)
  await street.page.goto('/console/roster/list/vacant')
  await street.page.getByText('街道看户的情况，不看住的是谁。').waitFor({ timeout: 60_000 })
  expect(await street.page.getByRole('combobox').count()).toBe(0)
  await fit(street)
  const captain = await onPhone(browser, '陆晓岚')
  await captain.page.goto('/console/roster')
  await captain.page.getByText(/户说得清谁在用/).waitFor()
  await fit(captain)
})
