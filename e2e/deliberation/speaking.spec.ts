/** Speaking: a resident raises something and writes a number by mistake, a worker looks, takes it away by a rule, another rules on the appeal. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, fit, onPhone, somebody } from '../support/people.ts'
import { tour, write } from '../support/product.ts'
import { speakAs } from '../support/speaker.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

const mark = String(Date.now()).slice(-5) // whoever runs it twice is two people
const SAID = `晚上九点以后音响能不能关，有事打138123${mark}`

test('[DS3] [DS6] [DS7] a number is looked at first, taken away by a rule, appealed against and put back by somebody else', { timeout: 240_000 }, async () => {
  const resident = await somebody(browser)
  const { page } = resident
  await page.goto(`/threads/in/${(await tour()).compound}`)
  await page.getByRole('button', { name: '说一件事' }).click()
  await page.getByLabel('是什么事').fill(SAID)
  await page.getByText('社区看过再放出来').waitFor()
  await page.getByRole('button', { name: '说给大家' }).click()
  await fit(resident)
  await speakAs(page, `夜班的猫${mark.slice(-2)}`, `139000${mark}`)
  await page.getByText(`以夜班的猫${mark.slice(-2)}发言`).waitFor()
  await page.getByRole('button', { name: '说给大家' }).click()
  await page.getByText('只有您看得到').waitFor()
  const thread = page.url()
  await fit(resident)

  const worker = await atDesk(browser, '林素梅')
  await worker.page.goto('/console/moderation')
  const row = worker.page.locator('.md-line', { hasText: SAID })
  await row.getByText('像是有号码、姓名或门牌').waitFor()
  await fit(worker)
  await row.getByRole('button', { name: '看过，放出来' }).click()
  await row.waitFor({ state: 'detached' })
  const reader = await somebody(browser)
  await reader.page.goto(thread)
  await reader.page.getByText(SAID).waitFor()

  await worker.page.getByRole('tab', { name: '最近说的' }).click()
  await worker.page.locator('.md-line', { hasText: SAID }).getByRole('button', { name: '拿掉…' }).click()
  const dialog = worker.page.getByRole('dialog')
  await dialog.getByText('1. 说出了别人的姓名').click()
  await dialog.getByLabel('为什么').fill('里面有手机号码，去掉再说')
  await fit(worker)
  await dialog.getByRole('button', { name: '拿掉，公布理由' }).click()
  await dialog.waitFor({ state: 'detached' })
  await reader.page.reload()
  await reader.page.getByText('这条按第1条拿掉了').waitFor()
  expect(await reader.page.locator('main').innerText()).toContain('理由：里面有手机号码，去掉再说')
  expect(await reader.page.locator('main').innerText()).not.toContain(mark)

  await page.goto('/said')
  await page.getByText('拿掉了', { exact: true }).first().waitFor()
  await fit(resident)
  await page.getByRole('button', { name: '申诉' }).click()
  await page.getByLabel('为什么不该拿掉').fill('那是我自己的号码，愿意公开')
  await page.getByRole('button', { name: '交上申诉' }).click()
  await page.getByText('换一个人在看').first().waitFor()

  await worker.page.reload()
  await worker.page.getByRole('tab', { name: /申诉/ }).click()
  await worker.page.locator('.md-line', { hasText: SAID }).getByText('这是您自己定的，换一个人来看申诉。').waitFor()
  const street = await atDesk(browser, '庄静仪')
  await street.page.goto('/console/moderation')
  await street.page.getByRole('tab', { name: /申诉/ }).click()
  await street.page.locator('.md-line', { hasText: SAID }).getByRole('button', { name: '放回来…' }).click()
  await street.page.getByLabel('为什么').fill('是本人的号码，本人愿意公开')
  await street.page.getByRole('button', { name: '放回来，公布理由' }).click()
  await street.page.locator('.md-line', { hasText: SAID }).waitFor({ state: 'detached' })
  await fit(street)
  await reader.page.reload()
  await reader.page.getByText('拿掉过，申诉后由').waitFor()
  await reader.page.getByText(SAID).waitFor()
  await reader.page.getByRole('link', { name: '什么样的话会拿掉' }).click()
  await reader.page.getByText(/放回\d+条/).first().waitFor()
  await fit(reader)
  for (const { context } of [resident, worker, reader, street]) await context.close()
})

test('[DS9] a captain writes down at the door what somebody says, without a signal too; the page says who wrote it', { timeout: 120_000 }, async () => {
  const worker = await atDesk(browser, '林素梅')
  const { compound } = await tour()
  const title = `小区长椅坐着晒${mark}`
  const { id } = await write<{ id: string }>(worker.context.request, '/api/v1/threads', { place: compound, title, summary: '中午没有树荫，大家说说放哪儿。', origin: 'reception', matters: [] })
  const captain = await onPhone(browser, '白玉芬')
  const { page } = captain
  await page.goto('/field/me')
  await page.getByRole('link', { name: '替人记一句' }).click()
  await page.getByLabel('说的是哪件事').selectOption({ label: title })
  await page.getByLabel('大家怎么叫他').fill('三楼的奶奶')
  await captain.context.setOffline(true)
  await page.getByLabel('原话').fill('我想在桂花树下坐一会儿')
  await fit(captain)
  await page.getByRole('button', { name: '记下来，记下一位' }).click()
  await page.getByText('先存在手机上').waitFor()
  await captain.context.setOffline(false)
  const reader = await somebody(browser)
  await expect.poll(async () => { await reader.page.goto(`/threads/${id}`); return reader.page.locator('#talk').innerText() }, { timeout: 60_000, interval: 2000 })
    .toMatch(/三楼的奶奶[\s\S]*上门听的，3号楼楼栋长代记[\s\S]*我想在桂花树下坐一会儿/)
  for (const { context } of [worker, captain, reader]) await context.close()
})
