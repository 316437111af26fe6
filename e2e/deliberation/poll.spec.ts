/** An opinion poll: asked at the desk, answered on phones and from a captain's sheet, also without a signal; its map in words, picture and table. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { desk, launch } from '../support/browser.ts'
import { largeFaults } from '../support/large.ts'
import { atDesk, fit, onPhone, somebody } from '../support/people.ts'
import { read, tour } from '../support/product.ts'
import { speakAs } from '../support/speaker.ts'

type Poll = { readonly id: string; readonly question: string; readonly phase: string; readonly counts: { readonly people: number;
  readonly answers: number }
  readonly map: { readonly groups: readonly { readonly size: number }[] } | null }
let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

const mark = String(Date.now()).slice(-5) // whoever runs it twice asks twice
const QUESTION = `快递柜放在哪儿好（${mark}）？`
const poll = (id: string) => read<Poll>(`/api/v1/public/polls/${id}`)
const answered = (page: Page) => page.waitForResponse((reply) => reply.url().endsWith('/answers') && reply.ok())
/** What that page sends as answers, from now on: statement and sign. */
function sentBy(page: Page): readonly string[] {
  const sent: string[] = []
  page.on('request', (request) => { if (request.url().endsWith('/answers')) sent.push(request.postData() ?? '') })
  return sent
}

/** Presses undo, and in the very moment that the words of the statement before stand there, the key 1, held down: before the picture is painted. */
const undoAndPress = (page: Page) => page.evaluate(() => new Promise<void>((done) => {
  const stands = new MutationObserver(() => {
    if (!document.body.textContent.includes('刚才答的是“不赞成”')) return
    stands.disconnect()
    for (const repeat of [false, true]) document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', repeat, bubbles: true, cancelable: true }))
    done()
  })
  stands.observe(document.body, { subtree: true, childList: true, characterData: true })
  for (const button of document.querySelectorAll('button')) if (button.textContent.includes('上一条答错了')) button.click()
}))

