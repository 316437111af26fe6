/** Reading groups that somebody else found. */
import { recordsOf, UnreadablePoll } from './table.ts'

type Loose = { readonly [key: string]: unknown }
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value.filter(isLoose) : [])

type Pair = readonly [person: string, group: string]

/** A reference server's result: its groups hold base clusters, and those hold people. */
function ofServer(found: Loose): readonly Pair[] {
  const base = isLoose(found['base-clusters']) ? found['base-clusters'] : {}
  const [ids, members] = [base['id'], base['members']]
  const inside = new Map(Array.isArray(ids) && Array.isArray(members) ? ids.map((id: unknown, i): [string, unknown] => [String(id), members[i]]) : [])
  return listOf(found['group-clusters']).flatMap((group) => {
    const clusters = Array.isArray(group['members']) ? group['members'] : []
    return clusters.flatMap((cluster: unknown) => {
      const people = inside.get(String(cluster))
      return Array.isArray(people) ? people.map((person: unknown): Pair => [String(person), String(group['id'])]) : []
    })
  })
}

/** People with their groups, or groups with their members. */
function ofList(rows: readonly Loose[]): readonly Pair[] {
  return rows.flatMap((row): readonly Pair[] => {
    const group = row['group'] ?? row['group-id']
    if (Array.isArray(row['members'])) return row['members'].map((person: unknown): Pair => [String(person), String(row['id'])])
    return group === null || group === undefined ? [] : [[String(row['id'] ?? row['participant']), String(group)]]
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UnreadablePoll('不是 JSON。This is no JSON.')
  }
}

function ofJson(found: unknown): readonly Pair[] {
  if (Array.isArray(found)) return ofList(listOf(found))
  if (!isLoose(found)) return []
  if (found['group-clusters'] !== undefined) return ofServer(found)
  const list = listOf(found['participants'])
  if (list.length > 0) return ofList(list)
  const pairs = Object.entries(found)
  if (pairs.every(([, value]) => Array.isArray(value))) {
    return pairs.flatMap(([group, members]) => (Array.isArray(members) ? members : []).map((person: unknown): Pair => [String(person), group]))
  }
  const isNumber = (group: unknown): group is number | string => typeof group === 'number' || typeof group === 'string'
  return pairs.flatMap(([person, group]): readonly Pair[] => (isNumber(group) ? [[person, String(group)]] : []))
}

function ofCsv(text: string): readonly Pair[] {
  const { records } = recordsOf(text)
  return records.flatMap((record): readonly Pair[] => {
    const group = record.get('group-id') ?? record.get('group') ?? ''
    const person = record.get('participant') ?? record.get('voter-id') ?? record.get('id') ?? ''
    return group === '' || person === '' ? [] : [[person, group]]
  })
}

/**
 * Each person's group, from a table with participant and group-id, from a map as this program prints it, from a reference server's result, or from
 * JSON as {"person": group} or [{"id": group, "members": [person, …]}]. Groups are whole numbers from 0. Throws UnreadablePoll.
 */
export function groupsOfFile(text: string): ReadonlyMap<string, number> {
  const pairs = /^\s*[[{]/.test(text) ? ofJson(parsed(text)) : ofCsv(text)
  if (pairs.length === 0) throw new UnreadablePoll('文件里没有分组。There are no groups in the file.')
  return new Map(pairs.map(([person, group]) => {
    if (!/^\d{1,3}$/.test(group)) throw new UnreadablePoll(`“${group}”不是组号。'${group}' is not the number of a group.`)
    return [person, Number(group)]
  }))
}
