/** One's own file: opened by phone and the end of the name, corrected, answered by the community, taken along; on a shared phone nobody else's. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, fit, somebody } from '../support/people.ts'
import { productUrl, read } from '../support/product.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

type List = { readonly items: readonly { readonly id: string }[] }

test('[RO50] [RO53] [RO56] somebody sees what is kept of them, says what is wrong, and reads the answer', { timeout: 180_000 }, async () => {
  const worker = await atDesk(browser, '陆晓岚')
  const url = await productUrl()
  const post = async (path: string, data: object) => {
    const answer = await worker.context.request.post(`${url}/api/v1${path}`, { data, headers: { 'x-linli': '1',
      'idempotency-key': `own-file-${Date.now()}-${path.length}` } })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`)
  }
  const number = `1990009${String(Date.now()).slice(-4)}`
  let home = ''
  await expect.poll(async () => {
    const list = await worker.context.request.get(`${url}/api/v1/roster/lists/vacant?limit=1`)
    home = (await list.json() as List).items[0]?.id ?? '' // the shape of listHomes
    return home
  }, { timeout: 90_000 }).not.toBe('')
  await post(`/roster/homes/${home}/people`, { ties: ['owns'], values: { name: '欧阳小雨', phone: number, sex: 'female' } })

  const person = await somebody(browser)
  const { page, context } = person
  await page.goto('/file')
  await page.getByLabel('登记的手机号').fill(number)
  await fit(person)
  await page.getByRole('button', { name: '发验证码' }).click()
  const sent = page.getByText(/演示：验证码是 \d{6}/)
  await sent.waitFor()
  const code = /\d{6}/.exec(await sent.innerText())?.[0] ?? ''
  await page.getByLabel('短信里的6位数').fill(code)
  await page.getByLabel('您名字的最后一个字').fill('风')
  await page.getByRole('button', { name: '打开' }).click()
  await page.getByText('没有打开', { exact: false }).first().waitFor()
  await page.getByLabel('您名字的最后一个字').fill('雨')
  await page.getByRole('button', { name: '打开' }).click()
  await page.getByRole('heading', { level: 1, name: '欧阳＊＊的档案' }).waitFor()
  await fit(person)
  expect(await page.locator('main').innerText()).not.toContain('欧阳小雨')
  await page.getByRole('button', { name: '看全（60秒）' }).click()
  await page.getByText('欧阳小雨', { exact: true }).waitFor()
  await page.getByRole('button', { name: '遮上' }).click()

  await page.getByRole('button', { name: '姓名不对' }).click()
  const dialog = page.getByRole('group', { name: '姓名不对' })
  await dialog.getByLabel('对的姓名是').fill('欧阳小语')
  await dialog.getByLabel('补一句（可不填）').fill('户口本上是语言的语')
  await dialog.getByRole('button', { name: '交给社区' }).click()
  await page.getByText(/收到了。最晚/).waitFor()
  await page.getByText('您说的，等社区核').waitFor()
  await fit(person)

  const desk = worker.page
  await desk.goto('/console/requests')
  const item = desk.getByRole('listitem').filter({ hasText: '欧阳＊＊' }).filter({ hasText: '要改姓名' }).first()
  await item.getByRole('button', { name: '看本人写的' }).click()
  await item.getByText('户口本上是语言的语').waitFor()
  await fit(worker)
  await item.getByRole('button', { name: '办成了' }).click()
  await desk.getByRole('dialog').getByLabel('告诉本人').fill('对过户口本，改好了')
  await desk.getByRole('dialog').getByRole('button', { name: '答复', exact: true }).click()
  await desk.getByRole('dialog').waitFor({ state: 'detached' })

  await page.reload()
  await page.getByText('对过户口本，改好了').waitFor()
  await page.getByText('您自己要的').first().waitFor()
  await page.getByRole('button', { name: '拿一份' }).click()
  await page.getByRole('heading', { level: 1, name: '我的信息，一份' }).waitFor()
  await page.getByText('欧阳小语', { exact: true }).waitFor()
  await fit(person)
  await page.getByRole('button', { name: '回到档案' }).click()
  await page.getByRole('button', { name: '关上' }).click()
  await page.getByLabel('登记的手机号').waitFor()
  expect((await read<{ code: string | null }>('/api/v1/demo/code')).code).toMatch(/^\d{6}$/)
  await context.close()
  await worker.context.close()
})
