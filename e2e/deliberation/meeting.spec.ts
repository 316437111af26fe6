/**
 * One deliberation: planned and called at the desk, read at the door, signed into by phone, minuted with and without a signal, decided by count, posted,
 * objected to, answered, approved. Days that nobody can wait for are moved behind the product's back.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, choose, fit, somebody, type Walker } from '../support/people.ts'
import { behind, productUrl, read, tour } from '../support/product.ts'
import { speakAs } from '../support/speaker.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

/** A thread of the demo's compound that asks for a deliberation, with who must be heard. */
async function sortedThread(title: string): Promise<string> {
  const id = randomUUID()
  await behind(`insert into thread (district, id, place, path, compound_path, keeper, title, origin, started_by, step, decider, meetings, started_at)
    select p.district, $1, p.id, p.path, p.compound_path, o.id, $2, 'resident', 'resident', 'deliberate', 'residents', '{deliberation}', '2026-11-01'
    from place p join org o on o.district = p.district and o.kind = 'community' and p.path <@ (select path from place where district = o.district and id = o.place) where p.id = $3`,
  [id, title, (await tour()).compound])
  await behind(`insert into thread_party (district, thread, n, path, compound_path, label, kind) select district, id, 1, path, compound_path, '跳舞的人', 'group' from thread where id = $1`, [id])
  return id
}

/** Plans a deliberation of the thread at the desk, invites, and posts the notice. Answers its id. */
async function called(desk: Walker, thread: string): Promise<string> {
  const { page } = desk
  await page.goto(`/console/meetings/new?thread=${thread}`)
  await page.getByText('这种会的规矩').waitFor()
  await page.getByText('理事时没有定开这种会').waitFor()
  await page.getByLabel('在哪里开').fill('党群服务站二楼')
  await page.getByLabel('谁主持').fill('社区书记')
  await page.getByLabel('第1项', { exact: true }).fill('晚上几点以前')
  await page.getByLabel('第1项', { exact: true }).press('Enter')
  await page.getByLabel('第2项', { exact: true }).fill('多大声')
  await page.getByLabel('第2项 分钟').fill('200')
  await page.getByText('多了130分钟').first().waitFor()
  await page.getByLabel('第2项 分钟').fill('40')
  await page.getByText('还有30分钟').waitFor()
  await fit(desk)
  await page.getByRole('button', { name: '存下，去准备' }).click()
  await page.getByText('跳舞的人').first().waitFor()
  // the party that must be heard is a side of residents already: nothing is missing but the press
  await page.getByLabel('作为').selectOption({ label: '专家' })
  await page.getByLabel('怎么称呼').fill('声学老师')
  await page.getByRole('button', { name: '请来' }).click()
  await page.locator('.me-people').getByText('声学老师').waitFor()
  await fit(desk)
  await page.getByRole('button', { name: '张贴通知，告诉请的人' }).click()
  await page.getByText('等开会。').waitFor()
  return page.url().split('/').at(-1) ?? ''
}

/** What this browser keeps half written. */
const halves = (page: Page): Promise<readonly string[]> => page.evaluate(() => new Promise<string[]>((done, fail) => {
  const asked = indexedDB.open('linli-minutes')
  asked.onerror = () => fail(asked.error)
  asked.onsuccess = () => {
    const all = asked.result.transaction('halves').objectStore('halves').getAll()
    all.onsuccess = () => { asked.result.close(); done(all.result.map(({ words }: { words: string }) => words)) }
  }
}))
/** The evening at the desk: lines are kept, wait without a signal, and stand once each after it; nothing is lost on reload. */
async function minuted(desk: Walker): Promise<void> {
  const { page, context } = desk
  const line = async (who: string, words: string): Promise<void> => {
    await page.getByLabel('谁', { exact: true }).fill(who)
    await page.getByLabel('说了什么').fill(words)
    await page.getByLabel('说了什么').press('Enter')
  }
  await line('老槐树', '九点以后睡不着')
  await page.locator('.me-save--kept').waitFor()
  await context.setOffline(true)
  await line('跳舞的人', '八点半收，行')
  await page.keyboard.press('Alt+2')
  await line('三楼的猫', '周末也要早点')
  await page.getByText('等信号，2行在这台电脑上').waitFor()
  await fit(desk)
  await page.getByLabel('说了什么').fill('还没写完的半句')
  await expect.poll(() => halves(page)).toEqual(['还没写完的半句'])
  await context.setOffline(false)
  await page.locator('.me-save--kept').waitFor()
  // the half that nobody else has is named before somebody signs out here
  await page.locator('.lk-person summary').click()
  await page.getByRole('button', { name: '退出', exact: true }).click()
  await page.getByText('这里还有1条没交上去').waitFor()
  await page.getByRole('button', { name: '先不退' }).click()
  await page.reload()
  await page.locator('.me-line').nth(2).waitFor()
  expect((await page.locator('.me-line p').allInnerTexts()).map((text) => text.replace(/\s+/g, ''))).toEqual(['老槐树九点以后睡不着', '跳舞的人八点半收，行',
    '三楼的猫不同意见周末也要早点'])
  await expect.poll(() => page.getByLabel('说了什么').inputValue()).toBe('还没写完的半句')
  await page.getByLabel('说了什么').fill('')
}

