import { ok, refuse, type Result } from '../../kit/pure.ts'
import { checkFacts, isCode, isId, type Fact, type Facts } from './facts.ts'

/** One act as it is recorded: who did what, in which post, to what and where. Ids are UUIDs, `at` is milliseconds UTC. */
export type Act = {
  readonly district: string
  readonly id: string
  readonly at: number
  readonly kind: string
  readonly actorPerson: string | null
  readonly actorPost: string | null
  readonly onBehalfOf: string | null
  readonly channel: string
  readonly place: string | null
  readonly path: string | null
  readonly compoundPath: string | null
  readonly subjectKind: string | null
  readonly subjectId: string | null
  readonly facts: Facts
}

/** Name and version of the leaf's format: its first line. */
export const leafFormat = 'linli-act-1'

const controls = /[\u0000-\u001f\u007f\\]/g

/** Escapes a value for one line: NFC, then `\\`, `\n`, `\r` and `\xHH` for the other control characters. */
export function escapeValue(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(controls, char => {
    if (char === '\\') return '\\\\'
    if (char === '\n') return '\\n'
    if (char === '\r') return '\\r'
    return `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`
  })
}

function factText(fact: Fact): string {
  if (typeof fact === 'string') return `s:${escapeValue(fact)}`
  if (typeof fact === 'number') return `n:${fact === 0 ? '0' : fact}`
  if (typeof fact === 'boolean') return `b:${fact}`
  return `l:${fact.map(escapeValue).join(',')}`
}

/**
 * The fixed-format text of an act, which is what gets hashed (docs/record-format.md). Every line ends with LF,
 * what is absent is an empty value, facts come last in the order of their names.
 */
export function leafText(act: Act): string {
  const text = (value: string | null): string => (value === null ? '' : escapeValue(value))
  const id = (value: string | null): string => text(value).toLowerCase()
  const lines = [
    leafFormat,
    `district=${text(act.district)}`,
    `id=${id(act.id)}`,
    `at=${act.at}`,
    `kind=${text(act.kind)}`,
    `actor_person=${id(act.actorPerson)}`,
    `actor_post=${id(act.actorPost)}`,
    `on_behalf_of=${id(act.onBehalfOf)}`,
    `channel=${text(act.channel)}`,
    `place=${id(act.place)}`,
    `path=${text(act.path)}`,
    `compound_path=${text(act.compoundPath)}`,
    `subject_kind=${text(act.subjectKind)}`,
    `subject_id=${id(act.subjectId)}`,
    ...Object.keys(act.facts).sort().map(key => `fact.${key}=${factText(act.facts[key] ?? '')}`),
  ]
  return `${lines.join('\n')}\n`
}

const actKind = /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_.]*$/
const treePath = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/

/** Checks the shape of an act before it is written: [R2] for its facts, and nothing but codes, ids and paths elsewhere. */
export function checkAct(act: Act): Result<Act> {
  const bad = (field: string): Result<never> =>
    refuse({ code: 'record.act', rule: 'R2', explain: { zh: `行为的“${field}”写法不对`, en: `'${field}' of the act is not well formed` } })
  if (!/^\d{6}$/.test(act.district)) return bad('district')
  if (!Number.isSafeInteger(act.at) || act.at < 0 || act.at > 253_402_300_799_999) return bad('at')
  if (!actKind.test(act.kind) || !isCode(act.kind)) return bad('kind')
  if (!isCode(act.channel)) return bad('channel')
  if (act.subjectKind !== null && !isCode(act.subjectKind)) return bad('subject_kind')
  if (!isId(act.id)) return bad('id')
  const idFields = {
    actor_person: act.actorPerson, actor_post: act.actorPost, on_behalf_of: act.onBehalfOf, place: act.place, subject_id: act.subjectId,
  }
  for (const [field, value] of Object.entries(idFields)) if (value !== null && !isId(value)) return bad(field)
  for (const [field, value] of Object.entries({ path: act.path, compound_path: act.compoundPath })) {
    if (value !== null && !(value.length <= 512 && treePath.test(value))) return bad(field)
  }
  const facts = checkFacts(act.facts)
  return facts.ok ? ok(act) : facts
}
