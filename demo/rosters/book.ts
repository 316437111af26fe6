/** Dirty workbooks, drawn from a seed, with the right answer to everything planted in them. */
import { dice } from '../seed.ts'
import { building, layouts, type Layout } from './layouts.ts'
import { secretOf, sheetOf, type Planted, type Sheet } from './sheet.ts'
import { households, type Home } from './world.ts'

/** `secrets`: what stands in columns that must never be read. */
export type DirtyBook = { readonly sheets: readonly Sheet[]; readonly planted: readonly Planted[]; readonly secrets: readonly string[];
  readonly people: number }
export type BookWish = {
  readonly seed: string; readonly layout: string; readonly homes: readonly Home[]
  /** False writes everything plainly. */
  readonly dirty?: boolean
  /** Puts somebody under 14 into one household of ten. */
  readonly children?: boolean
}

/** The column sets by name. */
export const layoutNames: readonly string[] = layouts.map(({ key }) => key)

function layoutOf(key: string): Layout {
  const found = layouts.find((layout) => layout.key === key)
  if (found === undefined) throw new Error(`no column set ${key}: ${layoutNames.join(', ')}`)
  return found
}

/** Makes a workbook. The same wish gives the same workbook. A list of buildings stands beside the sheets of people, as it does in practice. */
export function dirtyBook({ seed, layout: key, homes, dirty = true, children = false }: BookWish): DirtyBook {
  const layout = layoutOf(key)
  const d = dice(`roster ${seed} ${key}`)
  const planted: Planted[] = []
  const all = households(homes, d, children)
  const parted = key === 'sheets'
    ? [...Map.groupBy(all, ({ home }) => `${home.compound}|${home.building}`)].map(([, group]) => [`${group[0]?.home.building ?? ''}号楼`,
      group] as const) : [['名单', all] as const]
  const sheets: Sheet[] = []
  let secrets = 0
  for (const [name, group] of parted) {
    const said = sheets.some((sheet) => sheet.name === name) ? `${group[0]?.home.compound ?? ''}${name}` : name
    const made = sheetOf(layout, said, group[0]?.home.compound ?? '', group, { sheet: sheets.length + 1, d, dirty, planted, secrets })
    secrets = made.secrets
    sheets.push(made.sheet)
  }
  sheets.push({ name: '楼栋', rows: [building, building.map((_, at) => (at === 0 ? homes[0]?.compound ?? '' : ''))], merged: [], coloured: [],
    hidden: [], wide: [] })
  const people = all.reduce((sum, { members }) => sum + (layout.per === 'home' ? 1 : members.filter(({ child }) => !child).length), 0)
  return { sheets, planted, people, secrets: Array.from({ length: secrets }, (_, n) => secretOf(n)) }
}
