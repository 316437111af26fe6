/** Measures a page in large mode by the numbers of the standard for older people (适老化通用设计规范, 2021), as a person would with a ruler. */
import type { Page } from 'playwright-core'

/** Text at least so large, lines and paragraphs at least so far apart, contrast at least so strong, targets at least so large. */
const numbers = { text: 18, line: 1.3, paragraph: 1.3, contrast: 4.5, target: 60 }

type Numbers = typeof numbers

/** Runs in the browser: one line for each thing that misses a number. */
function measure({ text, line, paragraph, contrast, target }: Numbers): string[] {
  const faults: string[] = []
  const seen = (element: Element): boolean => {
    const box = element.getBoundingClientRect()
    return box.width > 1 && box.height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }
  const say = (element: Element): string => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 18)}”`
  const put = (what: string, element: Element, value: number): void => { faults.push(`${what} ${Math.round(value * 100) / 100}: ${say(element)}`) }
  const hidden = (element: Element): boolean => element.closest('.lk-skip, .lk-hidden, [aria-hidden="true"], .gb-bar') !== null

  const brush = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true })
  const rgb = (colour: string): number[] => {
    if (!brush) return [0, 0, 0, 1]
    brush.clearRect(0, 0, 1, 1)
    brush.fillStyle = colour
    brush.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, a = 0] = brush.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const light = (colour: number[]): number => {
    const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ground = (element: Element, text: number): number[] => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor)
      const [strength, worst] = [colour[3] ?? 0, text > 0.5 ? 255 : 0] // over a photo, as bad as a photo can be
      if (strength > 0.98) return colour
      if (strength > 0.5) return colour.slice(0, 3).map((one) => one * strength + worst * (1 - strength))
    }
    return [255, 255, 255]
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const told = new Set<Element>()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!element || told.has(element) || !node.textContent?.trim() || !seen(element) || hidden(element)) continue
    if (['SCRIPT', 'STYLE', 'OPTION', 'NOSCRIPT'].includes(element.tagName)) continue
    told.add(element)
    const style = getComputedStyle(element)
    const size = parseFloat(style.fontSize)
    if (size < text) put('text', element, size)
    const between = style.lineHeight === 'normal' ? 1.2 : parseFloat(style.lineHeight) / size
    const lines = Math.round(element.getBoundingClientRect().height / (between * size))
    if (between < line - 0.001 && lines > 1 && style.whiteSpace !== 'nowrap') put('line spacing', element, between)
    const one = light(rgb(style.color))
    const two = light(ground(element, one))
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05)
    const still = element.closest('[aria-disabled="true"], [disabled]') !== null
    if (ratio < contrast - 0.01 && !still) put('contrast', element, ratio)
  }
  // running text: from the last line of a paragraph to the first of the next
  for (const p of document.querySelectorAll('p + p')) {
    const before = p.previousElementSibling
    if (!before || !seen(p) || !seen(before) || hidden(p)) continue
    const height = parseFloat(getComputedStyle(p).lineHeight)
    const [above, below] = [before.getBoundingClientRect(), p.getBoundingClientRect()]
    if (below.top < above.bottom - 1) continue
    const several = above.height > height * 1.5 && below.height > height * 1.5
    const apart = (below.top - above.bottom + height) / height
    if (several && apart < paragraph) put('paragraph spacing', p, apart)
  }
  // a target is what answers a finger: the box, or what lies around it and still hits it
  const reach = (pressed: Element, along: 'x' | 'y'): number => {
    pressed.scrollIntoView({ block: 'center', inline: 'center' })
    const box = pressed.getBoundingClientRect()
    const [x, y] = [box.left + Math.min(box.width / 2, 120), box.top + Math.min(box.height, 60) / 2]
    const hits = (step: number): boolean => {
      const hit = document.elementFromPoint(along === 'x' ? x + step : x, along === 'y' ? y + step : y)
      return hit !== null && (pressed === hit || pressed.contains(hit))
    }
    const until = (sign: number): number => { let step = 0; while (step < target && hits(sign * (step + 1))) step += 1; return step }
    return Math.max(along === 'x' ? box.width : box.height, until(1) + until(-1) + 1)
  }
  for (const element of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=switch]')) {
    if (!seen(element) || hidden(element)) continue
    const within = element.parentElement
    const inSentence = element.tagName === 'A' && [...within?.childNodes ?? []].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim().length > 1)
    if (inSentence) continue
    // a radio, a switch or a file is pressed by its label; a line of text by its frame
    const byLabel = element instanceof HTMLInputElement && ['radio', 'checkbox', 'file'].includes(element.type)
    const pressed = byLabel ? element.closest('label') ?? element.labels?.[0] ?? element : element.closest('.lk-area') ?? element
    const [height, width] = [reach(pressed, 'y'), reach(pressed, 'x')]
    if (height < target - 0.5) put('target height', element, height)
    if (width < target - 0.5) put('target width', element, width)
  }
  scrollTo(0, 0)
  const over = document.querySelector('dialog[open], [role=dialog], [role=alertdialog]')
  if (over && seen(over)) faults.push(`pop-up: ${say(over)}`)
  return faults
}

/** What of the page as it stands misses a number of large mode; empty is good. */
export const largeFaults = (page: Page): Promise<string[]> => page.evaluate(measure, numbers)
