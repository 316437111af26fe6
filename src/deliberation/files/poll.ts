/** Reading polls: published exports (comments.csv, votes.csv, participants-votes.csv) and a server's own tables (comments.json, votes.json). */
import type { Sign, Vote } from '../rules/opinions/index.ts'
import { recordsOf, rowsOf, UnreadablePoll } from './table.ts'

export { UnreadablePoll } from './table.ts'

/** Statements of a poll: all ids, those that moderation took out or that only ask about the person, and what they say. */
export type Statements = { readonly ids: readonly string[]; readonly removed: ReadonlySet<string>; readonly texts: ReadonlyMap<string, string> }

const signs: { readonly [text: string]: Sign } = { '1': 1, '0': 0, '-1': -1 }

function signOf(text: string, row: number): Sign {
  const sign = signs[text.trim()]
  if (sign === undefined) throw new UnreadablePoll(`第${row}行：“${text}”不是 1、0、-1。Row ${row}: '${text}' is not 1, 0 or -1.`)
  return sign
}

/** The first of `names` that the head has, or an error that says what was looked for. */
function columnOf(head: readonly string[], names: readonly string[]): number {
  const column = head.findIndex((name) => names.includes(name))
  if (column < 0) throw new UnreadablePoll(`没有这一列：${names[0]}。There is no column '${names[0]}'.`)
  return column
}

const people = ['voter-id', 'participant', 'participant-id', 'participant_id', 'person']
const statements = ['comment-id', 'statement-id', 'statement_id', 'statement']

/** A wide table: one row per person, one column per statement named by its number, empty where nothing was answered. */
function wideVotes(head: readonly string[], rows: readonly (readonly string[])[]): readonly Vote[] {
  const person = columnOf(head, people)
  const columns = head.flatMap((name, column) => (/^\d+$/.test(name) ? [{ name, column }] : []))
  return rows.flatMap((cells, row) => columns.flatMap(({ name, column }) => {
    const text = cells[column] ?? ''
    return text.trim() === '' ? [] : [{ person: cells[person] ?? '', statement: name, sign: signOf(text, row + 2), at: 0 }]
  }))
}

/** Answers of votes.csv, each with its time, or of participants-votes.csv; +1 is agree. Throws UnreadablePoll. */
export function votesOfCsv(text: string): readonly Vote[] {
  const [first = [], ...rows] = rowsOf(text)
  const head = first.map((name) => name.trim().toLowerCase())
  if (!head.some((name) => statements.includes(name))) return wideVotes(head, rows)
  const [person, statement, vote] = [columnOf(head, people), columnOf(head, statements), columnOf(head, ['vote', 'sign'])]
  const time = head.indexOf('timestamp')
  return rows.map((cells, row): Vote => ({
    person: cells[person] ?? '', statement: cells[statement] ?? '', sign: signOf(cells[vote] ?? '', row + 2),
    // a table without times is in the order of its answers
    at: time < 0 ? row : Number(cells[time]) || 0,
  }))
}

/** Statements of comments.csv; -1 in `moderated` took one out. */
export function statementsOfCsv(text: string): Statements {
  const { records } = recordsOf(text)
  const id = (record: ReadonlyMap<string, string>): string => statements.map((name) => record.get(name)).find((found) => found !== undefined) ?? ''
  return {
    ids: records.map(id), removed: new Set(records.filter((record) => record.get('moderated') === '-1').map(id)),
    texts: new Map(records.map((record) => [id(record), record.get('comment-body') ?? ''])),
  }
}

type Loose = { readonly [key: string]: unknown }
const isLoose = (row: unknown): row is Loose => typeof row === 'object' && row !== null

function arrayOf(text: string): readonly Loose[] {
  try {
    const found: unknown = JSON.parse(text)
    if (Array.isArray(found)) return found.filter(isLoose)
  } catch {
    // said below
  }
  throw new UnreadablePoll('不是一张 JSON 表。This is no JSON table.')
}

/** Statements of a server's comments.json: taken out by moderation or asking about the person (`is_meta`). */
export function statementsOfJson(text: string): Statements {
  const rows = arrayOf(text)
  const removed = rows.filter((row) => row['moderated'] === -1 || row['is_meta'] === true)
  const id = (row: Loose): string => String(row['statement_id'])
  return { ids: rows.map(id), removed: new Set(removed.map(id)), texts: new Map(rows.map((row) => [id(row), String(row['txt'] ?? '')])) }
}

/**
 * Which sign means agree in a server's votes.json: its database has -1, its exports +1, and tables of both kinds are about. The statements' own
 * counts tell; without them it is -1.
 */
function agreeing(rows: readonly Loose[], comments: string | undefined): 1 | -1 {
  const more = (row: Loose): number => Number(row['agree_count']) - Number(row['disagree_count'])
  const counts = new Map(arrayOf(comments ?? '[]').map((row) => [String(row['statement_id']), more(row)]))
  const said = rows.reduce((sum, row) => sum + Number(row['vote']) * (Math.sign(counts.get(String(row['statement_id'])) ?? 0) || 0), 0)
  return said > 0 ? 1 : -1
}

/** Answers of a server's votes.json; `comments` is comments.json beside it. Throws UnreadablePoll. */
export function votesOfJson(text: string, comments?: string): readonly Vote[] {
  const rows = arrayOf(text)
  const agree = agreeing(rows, comments)
  return rows.map((row, i): Vote => {
    const sign = signOf(String(row['vote']), i + 1)
    return {
      person: String(row['participant_id']), statement: String(row['statement_id']), sign: sign === 0 ? 0 : sign === agree ? 1 : -1,
      at: Number(row['modified'] ?? i) || 0,
    }
  })
}