/** Asked at the desk: drafted, posted; its id. */
async function asked(): Promise<string> {
  const office = await atDesk(browser, '林素梅')
  const { page } = office
  await page.goto('/console/polls')
  await page.getByRole('button', { name: '问一件事' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('问什么').fill(QUESTION)
  await dialog.getByLabel('问谁').selectOption({ label: (await tour()).compoundName })
  await dialog.getByLabel('先放几条说法').fill('放在东门，进出顺路。\n放在地下车库，不占花园。\n宁可不要柜子，也别占消防通道。')
  await fit(office)
  await dialog.getByRole('button', { name: '存成草稿' }).click()
  await page.getByRole('button', { name: '公布，开始收' }).click()
  await page.getByRole('button', { name: '公布，开始收' }).waitFor({ state: 'detached' })
  await fit(office)
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await page.goto(`/console/polls/${id}/paper`)
  await page.locator('.pc-sheet').getByText('宁可不要柜子，也别占消防通道。').waitFor()
  await fit(office)
  await office.context.close()
  return id
}

test('[OM13] [OM14] [OM15] [OM16] asked at the desk; answered by phone with a change, without a signal, and from a sheet; each counts once',
  { timeout: 240_000 }, async () => {
  const id = await asked()
  const first = await somebody(browser)
  const { page } = first
  const said = sentBy(page)
  await page.goto(`/polls/${id}`)
  await page.getByText('一共3条').waitFor()
  await fit(first)
  await page.getByRole('button', { name: '不赞成', exact: true }).click()
  await page.getByText('还差一步').waitFor() // the name is asked for at the first answer and not before
  await fit(first)
  const sent = answered(page)
  await speakAs(page, `槐花${mark.slice(-2)}`, `137000${mark}`)
  await sent
  await page.getByText('答了1条').waitFor()
  await page.getByRole('button', { name: '上一条答错了' }).waitFor()
  const changed = answered(page)
  await undoAndPress(page)
  await changed
  await page.getByText('刚才答的是').waitFor({ state: 'detached' })
  const statements = [...new Set(said.map((one) => one.replace(/,"sign.*/, '')))]
  expect([said, statements.length]).toEqual([said, 1])
  expect((await poll(id)).counts).toMatchObject({ people: 1, answers: 1 })

  await first.context.setOffline(true)
  await page.getByRole('button', { name: '赞成', exact: true }).click()
  await page.getByText('存了1条').waitFor()
  await page.getByRole('button', { name: '说不好，跳过' }).click()
  await page.getByText('存了2条').waitFor()
  await first.context.setOffline(false)
  await expect.poll(async () => (await poll(id)).counts).toMatchObject({ people: 1, answers: 3 })
  await page.getByRole('button', { name: '我要说的还没人说' }).click()
  await page.getByRole('textbox').fill('柜子放哪儿，先问问13912345678这位师傅')
  await page.getByText('像是写了姓名、门牌或电话').waitFor()
  await fit(first)
  await page.getByRole('textbox').fill('分两处放，东门和西门各一半。')
  await page.getByRole('button', { name: '登出来，请大家答' }).click()
  await page.getByText('登出来了').waitFor()
  await first.context.close()

  const second = await somebody(browser)
  await second.page.goto(`/polls/${id}`)
  await second.page.getByRole('button', { name: '赞成', exact: true }).click()
  await speakAs(second.page, `石榴${mark.slice(-2)}`, `136000${mark}`)
  await second.page.getByText('答了1条，一共4条').waitFor()
  await second.context.close()

  const captain = await onPhone(browser, '白玉芬')
  await captain.page.goto(`/field/polls/${id}`)
  await captain.page.getByText(QUESTION).waitFor()
  await fit(captain)
  await captain.context.setOffline(true)
  await captain.page.getByRole('button', { name: '不赞成', exact: true }).click()
  await captain.page.getByRole('button', { name: '没勾，下一条' }).click()
  await captain.page.getByRole('button', { name: '这张到这里为止' }).click()
  await captain.page.getByText('这张勾了1条，一共4条').waitFor()
  await fit(captain)
  await captain.page.getByLabel('纸上写的那句话').fill('柜子夜里别太亮。')
  await captain.page.getByRole('button', { name: '记好，下一张' }).click()
  await captain.page.getByText('第1张存在手机里').waitFor()
  await captain.context.setOffline(false)
  await expect.poll(async () => (await poll(id)).counts, { timeout: 20_000 }).toMatchObject({ people: 3, answers: 7, statements: 5 }) // two of them what their own statements say
  await captain.page.goto(`/polls/${id}/map`)
  await captain.page.getByText('人还不够，先不画').waitFor()
  await captain.context.close()
})

test('[OM6] [OM9] [OM11] [OM18] the map of the demo says in words, picture and table what groups hold; the desk makes it a draft',
  { timeout: 180_000 }, async () => {
  const { compound } = await tour()
  const found = async (phase: string) => (await read<{ items: readonly Poll[] }>(`/api/v1/public/polls?place=${compound}`)).items.find((one) => one.phase === phase
    && one.counts.people > 50)
  await expect.poll(async () => (await poll((await found('closed'))?.id ?? '').catch(() => undefined))?.map?.groups.length, { timeout: 120_000,
    interval: 1000 }).toBe(2)
  const id = (await found('closed'))?.id ?? ''
  for (const look of [undefined, { ...desk, colorScheme: 'dark' as const }]) {
    const reader = await somebody(browser, look)
    const { page } = reader
    await page.goto(`/polls/${id}/map`)
    await page.getByText(/^两群人都接受三条/).waitFor()
    await page.getByText('8号楼').first().waitFor()
    expect(await page.getByRole('img', { name: /^意见图/ }).count()).toBe(1)
    await fit(reader)
    await page.getByRole('button', { name: '看表格' }).filter({ visible: true }).click()
    await page.getByRole('rowheader', { name: '遛狗拴绳、走外圈，我就没意见。' }).waitFor()
    await fit(reader)
    if (!look) {
      await page.getByRole('button', { name: '长辈版' }).click()
      expect(await largeFaults(page)).toEqual([])
    }
    await reader.context.close()
  }
  const office = await atDesk(browser, '林素梅')
  await office.page.goto(`/console/polls/${id}`)
  await office.page.getByRole('button', { name: '拟成决议草案' }).click()
  await office.page.getByRole('dialog').getByText('一、').waitFor()
  expect(await office.page.getByRole('dialog').locator('blockquote').innerText()).toMatch(/一、[\s\S]*三、/)
  await fit(office)
  await office.context.close()
})
