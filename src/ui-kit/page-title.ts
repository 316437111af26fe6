/** The browser's tab says what the page says: its heading (beside a list, what is open), then the name of the front end. */
const bases = new Map([['邻里工作台', 'Linli desk'], ['邻里巡访', 'Linli field'], ['邻里', 'Linli']])

/** `heading` (the text of the page's heading, '' when it has none) and `base` (the title of the document as it was sent) as one title. */
export function titleOf(heading: string, base: string, lang: string): string {
  const product = lang === 'en' ? bases.get(base) ?? base : base
  const said = heading.replace(/\s+/g, ' ').trim()
  return said === '' || said === product ? product : `${said} - ${product}`
}

/** Keeps the title true while pages come and go; called once, by `mount`. */
export function startTitles(root: HTMLElement): void {
  const base = document.title
  let asked = 0
  const say = () => {
    asked = 0
    const next = titleOf([...root.querySelectorAll('h1')].at(-1)?.textContent ?? '', base, document.documentElement.lang)
    if (document.title !== next) document.title = next
  }
  // Not by frames: a tab in the background has none, and its title is what it is found by.
  const later = () => { asked ||= window.setTimeout(say, 80) }
  const seen = new MutationObserver(later)
  seen.observe(root, { subtree: true, childList: true, characterData: true })
  seen.observe(document.documentElement, { attributeFilter: ['lang'] })
}
