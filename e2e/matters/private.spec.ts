/** What is nobody's business stays so: neighbours' quarrels, words of violence; and the public board, which never says who. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { moveBy, openMatter } from '../support/office.ts'
import { atDesk, become, fit, onPhone, somebody } from '../support/people.ts'
import { productUrl, read, tour } from '../support/product.ts'
import { answerThree, fillReport, residentReports, sendReport } from '../support/resident.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

type Board = { open: readonly { number: string }[]; done: readonly { number: string }[]; unable: readonly { number: string }[] }
const onBoard = async (number: string): Promise<boolean> => {
  const board = await read<Board>(`/api/v1/boards/${(await tour()).compound}`)
  return [...board.open, ...board.done, ...board.unable].some((one) => one.number === number)
}

test('[journey e] noise from a neighbour skips the captain of the building, and never stands on the board', async () => {
  const resident = await somebody(browser)
  await resident.page.goto(`/d/${(await tour()).door}`)
  await fillReport(resident.page, { words: '楼上半夜拖桌椅，咚咚响到一点，说了也不听', kind: '邻家生活' })
  await resident.page.getByText('这类事不上公开栏').waitFor()
  await resident.page.getByText('楼栋长、小区支部和业委会也看不到').waitFor()
  await fit(resident)
  const { id, number } = await sendReport(resident.page)
  const captain = await onPhone(browser, '白玉芬')
  await captain.page.goto(`/field/m/${id}`)
  await captain.page.getByText('没有找到这件事').waitFor()
  await fit(captain)
  await captain.page.goto('/field')
  await captain.page.getByRole('heading', { level: 1 }).waitFor()
  await captain.page.waitForLoadState('networkidle')
  expect(await captain.page.locator(`a[href*="${id}"]`).count()).toBe(0)
  const secretary = await atDesk(browser, '林素梅')
  await openMatter(secretary, id)
  await secretary.page.getByText('楼上半夜拖桌椅').first().waitFor()
  await secretary.page.getByText(/楼栋长.*看不到这件事/).waitFor()
  await fit(secretary)
  const branch = await atDesk(browser, '秦月兰')
  await branch.page.goto(`/console/m/${id}`)
  await branch.page.getByText('没有找到这件事').waitFor()
  expect(await onBoard(number)).toBe(false)
  await Promise.all([resident, captain, secretary, branch].map(({ context }) => context.close()))
})

test('[journey e] words of violence: the numbers stand there before anything is sent, and one named worker has it at once', async () => {
  const resident = await somebody(browser)
  await resident.page.goto(`/d/${(await tour()).door}`)
  await fillReport(resident.page, { words: '楼上男的又打老婆，听见喊救命，孩子在哭' })
  await resident.page.getByRole('alert').getByText('110').waitFor()
  await resident.page.getByRole('alert').getByText('先打电话').waitFor()
  expect(await resident.page.locator('a[href^="tel:"]').count()).toBe(0) // nobody calls 110 out of a demo
  await resident.page.getByText('只有社区一位指定的工作者看得到').waitFor()
  await fit(resident)
  const { id, number } = await sendReport(resident.page)
  await resident.page.getByRole('alert').getByText('110').waitFor()
  await fit(resident)
  const worker = await atDesk(browser, '何晓玲')
  await openMatter(worker, id)
  await worker.page.getByText('楼上男的又打老婆').first().waitFor()
  await fit(worker)
  const captain = await onPhone(browser, '白玉芬')
  await captain.page.goto(`/field/m/${id}`)
  await captain.page.getByText('没有找到这件事').waitFor()
  const grid = await onPhone(browser, '夏雨桐')
  await grid.page.goto(`/field/m/${id}`)
  await grid.page.getByText('没有找到这件事').waitFor()
  expect(await onBoard(number)).toBe(false)
  await Promise.all([resident, worker, captain, grid].map(({ context }) => context.close()))
})

test('[journey g] the board shows title, holder and end; no name, phone, door or word of the reporter; a photo only when it was released', async () => {
  const planted = { name: '禹小满', phone: '19900007766', words: '咱们三号楼东头的楼道灯管一闪一闪像鬼片' }
  const resident = await residentReports(browser, { ...planted, photo: true, kind: '照明' })
  const { id, number } = resident.reported
  const firm = await atDesk(browser, '孟凡')
  await moveBy(firm, id, 'finish', { note: '换了两根灯管', outcome: 'solved' })
  const grid = await onPhone(browser, '夏雨桐')
  await moveBy(grid, id, 'verify', { pass: true, note: '晚上去看过，亮了' })
  await answerThree(resident.page, true, '满意')
  await resident.page.getByLabel('想说的').fill('我叫禹小满，住1201，谢谢')
  await resident.page.getByRole('button', { name: '就这么答' }).click()
  await resident.page.getByText('记下了，谢谢您').waitFor()

  const passer = await somebody(browser)
  const { compound } = await tour()
  const answer = await passer.page.goto(`/board/${compound}`)
  expect(answer?.headers()['x-robots-tag']).toContain('noindex')
  await passer.page.getByRole('heading', { level: 1 }).waitFor()
  await passer.page.getByText('3号楼').first().waitFor()
  expect(await onBoard(number)).toBe(true)
  const raw = await (await fetch(`${await productUrl()}/api/v1/boards/${compound}`)).text()
  const page = await passer.page.locator('body').innerText()
  for (const secret of [planted.name, planted.phone, planted.words, '鬼片', '1201', id]) {
    expect([secret, raw.includes(secret)]).toEqual([secret, false])
    expect([secret, page.includes(secret)]).toEqual([secret, false])
  }
  await fit(passer)

  const photosOf = async () => (await read<{ done: readonly { number: string; photos: readonly { id: string }[] }[] }>(`/api/v1/boards/${compound}`))
    .done.find((one) => one.number === number)?.photos ?? []
  expect(await photosOf()).toEqual([])
  const worker = await atDesk(browser, '何晓玲')
  await openMatter(worker, id)
  await worker.page.getByRole('button', { name: '放到公开栏' }).first().click()
  await worker.page.getByRole('button', { name: '公开栏看得到，收回' }).waitFor()
  const [released] = await photosOf()
  expect(released).toBeDefined()
  expect((await fetch(`${await productUrl()}/api/v1/boards/${compound}/photos/${released?.id}`)).status).toBe(200)
  expect((await fetch(`${await productUrl()}/api/v1/photos/${released?.id}`)).status).toBe(404)
  await worker.page.getByRole('button', { name: '公开栏看得到，收回' }).click()
  await expect.poll(photosOf).toEqual([])
  expect((await fetch(`${await productUrl()}/api/v1/boards/${compound}/photos/${released?.id}`)).status).toBe(404)
  await Promise.all([resident, firm, grid, passer, worker].map(({ context }) => context.close()))
})

test('[journey g] the board at a desk is fit too, and a resident may take a matter off it', async () => {
  const resident = await residentReports(browser, { words: '单元门关不上，闭门器坏了', kind: '门窗扶手' })
  expect(await onBoard(resident.reported.number)).toBe(true)
  await resident.page.goto('/m')
  await resident.page.getByRole('switch', { name: '上公开栏' }).click()
  await expect.poll(() => onBoard(resident.reported.number)).toBe(false)
  const passer = await somebody(browser, { viewport: { width: 1440, height: 900 } })
  await become(passer, '闻素兰').catch(() => undefined)
  await passer.page.goto(`/board/${(await tour()).compound}`)
  await passer.page.getByRole('heading', { level: 1 }).waitFor()
  await passer.page.getByText('3号楼').first().waitFor()
  await fit(passer)
  await Promise.all([resident, passer].map(({ context }) => context.close()))
})