test('[DM40] [DM42] a deliberation from plan to approved minutes, at the desk and on residents’ phones, with the signal gone in the middle',
  { timeout: 240_000 }, async () => {
  const thread = await sortedThread('花园晚上怎么用')
  const desk = await atDesk(browser, '林素梅')
  const { page } = desk
  const id = await called(desk, thread)
  const resident = await somebody(browser)
  await resident.page.goto(`/meetings/${id}`)
  await resident.page.getByRole('heading', { name: '花园晚上怎么用' }).waitFor()
  await resident.page.getByText('声学老师').waitFor()
  await fit(resident)

  const now = Number((await fetch(`${await productUrl()}/api/v1/demo/tour`)).headers.get('linli-now'))
  await behind(`update meeting set starts_at = $2, ends_at = $3, notice_on = ($2::timestamptz - interval '9 days')::date where id = $1`,
    [id, new Date(now + 5 * 60_000).toISOString(), new Date(now + 95 * 60_000).toISOString()])
  await page.reload()
  await page.getByRole('button', { name: '开会' }).click()
  await page.getByText('还没有记。第一句话写在下面。').waitFor()
  await page.getByRole('button', { name: '扫码签到' }).click()
  const code = /\/s\/(\w+)/.exec(await page.locator('.me-qr .lk-caption').innerText())?.[1] ?? ''
  await resident.page.goto(`/s/${code}`)
  const digits = String(Date.now()).slice(-8)
  await speakAs(resident.page, `灯下${digits.slice(-4)}`, `138${digits}`)
  await resident.page.getByText(`以灯下${digits.slice(-4)}发言`).waitFor()
  await fit(resident)
  await resident.page.getByRole('button', { name: '我到了' }).click()
  await resident.page.getByText('签上了').waitFor()
  await minuted(desk)

  await page.getByLabel('纸上签到的人数').fill('9')
  await page.getByRole('button', { name: '记下' }).click()
  await page.getByText('到会9人').waitFor()
  await page.getByRole('button', { name: '记一项决议' }).click()
  await page.getByLabel('决定什么').fill('音乐到晚上八点半，不超过55分贝')
  await page.getByLabel('同意', { exact: true }).fill('7')
  await page.getByLabel('反对', { exact: true }).fill('1')
  await page.getByLabel('反对的人怎么说').fill('周末要再早一点')
  await fit(desk)
  await page.getByRole('button', { name: '记下这项' }).click()
  await page.getByRole('button', { name: '加一件事' }).click()
  await page.getByLabel('办什么').fill('在花园装音量表')
  await page.getByLabel('谁办').fill('社区')
  await page.getByRole('button', { name: '定下来' }).click()
  await page.getByText('在花园装音量表').waitFor()
  await page.getByRole('button', { name: '散会' }).click()
  await page.getByRole('button', { name: '公布纪要，开始收异议' }).click()
  await page.getByText(/公示到.*过了就可以定稿/).waitFor()
  await fit(desk)

  await resident.page.goto(`/meetings/${id}`)
  await resident.page.getByRole('button', { name: '我有异议' }).click()
  await choose(resident.page, /音乐到晚上八点半/)
  await resident.page.getByLabel('您不同意什么，为什么').fill('没有写清楚周末')
  await fit(resident)
  await resident.page.getByRole('button', { name: '提出异议' }).click()
  await resident.page.getByText('提上去了').waitFor()
  await page.reload()
  await page.getByLabel('答复').fill('周末也是八点半，已经写进去')
  await page.getByRole('button', { name: '公开答复' }).click()
  await page.getByText('答复：周末也是八点半').waitFor()
  await behind(`update meeting set objections_until = ($2::timestamptz - interval '1 day')::date where id = $1`, [id, new Date(now).toISOString()])
  await page.reload()
  await page.getByRole('button', { name: '定稿' }).click()
  await page.getByText('纪要已定').waitFor()
  await fit(desk)
  await resident.page.goto(`/meetings/${id}`)
  await resident.page.getByText('议定1项，纪要已经定稿。').waitFor()
  await fit(resident)
  const paper = await resident.context.request.get(`/api/v1/public/meetings/${id}/papers/minutes.pdf`)
  expect([paper.status(), (await paper.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  expect((await read<{ items: readonly { id: string; state: string }[] }>(`/api/v1/public/meetings?thread=${thread}`)).items).toMatchObject([{ id,
    state: 'approved' }])
  await Promise.all([desk.context.close(), resident.context.close()])
})
