import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../src/ui-kit/tokens.css', import.meta.url), 'utf8')

/** The colours that hold under a selector, later blocks over earlier ones. */
function colours(...selectors: string[]): Record<string, string> {
  const found: Record<string, string> = {}
  for (const selector of selectors) {
    const start = css.indexOf(`\n${selector} {`)
    expect(start, selector).toBeGreaterThanOrEqual(0)
    const block = css.slice(start, css.indexOf('\n}', start))
    for (const [, name = '', value = ''] of block.matchAll(/--([\w-]+): (#[0-9A-F]{6});/g)) found[name] = value
  }
  return found
}

/** Relative luminance and contrast of WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92
    : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['paper', 'sheet', 'sheet-2']
const text: readonly [string, readonly string[]][] = [
  ['ink', [...grounds, 'sunk', 'cin-soft']], ['ink-2', [...grounds, 'sunk', 'cin-soft']], ['ink-3', grounds], ['cin', [...grounds, 'cin-soft']],
    ['on-cin', ['cin', 'cin-strong']], ['on-ink', ['ink']],
  ['jade', [...grounds, 'jade-soft']], ['indigo', grounds], ['ochre', grounds], ['slate', grounds],
]
const frames: readonly [string, readonly string[]][] = [['edge', grounds], ['focus', grounds], ['cin', grounds], ['ink', grounds]]

const themes: readonly [string, readonly string[]][] = [
  ['light', [':root']], ['dark', [':root', '[data-theme="dark"]']], ['light and large', [':root', '[data-size="large"]']],
  ['dark and large', [':root', '[data-theme="dark"]', '[data-size="large"][data-theme="dark"]']],
]

for (const [name, selectors] of themes) {
  test(`[look] in ${name} every text reaches 4.5 and every frame 3 on the grounds that it stands on`, () => {
    const c = colours(...selectors)
    const weak = (pairs: typeof text, least: number) => pairs.flatMap(([front,
      backs]) => backs.map((back) => ({ front, back, ratio: contrast(c[front] ?? '#000000', c[back] ?? '#000000') })))
      .filter(({ ratio }) => ratio < least).map(({ front, back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`)
    expect(weak(text, 4.5)).toEqual([])
    expect(weak(frames, 3)).toEqual([])
  })
}

test('the contrast of black on white is 21', () => { expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21) })
