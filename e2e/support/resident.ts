/** What a resident does on a phone, step by step, for journeys that begin with a matter. */
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { choose, somebody, type Walker } from './people.ts'
import { tour } from './product.ts'

/** A small photo, made from a drawing: JPEG. */
export const smallPhoto = async (colour = '#8a7f6a'): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({
  name: 'photo.jpg', mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 640, height: 480, channels: 3, background: colour } }).jpeg().toBuffer(),
})

export type Reported = { readonly number: string; readonly receipt: string; readonly id: string }
export type Report = {
  readonly words: string; readonly photo?: boolean; readonly offBoard?: boolean
  readonly phone?: string; readonly name?: string; readonly kind?: string
}

/** One of the three suggested kinds, or out of the whole tree. */
async function chooseKind(page: Page, kind: string): Promise<void> {
  const suggested = page.getByRole('group', { name: '看着像是' }).getByRole('radio', { name: kind, exact: true })
  if (await suggested.count() > 0) { await choose(page, kind); return }
  await page.getByRole('button', { name: '其他类别' }).click()
  const tree = page.getByRole('dialog')
  await tree.locator('details').filter({ has: page.getByText(kind, { exact: true }) }).locator('summary').click()
  await tree.getByRole('button', { name: kind, exact: true }).click()
}

/** Fills in the page of a door's code as it stands. */
export async function fillReport(page: Page, { words, photo, offBoard, phone, name, kind }: Report): Promise<void> {
  await page.getByLabel('说一声，哪里不对').fill(words)
  if (photo) await page.locator('input[type=file]').setInputFiles(await smallPhoto())
  const kinds = page.getByRole('group', { name: '看着像是' })
  await kinds.waitFor()
  if (kind) await chooseKind(page, kind)
  if (offBoard) await page.getByRole('switch', { name: '可以上公开栏' }).click()
  if (phone) {
    await page.getByText('想收到进展，留个手机号').click()
    await page.getByLabel('手机号', { exact: true }).fill(phone)
    if (name) await page.getByLabel('怎么称呼').fill(name)
  }
}

/** Presses the one button of the report page and reads the receipt. */
export async function sendReport(page: Page): Promise<Reported> {
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/matters') && answer.request().method() === 'POST')
  await page.getByRole('button', { name: /^交给|^交上去$/ }).click()
  const { number, receipt, id } = await (await answered).json()
  await page.getByRole('heading', { name: /^交上了/ }).waitFor()
  return { number, receipt, id }
}

/** A resident who opens the door's code on a phone, says it and sends it. */
export async function residentReports(browser: Browser, report: Report, door?: string): Promise<Walker & { reported: Reported }> {
  const walker = await somebody(browser)
  await walker.page.goto(`/d/${door ?? (await tour()).door}`)
  await fillReport(walker.page, report)
  return { ...walker, reported: await sendReport(walker.page) }
}

/** The three answers at the page of the matter in hand. */
export async function answerThree(page: Page, solved: boolean, satisfied: '满意' | '基本满意' | '不满意', reached = true): Promise<void> {
  await page.goto('/m')
  await choose(page, reached ? '联系过' : '没人联系')
  await choose(page, solved ? '解决了' : '没解决')
  await choose(page, satisfied)
}
