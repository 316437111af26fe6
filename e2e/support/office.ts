/** What people in offices do at a desk, step by step, for journeys. */
import type { Page } from 'playwright-core'
import { productUrl, write } from './product.ts'
import type { Walker } from './people.ts'

/** The row of a matter in the list of the inbox. */
export const row = (page: Page, id: string) => page.locator(`[data-matter="${id}"]`)

/** Opens the matter and waits until it is drawn. */
export async function openMatter({ page }: Walker, id: string): Promise<void> {
  await page.goto(`/console/m/${id}`)
  await page.locator('article').waitFor()
}

/** Presses a move of the matter in the order of the decision panel: its button opens a window with the form. */
export const pressMove = (page: Page, name: string) => page.locator('article').getByRole('button', { name: new RegExp(`^${name}`) }).click()

/** Waits for the window to close, which it does when what it sends is saved. */
export async function send(page: Page, name: string | RegExp): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** A move through the interface, for what a journey needs but is not about: takes the newest version by itself. */
export async function moveBy({ context }: Walker, id: string, move: string, body: object = {}): Promise<{ state: string }> {
  const answer = await context.request.get(`${await productUrl()}/api/v1/matters/${id}`)
  const { version } = await answer.json()
  return write(context.request, `/api/v1/matters/${id}/${move}`, { version, ...body })
}
