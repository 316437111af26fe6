/** What an opinion map found in common, on its way into a meeting: from the poll to the meeting that goes on, and into the resolution at a press. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, fit } from '../support/people.ts'
import { behind, productUrl, read, tour } from '../support/product.ts'

type Poll = { readonly id: string; readonly thread: string | null; readonly phase: string; readonly counts: { readonly people: number }
  readonly place: { readonly id: string }; readonly map: { readonly common: readonly unknown[] } | null }
let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

/** The demo's closed poll, once it belongs to a thread and its map is drawn. */
async function drawn(): Promise<Poll | undefined> {
  const { items } = await read<{ items: readonly Poll[] }>(`/api/v1/public/polls?place=${(await tour()).compound}`)
  const found = items.find(({ phase, counts, thread }) => phase === 'closed' && counts.people > 50 && thread !== null)
  return found && read<Poll>(`/api/v1/public/polls/${found.id}`)
}
/** The poll moved to a thread that is being deliberated, and a meeting of it that goes on now. */
async function goingOn(poll: Poll): Promise<string> {
  const [id, now] = [randomUUID(), Number((await fetch(`${await productUrl()}/api/v1/demo/tour`)).headers.get('linli-now'))]
  await behind(`insert into thread (district, id, place, path, compound_path, keeper, title, origin, started_by, step, decider, meetings, started_at)
    select district, $1::uuid, place, path, compound_path, keeper, '中心花园：照意见图定', 'resident', 'resident', 'deliberate', 'residents', '{deliberation}', '2026-11-01'
    from poll where id = $2`, [id, poll.id])
  await behind(`insert into meeting (district, id, place, path, compound_path, keeper, thread, kind, title, venue, starts_at, ends_at, state, closed_attendance, sign_code)
    select district, id, place, path, compound_path, keeper, id, 'deliberation', '照意见图定几条', '活动室', $2::timestamptz, $3::timestamptz, 'held', 30, id::text
    from thread where id = $1`, [id, new Date(now - 600_000).toISOString(), new Date(now + 3_600_000).toISOString()])
  await behind('update poll set thread = $2 where id = $1', [poll.id, id])
  return id
}

test('[OM13] [OM18] what every group accepts comes into the resolution at a press; asking from a thread asks where it is talked over', { timeout: 240_000 }, async () => {
  await expect.poll(async () => (await drawn())?.map?.common.length ?? 0, { timeout: 180_000, interval: 1000 }).toBeGreaterThan(0)
  const poll = await drawn()
  if (!poll) throw new Error('the poll was there a moment ago')
  const office = await atDesk(browser, '林素梅')
  const { page } = office
  await page.goto(`/console/polls?thread=${poll.thread}`)
  await expect.poll(() => page.getByRole('dialog').getByLabel('问谁').inputValue()).toBe(poll.place.id)

  const draft = async (): Promise<void> => {
    await page.goto(`/console/polls/${poll.id}`)
    await page.getByRole('button', { name: '拟成决议草案' }).click()
  }
  await draft()
  expect(await page.getByRole('link', { name: '约一场会来定' }).getAttribute('href')).toBe(`/console/meetings/new?thread=${poll.thread}`)
  const meeting = await goingOn(poll)
  try {
    await draft()
    await page.getByRole('link', { name: '到会上记决议' }).click()
    await page.waitForURL(`**/console/meetings/${meeting}`)
    await page.getByRole('button', { name: '记一项决议' }).click()
    await page.getByRole('button', { name: '用意见图上都接受的几条' }).click()
    await expect.poll(() => page.getByLabel('决定什么').inputValue()).toMatch(/^一、[\s\S]*\n三、/)
    await fit(office)
  } finally {
    await behind('update poll set thread = $2 where id = $1', [poll.id, poll.thread])
    await behind(`update meeting set state = 'cancelled' where id = $1`, [meeting])
    await office.context.close()
  }
})
