/** A party to a matter: a square with one character, never a logo or a colour of its own. */
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { partWords } from './words.ts'

const byKind: Record<string, string> = {
  street: '街', community: '居', utility: '公', firm: '物', developer: '建', owners: '业', branch: '支', unit: '单', team: '队', resident: '自',
}
const byName: readonly [RegExp, string][] = [
  [/城管|综合(行政)?执法/, '城'], [/生态环境|环保/, '环'], [/市场监(管|督)/, '市'], [/公安|派出所/, '警'],
  [/住建|住房|房管/, '房'], [/消防/, '消'], [/司法/, '司'], [/卫生|医/, '卫'], [/规划|自然资源/, '规'],
  [/供电|电力/, '电'], [/供水|自来水|水务/, '水'], [/燃气/, '气'], [/通信|电信|联通|移动/, '信'], [/供热|热力/, '热'],
]

/** The character for an organisation: a station or utility by its trade where its name tells it, others by their kind. */
export function partyCharacter(kind: string, name = ''): string {
  const trade = kind === 'station' || kind === 'utility' ? byName.find(([pattern]) => pattern.test(name))?.[1] : undefined
  return trade ?? byKind[kind] ?? '所'
}

/** `kind` as in the API (street, community, station, firm…); `name` stands beside the square; `lead` fills it. */
export function PartyBadge({ kind, name, lead = false, children }: { kind: string; name: string; lead?: boolean; children?: ReactNode }) {
  const w = useWords(partWords)
  return <span className="lk-party">
    <span className={lead ? 'lk-party__square lk-party__square--lead' : 'lk-party__square'} aria-hidden="true">{partyCharacter(kind, name)}</span>
    <span>{children ?? name}{lead && <span className="lk-hidden">（{w.lead}）</span>}</span>
  </span>
}
