/** Whose it is and until when: a firm objects, the street rules, the ruling is offered the next time; what waits for money stands still. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { moveBy, openMatter, pressMove, send } from '../support/office.ts'
import { atDesk, choose, fit } from '../support/people.ts'
import { residentReports } from '../support/resident.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

const LAMP = { words: '三楼楼道的灯不亮，晚上看不见台阶', phone: '13900001234' }

test('[M33] [M35] a firm objects with evidence, the street names an owner, and the ruling is offered with the next matter of the kind', async () => {
  const first = await residentReports(browser, LAMP)
  const firm = await atDesk(browser, '孟凡')
  await openMatter(firm, first.reported.id)
  await pressMove(firm.page, '派单异议')
  const form = firm.page.getByRole('dialog')
  await form.getByLabel('凭什么不该派给我们').selectOption({ label: '不在合同内' })
  await form.getByLabel('凭据').fill('合同第十二条，公共照明由业委会另聘的电工负责')
  await fit(firm)
  await send(firm.page, '提给街道裁定')

  const street = await atDesk(browser, '贺一川')
  await street.page.goto('/console/rulings')
  const waiting = street.page.getByRole('article').filter({ hasText: '合同第十二条' })
  await waiting.getByText('润庭物业服务有限公司提出：不在合同内').waitFor()
  await fit(street)
  await waiting.getByRole('button', { name: '裁定归谁办' }).click()
  const ruling = street.page.getByRole('dialog')
  await choose(ruling, /不成立，还归原来的办/)
  await ruling.getByLabel('为什么').fill('合同附件写明楼道照明由物业更换灯具')
  await ruling.getByLabel('依据哪一条').fill('物业服务合同附件二第三项')
  await fit(street)
  await send(street.page, /^定给润庭物业/)
  await expect.poll(() => waiting.count()).toBe(0)

  await openMatter(firm, first.reported.id)
  await firm.page.getByText('街道裁定归').waitFor()
  expect(await firm.page.locator('article').getByRole('button', { name: /^派单异议/ }).count()).toBe(0)

  const second = await residentReports(browser, { ...LAMP, words: '五楼楼道的灯也不亮了' })
  const desk = await atDesk(browser, '林素梅')
  await openMatter(desk, second.reported.id)
  await desk.page.getByText('从前这样裁定过').first().waitFor()
  await desk.page.getByText('合同附件写明楼道照明由物业更换灯具').first().waitFor()
  await fit(desk)
  await desk.page.goto(`/console/m/${second.reported.id}/whistle`) // before anybody is called, as on the page of rulings
  await desk.page.locator('.cs-form').getByText('合同附件写明楼道照明由物业更换灯具').waitFor()
  await fit(desk)
  await Promise.all([first, firm, street, second, desk].map(({ context }) => context.close()))
})

test('[M36] what waits for money names its way and a day, stands still for everybody, and goes on when it is taken up again', async () => {
  const resident = await residentReports(browser, { ...LAMP, words: '单元门口的灯杆歪了，灯不亮' })
  const firm = await atDesk(browser, '孟凡')
  await moveBy(firm, resident.reported.id, 'take')
  await openMatter(firm, resident.reported.id)
  await pressMove(firm.page, '挂账')
  const form = firm.page.getByRole('dialog')
  await form.getByRole('button', { name: '先选钱从哪来' }).waitFor()
  await choose(form, /公共收益/)
  await form.getByLabel('哪天再看').fill('2026-12-10')
  await form.getByLabel('给报的人的话').fill('还差三千元，等业委会公布公共收益结余')
  await fit(firm)
  await send(firm.page, /^挂账，12月10日再看/)
  await firm.page.getByText('等钱，走公共收益').waitFor()

  await resident.page.goto('/m')
  await resident.page.getByText('这件事在等钱').waitFor()
  await resident.page.getByText('12月10日 周四再看到了哪一步。').waitFor()
  await fit(resident)

  const desk = await atDesk(browser, '林素梅')
  await desk.page.goto('/console/aside')
  await desk.page.getByRole('row').filter({ hasText: '公共收益' }).first().waitFor()
  await fit(desk)

  await firm.page.reload()
  await pressMove(firm.page, '恢复办理')
  await form.getByLabel('怎么能办了').fill('业委会同意了，明天进场')
  await send(firm.page, '接着办，时限接着走')
  await expect.poll(() => firm.page.getByText('等钱，走公共收益').count()).toBe(0)
  await resident.page.reload()
  await expect.poll(() => resident.page.getByText('这件事在等钱').count()).toBe(0)
  await Promise.all([resident, firm, desk].map(({ context }) => context.close()))
})
