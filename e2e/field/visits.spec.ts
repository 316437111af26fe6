/** Visits at the door: three presses a home, next door at once; the share of contact in person stands beside contact on screens. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, choose, fit, onPhone } from '../support/people.ts'
import { history } from '../support/product.ts'

let browser: Browser
// the demo's own visits are filled in before its matters
beforeAll(async () => { browser = await launch(); await history(1) })
afterAll(async () => { await browser?.close() })

test('[V1] from Today to the next door in three presses, and every page on the way is fit for everybody', async () => {
  const walker = await onPhone(browser, '祁连生')
  const { page, context } = walker
  await page.goto('/field')
  await page.getByRole('heading', { name: '走访' }).waitFor()
  await fit(walker)
  const from = performance.now()
  await page.getByRole('link', { name: /，记一笔$/ }).first().click() // one
  const home = await page.locator('#visit-title').innerText()
  await page.getByText('见到了', { exact: true }).first().click() // two
  await page.getByRole('button', { name: /^记好了，下一户/ }).click() // three
  await page.getByText(`${home}记好了`).waitFor()
  expect(performance.now() - from).toBeLessThan(20_000)
  expect(await page.locator('#visit-title').innerText()).not.toBe(home)
  await fit(walker)
  await choose(page, '没人在')
  await fit(walker)
  await page.getByRole('link', { name: '换一户' }).click()
  await page.getByText('存在手机里').waitFor()
  await fit(walker)
  for (const path of ['/field/visits', '/field/me', '/field/waiting']) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    await fit(walker)
  }
  await page.goto('/field/visits')
  await page.getByText('祁连生', { exact: true }).waitFor({ state: 'detached' })
  await page.getByText(new RegExp(`${home}室`)).first().waitFor()
  await context.close()
})

test('what comes up at the door goes straight into the form of a matter', async () => {
  const walker = await onPhone(browser, '祁连生')
  const { page, context } = walker
  await page.goto('/field/doors')
  await page.getByRole('link', { name: /^901，/ }).click()
  await choose(page, '见到了')
  await page.getByRole('textbox', { name: '一句话' }).fill('楼道灯坏了两盏')
  await page.getByRole('switch', { name: '同时报一件事' }).click()
  await page.getByRole('button', { name: '记好了，去报事' }).click()
  await expect.poll(() => page.getByLabel('什么事').inputValue()).toBe('楼道灯坏了两盏')
  await expect.poll(() => page.getByLabel('哪里').inputValue()).toBe('梧桐苑2号楼901')
  await fit(walker)
  await context.close()
})

test('[V6] at the desk: a sentence, months, and the visits behind a figure by half-day; no name, no home, no target', async () => {
  const walker = await atDesk(browser, '林素梅')
  const { page, context } = walker
  await page.goto('/console/contact')
  await page.getByText(/这个月/).first().waitFor()
  await fit(walker)
  await page.getByRole('button', { name: /看.*的走访$/ }).first().click()
  await page.getByText('只写到上午下午和楼栋', { exact: false }).waitFor()
  await fit(walker)
  const said = await page.locator('main').innerText()
  expect(said).not.toMatch(/祁连生|白玉芬|室|排名第|目标|达标/)
  await context.close()
})
