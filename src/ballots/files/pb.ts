/** Reading budgets' files in the format of pabulib (.pb): sections META, PROJECTS and VOTES, each a table with a head, fields apart by semicolons. */
import type { BudgetInstance, BudgetProject } from '../rules/shares/index.ts'

/** The file cannot be counted; the message says why, Chinese then English. */
export class UnreadableBudget extends Error {
  override name = 'UnreadableBudget'
}

export type PbProject = BudgetProject & { readonly name: string; readonly selected: boolean | undefined }
export type PbFile = Omit<BudgetInstance, 'projects'> & {
  readonly projects: readonly PbProject[]
  readonly meta: ReadonlyMap<string, string>
  /** What is odd and does not keep from counting, each a sentence. */
  readonly oddities: readonly string[]
}

type Row = { readonly line: number; readonly cells: ReadonlyMap<string, string> }
type Section = 'META' | 'PROJECTS' | 'VOTES'
const isSection = (text: string): text is Section => text === 'META' || text === 'PROJECTS' || text === 'VOTES'

const fail = (zh: string, en: string): never => { throw new UnreadableBudget(`${zh} ${en}`) }

/** Fields of one line. A field in double quotes may hold semicolons and doubled quotes; quotes elsewhere are signs like others. */
export function fieldsOf(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(';')
  const fields: string[] = []
  let at = 0
  while (at <= line.length) {
    const quoted = /^"((?:[^"]|"")*)"(?=;|$)/.exec(line.slice(at))
    const end = quoted ? at + quoted[0].length : line.indexOf(';', at)
    const stop = end < 0 ? line.length : end
    fields.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : line.slice(at, stop))
    at = stop + 1
  }
  return fields
}

function sectionsOf(text: string): Record<Section, readonly Row[]> {
  const rows: Record<Section, Row[]> = { META: [], PROJECTS: [], VOTES: [] }
  let section: Section | undefined
  let head: readonly string[] | undefined
  text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/).forEach((line, index) => {
    const word = line.trim()
    if (word === '') return
    if (isSection(word.toUpperCase())) {
      section = word.toUpperCase() as Section // isSection has just said so
      head = undefined
      return
    }
    if (!section) return void fail(`第${index + 1}行之前没有 META。`, `Line ${index + 1} comes before META: this is not a .pb file.`)
    const fields = fieldsOf(line)
    if (!head) head = fields.map((field) => field.trim().toLowerCase())
    else rows[section].push({ line: index + 1, cells: new Map(head.map((name, i) => [name, (fields[i] ?? '').trim()])) })
  })
  return rows
}

/** Fen of an amount as '216829.41', of at most two decimals. */
function fenOf(text: string, line: number): number {
  const parts = /^(\d{1,13})(?:[.,](\d{1,2})0*)?$/.exec(text) ?? fail(`第${line}行的金额“${text}”看不懂。`, `Line ${line}: '${text}' is not an amount.`)
  const fen = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
  return Number.isSafeInteger(fen) ? fen : fail(`第${line}行的金额太大。`, `Line ${line}: the amount is too large.`)
}

function projectsOf(rows: readonly Row[]): readonly PbProject[] {
  const seen = new Set<string>()
  return rows.map(({ line, cells }) => {
    const id = cells.get('project_id') ?? ''
    if (id === '') fail(`第${line}行没有项目编号。`, `Line ${line}: project_id is missing.`)
    if (seen.has(id)) fail(`第${line}行的项目编号“${id}”重复。`, `Line ${line}: project '${id}' is there twice.`)
    seen.add(id)
    const selected = cells.get('selected')
    return { id, cost: fenOf(cells.get('cost') ?? '', line), name: cells.get('name') ?? '', selected: selected ? selected !== '0' : undefined }
  })
}

/** Reads the text of a .pb file with approval ballots. Throws UnreadableBudget. Currency units become hundredths: 1 in the file is 100 fen. */
export function readPb(text: string): PbFile {
  const { META, PROJECTS, VOTES } = sectionsOf(text)
  const meta = new Map(META.map(({ cells }) => [cells.get('key') ?? '', cells.get('value') ?? '']))
  const type = meta.get('vote_type') ?? 'approval'
  if (type !== 'approval' && type !== 'choose-1') fail(`只数赞成票，这个文件是“${type}”。`, `Only approval ballots are counted; this file has '${type}'.`)
  const budgetLine = META.find(({ cells }) => cells.get('key') === 'budget') ?? fail('没有写预算。', 'META says no budget.')
  const budget = fenOf(budgetLine.cells.get('value') ?? '', budgetLine.line)
  const projects = projectsOf(PROJECTS)
  if (projects.length === 0) fail('没有项目。', 'There are no projects.')
  if (VOTES.length > 0 && !VOTES[0]?.cells.has('vote')) fail('VOTES 没有 vote 一列。', 'VOTES has no column vote.')
  const ballots = VOTES.map(({ cells }) => (cells.get('vote') ?? '').split(',').map((id) => id.trim()).filter((id) => id !== ''))
  return { budget, projects, ballots, meta, oddities: odditiesOf(meta, projects, VOTES, ballots) }
}

function odditiesOf(meta: PbFile['meta'], projects: readonly PbProject[], votes: readonly Row[], ballots: PbFile['ballots']): readonly string[] {
  const known = new Set(projects.map(({ id }) => id))
  const unknown = new Set(ballots.flatMap((ballot) => ballot.filter((id) => !known.has(id))))
  const twice = votes.length - new Set(votes.map(({ cells, line }) => cells.get('voter_id') || `line ${line}`)).size
  const said = (key: string, found: number): string[] => {
    const number = meta.get(key)
    return number === undefined || Number(number) === found ? [] : [`${key} 写的是 ${number}，实有 ${found}。${key} says ${number}, there are ${found}.`]
  }
  return [
    ...said('num_projects', projects.length), ...said('num_votes', votes.length),
    ...(unknown.size > 0 ? [`有 ${unknown.size} 个不认识的项目编号，不计。${unknown.size} unknown project ids count nothing.`] : []),
    ...(twice > 0 ? [`有 ${twice} 个重复的选民编号，照计。${twice} voter ids are there twice and count.`] : []),
  ]
}
