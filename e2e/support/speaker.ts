/** How somebody who speaks opens a free name on a page that asks for it. */
import type { Page } from 'playwright-core'
import { choose } from './people.ts'

/** Age and phone, then the code that the demo shows, then the name; the page goes on by itself. */
export async function speakAs(page: Page, name: string, phone: string): Promise<void> {
  await choose(page.locator('.sp-open'), '满18岁')
  await page.getByLabel('手机号').fill(phone)
  await page.getByRole('button', { name: '发验证码' }).click()
  const shown = await page.getByText(/验证码是 \d{6}/).innerText()
  await page.getByLabel('验证码', { exact: true }).fill(/\d{6}/.exec(shown)?.[0] ?? '')
  await page.getByLabel('大家怎么叫您').fill(name)
  await page.getByRole('button', { name: '用这个名字说话' }).click()
}
