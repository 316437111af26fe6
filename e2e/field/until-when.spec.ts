/** On a captain's phone: put aside with a way to the money and taken up again, more time asked for; and whose turn it is to verify. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { choose, fit, onPhone, type Walker } from '../support/people.ts'
import { productUrl, read, write } from '../support/product.ts'
import { residentReports } from '../support/resident.ts'

let browser: Browser
let captain: Walker
beforeAll(async () => { browser = await launch(); captain = await onPhone(browser, '白玉芬') })
afterAll(async () => { await browser?.close() })

type Seen = { readonly state: string; readonly suspended: boolean; readonly yoursToVerify: boolean; readonly story: readonly { readonly kind: string }[] }
/** The matter as that person reads it, in their first post or in `post`; null where they do not see it. */
async function seenBy({ context }: Pick<Walker, 'context'>, id: string, post?: string): Promise<Seen | null> {
  const answer = await context.request.get(`${await productUrl()}/api/v1/matters/${id}`, post === undefined ? {} : { headers: { 'x-post': post } })
  return answer.ok() ? await answer.json() as Seen : null // openapi.json says what it is
}
const kinds = async (id: string): Promise<readonly string[]> => (await seenBy(captain, id))?.story.map(({ kind }) => kind) ?? []

/** A matter that the captain has taken. */
async function taken(words: string): Promise<{ readonly resident: Walker; readonly id: string }> {
  const resident = await residentReports(browser, { words, kind: '楼道堆物' })
  const { id } = resident.reported
  await write(captain.context.request, `/api/v1/matters/${id}/take`, {})
  return { resident, id }
}

test('[M36] put aside on the phone with a way to the money and a day, once; the reporter reads why, and it is taken up again', async () => {
  const { page } = captain
  const { resident, id } = await taken('楼道扶手断了一截，要花钱重做')
  await page.goto(`/field/m/${id}/do/suspend`)
  await page.getByText('先选钱从哪来').waitFor()
  await fit(captain)
  await choose(page, /^维修资金(?!应急)/)
  const day = page.getByLabel('哪天再看')
  await day.fill(await day.getAttribute('max') ?? '')
  await page.getByLabel('给报的人的话').fill('差八百元，业委会在跑维修资金')
  await fit(captain)
  await page.getByRole('button', { name: '挂账，到那天再看' }).dblclick()
  await page.getByText('挂好了，到那天提醒您。').waitFor()
  await page.getByText('等钱，走维修资金').waitFor()
  await fit(captain)
  expect(await kinds(id)).toEqual(['suspend', 'take', 'filed'])
  await page.goto('/field')
  await page.getByRole('heading', { name: '挂着账的' }).waitFor()
  await fit(captain)
  await resident.page.goto('/m')
  await resident.page.getByRole('heading', { name: '这件事在等钱' }).waitFor()
  await fit(resident)
  await page.goto(`/field/m/${id}/do/resume`)
  await page.getByLabel('怎么能办了').fill('钱批下来了，明天就修')
  await fit(captain)
  await page.getByRole('button', { name: '接着办' }).dblclick()
  await page.getByText('接着办了，时限在走。').waitFor()
  expect(await kinds(id)).toEqual(['resume', 'suspend', 'take', 'filed'])
  await resident.context.close()
})

test('[M37] more time is asked for on the phone, once; another office decides, and it is not offered again meanwhile', async () => {
  const { page } = captain
  const { resident, id } = await taken('楼道里一面墙的旧家具要分三次搬')
  await page.goto(`/field/m/${id}/do/ask_extension`)
  await page.getByText('还差一句话').waitFor()
  await fit(captain)
  await choose(page, '3天')
  await page.getByLabel('为什么来不及').fill('搬家公司下周一才有车')
  await page.getByRole('button', { name: '申请多给3个工作日' }).dblclick()
  await page.getByText('申请交上了，等批。').waitFor()
  await fit(captain)
  expect(await kinds(id)).toEqual(['ask_extension', 'take', 'filed'])
  await page.goto(`/field/m/${id}/do/ask_extension`)
  await page.getByText('这一步现在做不了').waitFor()
  await resident.context.close()
})

type Post = { readonly post: string; readonly kind: string }
type People = { readonly people: readonly { readonly name: string; readonly posts: readonly Post[] }[] }

/** The grid post that the rota named, at their own phone. */
async function whoseTurn(id: string): Promise<Walker> {
  const { people } = await read<People>('/api/v1/demo/people')
  for (const { name, posts } of people) for (const { post } of posts.filter((one) => one.kind.startsWith('grid'))) {
    const walker = await onPhone(browser, name, post)
    if ((await seenBy(walker, id, post))?.yoursToVerify) return walker
    await walker.context.close()
  }
  throw new Error('nobody was named')
}

test('[M38] whose turn it is to verify reads it in the list and on the matter, and others do not; once looked at, the mark is gone', async () => {
  const { resident, id } = await taken('楼道口堆着两捆纸板，推车过不去')
  await write(captain.context.request, `/api/v1/matters/${id}/finish`, { note: '纸板收走了', outcome: 'solved' })
  const turn = await whoseTurn(id)
  const { page } = turn
  await page.goto('/field')
  await page.locator(`a[href="/field/m/${id}"]`).first().waitFor()
  await page.getByText('轮到您复核').first().waitFor()
  await fit(turn)
  await page.goto(`/field/m/${id}`)
  await page.getByText('去现场看一眼，办好没办好，照实记。').waitFor()
  await fit(turn)
  await captain.page.goto(`/field/m/${id}`)
  await captain.page.getByRole('heading', { name: '经过' }).waitFor()
  expect(await captain.page.getByText('轮到您复核').count()).toBe(0)
  await page.getByRole('link', { name: '复核' }).last().click()
  await choose(page, '办好了')
  await page.getByRole('button', { name: '复核通过，请报的人评' }).click()
  await page.getByText('复核通过，等报的人评。').waitFor()
  await page.getByText('轮到您复核').waitFor({ state: 'detached' })
  await Promise.all([resident, turn].map(({ context }) => context.close()))
})

test('[N4] [N5] what came to the captain stands under notices in a sentence and is read once it was opened; all at one press, which can be taken back', async () => {
  const { page } = captain
  const { context, reported } = await residentReports(browser, { words: '一楼过道停了三辆旧自行车', kind: '楼道堆物' })
  const told = async (): Promise<number> => (await (await captain.context.request.get('/api/v1/notices')).json() as { items: { subject: string }[] }).items // openapi.json says what it is
    .filter(({ subject }) => subject === reported.id).length
  await expect.poll(told, { timeout: 10_000 }).toBe(1)
  await page.goto('/field')
  await page.getByRole('link', { name: /条新消息$/ }).click()
  const line = page.getByRole('link', { name: reported.number })
  await line.waitFor()
  expect(await line.textContent()).toMatch(/没看过 到您这里了，先签收/)
  await fit(captain)
  await line.click()
  await page.getByRole('heading', { name: '经过' }).waitFor()
  await page.goBack()
  await expect.poll(() => line.textContent()).not.toMatch('没看过')
  await page.getByRole('button', { name: '全部看过' }).click()
  await page.getByRole('button', { name: /^撤回/ }).click()
  await page.getByText(/条没看过$/).waitFor()
  await context.close()
})
