/** The table of places: tried out, taken, and taken out. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, fit } from '../support/people.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

test('[P12] [P14] a table is tried out with the lines that cannot be taken, taken, and found in what is taken out', async () => {
  const secretary = await atDesk(browser, '林素梅')
  const { page } = secretary
  await page.goto('/console/places')
  await page.getByText('把 CSV 或 Excel 拖到这里').waitFor()
  await fit(secretary)
  const buffer = Buffer.from('编码,名称,类型\n990106003001K8,,商品房\n990106003001K9,新城院,商品房\n990106003002K9,别处,商品房\n')
  await page.locator('input[type=file]').setInputFiles({ name: '地点.csv', mimeType: 'text/csv', buffer })
  await page.getByText('试过了，还没有改任何东西').waitFor()
  expect(await page.locator('.pt-wrong li').allTextContents()).toEqual(['第2行缺名称。', '第4行不在您管的范围里。'])
  await fit(secretary)
  await page.getByRole('button', { name: '收下这1处' }).click()
  await page.getByText('收好了：新增1处').waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '存成 CSV' }).click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await saved).createReadStream()) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).toString()).toContain('990106003001K9,新城院')
  await page.getByRole('button', { name: '再导一份' }).click()
  const book = page.waitForEvent('download')
  await page.getByRole('button', { name: '存成 Excel' }).click()
  await page.locator('input[type=file]').setInputFiles(await (await book).path())
  await page.getByText('0行收不下').or(page.getByText('新增0处，改0处')).first().waitFor()
  await secretary.context.close()
})

test('[P15] the sketch of a compound is drawn by arrow keys, by dragging and in numbers; buildings on each other are told before they are saved', async () => {
  const worker = await atDesk(browser, '陆晓岚')
  const { page } = worker
  await page.goto('/console/places/plan')
  const house = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}，`) })
  await house('9号楼').focus()
  const [, east = '', south = ''] = /东(\d+)米，南(\d+)米/.exec(await house('9号楼').getAttribute('aria-label') ?? '') ?? []
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await page.getByRole('button', { name: `9号楼，东${Number(east) + 1}米，南${Number(south) + 5}米` }).waitFor()
  await fit(worker)
  await page.getByLabel('9号楼，东多少米').fill(await page.getByLabel('8号楼，东多少米').inputValue())
  await page.getByLabel('9号楼，南多少米').fill(await page.getByLabel('8号楼，南多少米').inputValue())
  await page.getByText(/8号楼、9号楼叠在一起了/).waitFor()
  await fit(worker)
  const box = await house('9号楼').boundingBox()
  if (!box) throw new Error('building 9 is drawn')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 90, box.y + box.height / 2 + 60, { steps: 6 })
  await page.mouse.up()
  await page.getByText(/叠在一起了/).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '存好（动了1栋）' }).click()
  await page.getByText('存好了，动了1栋。').waitFor()
  const kept = await house('9号楼').getAttribute('aria-label')
  await page.reload()
  await page.getByRole('button', { name: kept ?? '', exact: true }).waitFor()
  await worker.context.close()
})
