import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { matrixOf } from '../rules/opinions/matrix.ts'
import { tallyAll } from '../rules/opinions/tallies.ts'
import { addVotes, drawMap, noOpinions } from '../rules/opinions/index.ts'
import { adjustedRand } from '../rules/opinions/polls.testing.ts'
import { groupsOfFile } from './given-groups.ts'
import { pollOfFolder, type Poll } from './read-poll.ts'
import { statementsOfCsv, UnreadablePoll, votesOfCsv, votesOfJson } from './poll.ts'
import { recordsOf } from './table.ts'

const folder = path.resolve('../shared/data')
const here = existsSync(path.join(folder, 'opinions'))
if (!here) console.log('published polls: ../shared/data/opinions is absent, skipped')

const text = (...names: readonly string[]): string => readFileSync(path.join(folder, ...names), 'utf8')
const read = (...names: readonly string[]): Poll => pollOfFolder((name) => {
  const file = path.join(folder, ...names, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
})
const leaving = ({ statements }: Poll) => ({ statements: statements.ids, removed: statements.removed })

const six = ['15-per-hour-seattle', 'brexit-consensus', 'canadian-electoral-reform', 'scoop-hivemind.ubi',
  'ssis.land-bank-farmland.2rumnecbeh.2021-08-01', 'vtaiwan.uberx']

test.runIf(here).each(six)('[OM1] %s: the answers that count equal the published table in every cell', (name) => {
  const table = text('opinions', name, 'participants-votes.csv')
  const { head, records } = recordsOf(table)
  const columns = head.filter((column) => /^\d+$/.test(column))
  const matrix = matrixOf(read('opinions', name).opinions)
  const rows = new Map(matrix.people.map((id, row) => [id, row]))
  let cells = 0
  for (const record of records) {
    const row = rows.get(record.get('participant') ?? '') ?? -1
    const [from, to] = [matrix.starts[row] ?? 0, matrix.starts[row + 1] ?? 0]
    const mine = new Map([...matrix.columns.subarray(from, to)].map((column, k) => [matrix.statements[column], String(matrix.signs[from + k])]))
    const published = new Map(columns.flatMap((column) => (record.get(column) === '' ? [] : [[column, record.get(column)] as const])))
    expect(mine).toEqual(published)
    cells += published.size
  }
  expect(cells).toBe(matrix.columns.length)
  const tally = tallyAll(matrix)
  const sum = (list: Int32Array): number => list.reduce((all, n) => all + n, 0)
  const total = (column: string): number => records.reduce((all, record) => all + Number(record.get(column)), 0)
  expect([sum(tally.seen), sum(tally.agree), sum(tally.disagree)]).toEqual([total('n-votes'), total('n-agree'), total('n-disagree')])
})

test.runIf(here).each(['brexit-consensus', 'ssis.land-bank-farmland.2rumnecbeh.2021-08-01', 'canadian-electoral-reform', 'vtaiwan.uberx'])(
  '[OM5] %s: groups from a cold start are those that were published, adjusted Rand index at least 0.7', (name) => {
    const poll = read('opinions', name)
    const published = groupsOfFile(text('opinions', name, 'participants-votes.csv'))
    const map = drawMap(poll.opinions, leaving(poll))
    // whoever the map puts in no group counts as a group of their own kind, against us
    const pairs = map.participants.flatMap(({ id, group }) => {
      const theirs = published.get(id)
      return theirs === undefined ? [] : [[group ?? -1, theirs] as const]
    })
    expect(pairs.length).toBe(published.size)
    expect(adjustedRand(pairs)).toBeGreaterThan(0.7)
  })

type Server = {
  readonly tids: readonly number[]
  readonly pca: { readonly comps: readonly (readonly number[])[] }
  readonly repness: { readonly [group: string]: readonly { readonly tid: number; readonly 'repful-for': string; readonly 'n-trials': number }[] }
  readonly consensus: { readonly [side in 'agree' | 'disagree']: readonly { readonly tid: number; readonly 'n-success': number }[] }
}

test.runIf(here).each(['25ptpt-3gp-no-strict-with-meta', '50ptpt-3gp-strict-no-meta', 'above-100-ptpts'])(
  '[OM3] [OM7] [OM8] %s: the reference server’s components, and with its groups its representative statements and consensus', (name) => {
    const result = text('opinions-server', name, 'math-pca2.json')
    const server = JSON.parse(result) as Server // written by the reference server
    const poll = read('opinions-server', name)
    const map = drawMap(poll.opinions, { ...leaving(poll), groups: groupsOfFile(result) })
    server.pca.comps.forEach((theirs, k) => {
      const ours = new Map(map.statements.map((id, column) => [id, map.components[k === 0 ? 0 : 1][column] ?? 0]))
      const cosine = theirs.reduce((sum, value, i) => sum + value * (ours.get(String(server.tids[i])) ?? 0), 0)
      expect(Math.abs(cosine) / Math.sqrt(theirs.reduce((sum, value) => sum + value * value, 0))).toBeGreaterThan(0.999)
    })
    const held = map.groups.map(({ id, representative }) =>
      [String(id), representative.map(({ column, side, seen }) => `${map.statements[column]} ${side} of ${seen}`)])
    const theirs = Object.entries(server.repness).map(([id, list]) =>
      [id, list.map((one) => `${one.tid} ${one['repful-for']} of ${one['n-trials']}`)])
    expect(Object.fromEntries(held)).toEqual(Object.fromEntries(theirs))
    for (const side of ['agree', 'disagree'] as const) {
      expect(map.consensus[side].map(({ column, success }) => [Number(map.statements[column]), success]))
        .toEqual(server.consensus[side].map((one) => [one.tid, one['n-success']]))
    }
  })

test('[OM1] tables are read with quotes and line breaks, the latest answer counts, and what is no poll is refused', () => {
  const statements = statementsOfCsv('comment-id,moderated,comment-body\n1,1,"路灯,""常亮""\n好吗"\n2,-1,删掉的\n')
  expect([...statements.texts]).toEqual([['1', '路灯,"常亮"\n好吗'], ['2', '删掉的']])
  expect([...statements.removed]).toEqual(['2'])
  const votes = votesOfCsv('\ufefftimestamp,comment-id,voter-id,vote\r\n20,1,a,-1\r\n10,1,a,1\r\n')
  expect(drawMap(addVotes(noOpinions(), votes)).tally.disagree[0]).toBe(1)
  expect(votesOfCsv('participant,group-id,7,9\nx,0,1,\ny,,0,-1\n')).toHaveLength(3)
  expect(() => votesOfCsv('comment-id,voter-id,vote\n1,a,2\n')).toThrow(UnreadablePoll)
  expect(() => votesOfCsv('x,y\n1,2\n')).toThrow("There is no column 'voter-id'")
  expect(() => groupsOfFile('{"a": "left"}')).toThrow("'left' is not the number of a group")
  expect([...groupsOfFile('[{"id":0,"members":[4,5]},{"id":1,"members":[6]}]')]).toEqual([['4', 0], ['5', 0], ['6', 1]])
})

test('[OM1] which sign means agree in a server’s table is told by its own counts, and is -1 without them', () => {
  const rows = '[{"participant_id":1,"statement_id":4,"vote":1},{"participant_id":2,"statement_id":4,"vote":1}]'
  expect(votesOfJson(rows).map(({ sign }) => sign)).toEqual([-1, -1])
  expect(votesOfJson(rows, '[{"statement_id":4,"agree_count":2,"disagree_count":0}]').map(({ sign }) => sign)).toEqual([1, 1])
})
