/** Those who walk the journeys: each has a browser context of their own, as if it were their own phone or desk. */
import { expect } from 'vitest'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { axeFaults, desk, phone, scrollsSideways } from './browser.ts'
import { productUrl, read, write } from './product.ts'

type Post = { readonly post: string; readonly kind: string; readonly title: string; readonly orgName: string; readonly placeName: string }
type DemoPerson = { readonly person: string; readonly name: string; readonly posts: readonly Post[] }
/** Somebody at their own screen; `complaints` are errors of the browser's console. */
export type Walker = { readonly page: Page; readonly context: BrowserContext; readonly complaints: string[] }

/** A new browser context with nobody signed in. */
export async function somebody(browser: Browser, options: BrowserContextOptions = phone): Promise<Walker> {
  const context = await browser.newContext({
    locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', ...options, baseURL: await productUrl(),
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (line) => { if (line.type() === 'error' && !/favicon|Failed to load resource/.test(line.text())) complaints.push(line.text()) })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, context, complaints }
}

/** Who the demo knows, by name. */
export async function demoPerson(name: string): Promise<DemoPerson> {
  const { people } = await read<{ people: readonly DemoPerson[] }>('/api/v1/demo/people')
  const found = people.find((one) => one.name === name)
  if (!found) throw new Error(`nobody in the demo is called ${name}`)
  return found
}

/** Signs that person in, acting in their first post, the one with this id or the one whose title or place says `post`. */
export async function become({ context }: Pick<Walker, 'context'>, name: string, post?: string): Promise<void> {
  const { person, posts } = await demoPerson(name)
  await write(context.request, '/api/v1/demo/session', { person })
  if (post === undefined) return
  const chosen = posts.find((one) => one.post === post) ?? posts.find((one) => `${one.title} ${one.orgName} ${one.placeName}`.includes(post))
  if (!chosen) throw new Error(`${name} holds no post like ${post}`)
  await context.addInitScript((id) => { sessionStorage.setItem('linli.post', id) }, chosen.post)
}

/** That person of the demo at their own phone. */
export async function onPhone(browser: Browser, name: string, post?: string): Promise<Walker> {
  const walker = await somebody(browser, phone)
  await become(walker, name, post)
  return walker
}

/** That person of the demo at their own desk. */
export async function atDesk(browser: Browser, name: string, post?: string): Promise<Walker> {
  const walker = await somebody(browser, { ...desk, deviceScaleFactor: 1 })
  await become(walker, name, post)
  return walker
}

/** Holds that the page as it stands is fit for everybody: axe finds nothing serious, nothing moves sideways, the browser complains of nothing. */
export async function fit({ page, complaints }: Walker): Promise<void> {
  const at = new URL(page.url()).pathname
  expect([at, await axeFaults(page)]).toEqual([at, []])
  expect([at, 'scrolls sideways', await scrollsSideways(page)]).toEqual([at, 'scrolls sideways', false])
  expect([at, complaints]).toEqual([at, []])
}

/** Presses the label of a radio button, as a finger does, and waits until it is chosen. */
export async function choose(scope: Page | Locator, name: string | RegExp): Promise<void> {
  const radio = scope.getByRole('radio', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first()
  await radio.locator('xpath=ancestor::label').click()
  await expect.poll(() => radio.isChecked()).toBe(true)
}
