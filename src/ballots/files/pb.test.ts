import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { countBudget } from '../rules/shares/index.ts'
import { fieldsOf, readPb, UnreadableBudget } from './pb.ts'

const folder = path.resolve('../shared/data/budgets')
const here = existsSync(folder)
if (!here) console.log('real budgets: ../shared/data/budgets is absent, skipped')
const files = here ? readdirSync(folder).filter((name) => name.endsWith('.pb')) : []
const read = (name: string) => readPb(readFileSync(path.join(folder, name), 'utf8'))

const file = (meta: string, projects: string, votes: string): string =>
  `\ufeffMETA\r\nkey;value\r\nbudget;1000.5\r\n${meta}PROJECTS\r\nproject_id;cost;name;selected\r\n${projects}VOTES\r\nvoter_id;vote\r\n${votes}`

test('[B45] amounts become fen, quoted names keep their signs, and what is odd is told without keeping from counting', () => {
  const pb = readPb(file('num_votes;3\r\n', 'a;10,50;"Bench; ""green""";1\r\nb;7;Tree;0\r\n', '1;a,b\r\n1;b,x\r\n'))
  expect(pb).toMatchObject({ budget: 100_050, ballots: [['a', 'b'], ['b', 'x']] })
  expect(pb.projects).toEqual([
    { id: 'a', cost: 1050, name: 'Bench; "green"', selected: true }, { id: 'b', cost: 700, name: 'Tree', selected: false },
  ])
  expect(pb.oddities).toHaveLength(3)
  expect(fieldsOf('1;a "small" park;"";2')).toEqual(['1', 'a "small" park', '', '2'])
})

test('[B45] a file that cannot be counted is refused in a sentence that says where', () => {
  const refused = (text: string): string => {
    try { readPb(text) } catch (error) { if (error instanceof UnreadableBudget) return error.message }
    return 'read'
  }
  expect(refused('id;name\n1;x')).toContain('Line 1 comes before META')
  expect(refused(file('vote_type;ordinal\r\n', 'a;1;x;1\r\n', '1;a\r\n'))).toContain('Only approval ballots')
  expect(refused(file('', 'a;ten;x;1\r\n', ''))).toContain("'ten' is not an amount")
  expect(refused(file('', 'a;1;x;1\r\na;2;y;0\r\n', ''))).toContain("project 'a' is there twice")
  expect(refused(file('', '', ''))).toContain('no projects')
})

test.skipIf(!here)('[B40] by votes, every real file with that rule gives the projects that were selected', () => {
  const counted = files.map((name) => ({ name, pb: read(name) })).filter(({ pb }) => pb.meta.get('rule') === 'greedy')
  expect(counted.length).toBeGreaterThan(30)
  for (const { name, pb } of counted) {
    const official = pb.projects.filter(({ selected }) => selected).map(({ id }) => id).sort()
    expect({ name, winners: [...countBudget(pb, { rule: 'greedy' }).winners].sort() }).toEqual({ name, winners: official })
  }
})

test.skipIf(!here)('[B42] add1 gives the winners that Świecie and Wieliczka announced in 2023', () => {
  for (const name of ['Poland_Swiecie_2023.pb', 'Poland_Wieliczka_2023_Green_Budget.pb']) {
    const pb = read(name)
    const official = pb.projects.filter(({ selected }) => selected).map(({ id }) => id).sort()
    expect([...countBudget(pb, { rule: 'equal-shares', completion: 'add1', effort: 0 }).winners].sort()).toEqual(official)
  }
})

test.skipIf(!here)('[B42] in Łódź 2022 equal shares leave half as many voters without any project as votes do', () => {
  const pb = read('Poland_Lodz_2022.pb')
  expect(countBudget(pb, { rule: 'greedy' }).leftOut).toBe(35_298)
  expect(countBudget(pb, { rule: 'equal-shares', completion: 'add1u' }).leftOut).toBe(17_777)
})
