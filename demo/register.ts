/** The made-up voting registers: who owns what in 梧桐苑, and in one staircase of 纺机新村. The same bytes every time. */
import { UNWRITTEN } from '../src/ballots/rules/compound-rule.ts'
import type { CompoundRule } from '../src/ballots/rules/vote.ts'
import { orgId } from './orgs.ts'
import { codeOf, demoPlaces, placeId } from './places.ts'
import { familyName, nameOf } from './roster-names.ts'
import { demoRoster, type DemoRoster } from './roster.ts'
import { dice, uuid } from './seed.ts'
import type { DemoPlace } from './types.ts'

export type DemoTitle = {
  readonly id: string; readonly compound: string; readonly head: string; readonly building: string | null; readonly unit: string | null
  readonly home: string | null; readonly label: string; readonly kind: 'home' | 'shop' | 'garage'
  /** 0.01 m². */
  readonly area: number
  readonly source: 'register' | 'survey' | 'contract'; readonly status: 'sold' | 'unsold'
}
export type DemoHead = { readonly id: string; readonly compound: string; readonly kind: 'owners' | 'company' | 'developer';
  readonly company: string | null
  readonly blocked: 'death' | 'court_order' | null }
/** `person` is a person of the register's own, never of the roster: the two are different rooms. */
export type DemoOwner = { readonly id: string; readonly head: string; readonly person: string; readonly name: string; readonly phone: string | null
  readonly chosen: boolean; readonly since: string | null }
export type DemoProxy = { readonly id: string; readonly head: string; readonly person: string; readonly name: string; readonly phone: string
  readonly from: string; readonly to: string }
/** A compound's own rules of procedure, as they were adopted. */
export type DemoCompoundRule = { readonly id: string; readonly compound: string; readonly title: string; readonly document: string | null
  readonly adoptedOn: string; readonly validFrom: string; readonly says: CompoundRule }
export type DemoRegister = {
  readonly rules: readonly DemoCompoundRule[]
  readonly registers: readonly { readonly compound: string; readonly keeper: string; readonly since: string }[]
  readonly heads: readonly DemoHead[]; readonly titles: readonly DemoTitle[]; readonly owners: readonly DemoOwner[];
    readonly proxies: readonly DemoProxy[]
}

const base = Date.parse('2024-06-10T01:00:00+08:00')
const made = (key: string): string => uuid(base, `register:${key}`)

/** Telephones that the roster does not reach: its row is walked from the other end. */
const phoneOf = (n: number): string => `1990000${String(((9_999 - n) * 7919 + 4211) % 10_000).padStart(4, '0')}`

type Told = { readonly name: string; readonly phone: string | null; readonly since: string | null }
type Known = ReadonlyMap<string, readonly Told[]>

/**
 * Who owns a home, as the roster's generator tells it: the same human beings, written down once more in another room. Each stands at one home
 * alone, because who owns several would be one head; those are drawn in `homes`.
 */
function ownersOf(roster: DemoRoster): Known {
  const people = new Map(roster.people.map((one) => [one.id, one]))
  const found = new Map<string, Told[]>()
  const placed = new Set<string>()
  for (const { home, person, owns, until, since } of roster.ties) {
    const one = people.get(person)
    if (!owns || until !== null || !one || placed.has(one.phone ?? one.id)) continue
    placed.add(one.phone ?? one.id)
    found.set(home, [...(found.get(home) ?? []), { name: one.name, phone: one.phone, since }])
  }
  return found
}

type Book = { heads: DemoHead[]; titles: DemoTitle[]; owners: DemoOwner[]; proxies: DemoProxy[]; phones: number }

/** Owners' committee and the captains own a home here; whose the roster does not say is seated by hand. */
const seats: readonly (readonly [room: string, name: string])[] = [
  [codeOf('wty', 1, 1, '802'), '傅明远'], [codeOf('wty', 5, 1, '601'), '秦月兰'], [codeOf('wty', 2, 1, '1503'), '许慧'], [codeOf('wty', 7, 1, '2003'), '高文骏'],
  [codeOf('wty', 8, 1, '1102'), '吴敏'], [codeOf('wty', 4, 1, '1704'), '郭立新'], [codeOf('wty', 6, 1, '304'), '葛芳'], [codeOf('wty', 9, 1, '502'), '钟毅'],
  [codeOf('wty', 10, 1, '904'), '段小冬'],
]

function invented(book: Book, key: string): Told {
  const d = dice(`register ${key}`)
  return { name: nameOf(familyName(d), d.chance(0.55) ? 'male' : 'female', d.whole(1955, 1992), d), phone: phoneOf(book.phones++), since: null }
}

/** One head with its owners. Joint owners choose one to vote; `undecided`: they have not. */
function head(book: Book, compound: string, key: string, told: readonly Told[], { undecided = false, blocked = null }: { undecided?: boolean
  blocked?: DemoHead['blocked'] } = {}): string {
  const id = made(`head:${key}`)
  book.heads.push({ id, compound, kind: 'owners', company: null, blocked })
  told.forEach(({ name, phone, since }, i) => book.owners.push({ id: made(`owner:${key}:${i}`), head: id, person: made(`person:${key}:${i}`), name,
    phone,
    chosen: !undecided && i === 0, since }))
  return id
}

const labelOf = (place: DemoPlace, units: number): string =>
  [place.buildingNo, ...(units > 1 ? [place.unitNo] : []), place.roomNo].join('-')

/** In 0.01 m²: four homes to a floor of 415.76 m², two of each size; the open ground floor of a tower lacks a small one. */
const areaAt = (tower: boolean, door: number): number => ((door === 1 || door === 4) === tower ? 8956 : 11832)

function homes(book: Book, known: Known, rooms: readonly DemoPlace[]): void {
  const compound = placeId(codeOf('wty'))
  const d = dice('register several homes')
  const seated = new Map(seats.map(([code, name]) => [placeId(code), name]))
  const single = rooms.filter(({ id }) => !seated.has(id))
  // 19 owners hold 41 homes: sixteen of them two, three of them three
  const several = new Map<string, string>()
  for (let i = 0; i < 19; i++) {
    const mine: string[] = []
    while (mine.length < (i < 16 ? 2 : 3)) {
      const one = d.pick(single).id
      if (!several.has(one) && !mine.includes(one)) mine.push(one)
    }
    for (const one of mine) several.set(one, mine[0] ?? one)
  }
  const heads = new Map<string, string>()
  let undecided = 0
  for (const room of rooms) {
    const first = several.get(room.id) ?? room.id
    if (!heads.has(first)) {
      const told = known.get(first) ?? []
      const name = seated.get(first)
      const mine = name === undefined ? told.length > 0 ? told : [invented(book, room.code)]
        : [{ name, phone: told[0]?.phone ?? phoneOf(book.phones++), since: '2016-12-20' }, ...told.slice(1, 2)]
      const undecidedHere = mine.length > 1 && name === undefined && undecided < 5 && d.chance(0.03)
      if (undecidedHere) undecided++
      heads.set(first, head(book, compound, room.code, mine, { undecided: undecidedHere, blocked: blockedOf(room.code) }))
    }
    const tower = Number(room.buildingNo) >= 7
    book.titles.push({ id: made(`title:${room.code}`), compound, head: heads.get(first) ?? '', building: room.building ?? null,
      unit: room.unit ?? null,
      home: room.id, label: labelOf(room, 1), kind: 'home', area: areaAt(tower, Number(room.roomNo) % 100), status: 'sold',
      source: Number(room.roomNo) % 37 === 0 ? 'survey' : 'register' })
  }
}

/** Two homes whose owner nobody may vote for now. */
const blockedOf = (code: string): DemoHead['blocked'] =>
  (code === codeOf('wty', 2, 1, '901') ? 'death' : code === codeOf('wty', 8, 1, '1602') ? 'court_order' : null)

const traders: readonly (readonly [kind: DemoHead['kind'], company: string | null, shops: number])[] = [
  ['developer', '云汀梧桐置业有限公司', 2], ['company', '桐荫便民商贸有限公司', 5], ['company', '云汀安康药房连锁有限公司', 2], ['owners', null, 4], ['owners', null, 3],
  ['owners', null, 3], ['owners', null, 3], ['owners', null, 2],
]

/** Twenty-four shops on the street, of eight owners: two are still the developer's. */
function shops(book: Book): void {
  const compound = placeId(codeOf('wty'))
  let no = 0
  for (const [i, [kind, company, count]] of traders.entries()) {
    const key = `shops-${i}`
    const signer = invented(book, key)
    const id = kind === 'owners' ? head(book, compound, key, [signer]) : made(`head:${key}`)
    if (kind !== 'owners') {
      book.heads.push({ id, compound, kind, company, blocked: null })
      book.owners.push({ id: made(`owner:${key}:0`), head: id, person: made(`person:${key}:0`), name: signer.name, phone: signer.phone, chosen: true,
        since: null })
    }
    for (let n = 0; n < count; n++) {
      no++
      book.titles.push({ id: made(`title:shop-${no}`), compound, head: id, building: null, unit: null, home: null,
        label: `商铺${String(no).padStart(2, '0')}`,
        kind: 'shop', area: no % 2 === 1 ? 6240 : 9280, source: 'register', status: kind === 'developer' ? 'unsold' : 'sold' })
    }
  }
}

/** 612 places in the garage with a title, which the compound's rules do not count, of people who have a home here. */
function garages(book: Book): void {
  const compound = placeId(codeOf('wty'))
  const d = dice('register garages')
  const mine = book.heads.filter(({ kind }) => kind === 'owners')
  for (let no = 1; no <= 612; no++) {
    book.titles.push({ id: made(`title:garage-${no}`), compound, head: d.pick(mine).id, building: null, unit: null, home: null,
      label: `车位${String(no).padStart(3, '0')}`, kind: 'garage', area: no % 9 === 0 ? 1430 : 1272, source: 'register', status: 'sold' })
  }
}

/** The twelve homes of 纺机新村5号楼2单元, who voted on the lift. */
function staircase(book: Book, known: Known, rooms: readonly DemoPlace[]): void {
  const compound = placeId(codeOf('fjx'))
  for (const room of rooms) {
    const told = known.get(room.id) ?? []
    const id = head(book, compound, room.code, told.length > 0 ? told : [invented(book, room.code)])
    book.titles.push({ id: made(`title:${room.code}`), compound, head: id, building: room.building ?? null, unit: room.unit ?? null, home: room.id,
      label: labelOf(room, 4), kind: 'home', area: Number(room.roomNo) % 100 === 1 ? 5638 : 6172, source: 'register', status: 'sold' })
  }
}

/** 梧桐苑's rules of 2024: the phone may be used, what was said last counts, silence counts for nothing, garages do not count. */
const wutong: DemoCompoundRule = {
  id: made('rule:wty'), compound: placeId(codeOf('wty')), title: '梧桐苑业主大会议事规则', document: '梧桐苑业〔2024〕1号', adoptedOn: '2024-06-08',
  validFrom: '2024-06-10',
  says: { ...UNWRITTEN, adopted: { file: '梧桐苑业〔2024〕1号', day: '2024-06-08', vote: '首次业主大会' },
    delivery: ['in_person', 'letterbox', 'registered_post', 'phone', 'posted'], holds: 'last', phone: true,
    proxies: { allowed: true, mostPerProxy: 2 }, window: { minDays: 15, maxDays: 60 } },
}

/** The whole of both registers. 锦澜府 has none yet: nobody keeps one there. */
export function demoRegister(): DemoRegister {
  const rooms = demoPlaces().filter(({ kind }) => kind === 'room')
  const book: Book = { heads: [], titles: [], owners: [], proxies: [], phones: 0 }
  const known = ownersOf(demoRoster())
  homes(book, known, rooms.filter(({ code }) => code.startsWith(`${codeOf('wty')}-`)))
  shops(book)
  garages(book)
  staircase(book, known, rooms.filter(({ code }) => code.startsWith(`${codeOf('fjx', 5, 2)}-`)))
  const away = book.titles.find(({ label, compound }) => label === '6-1203' && compound === placeId(codeOf('wty')))?.head ?? ''
  book.proxies.push({ id: made('proxy'), head: away, person: made('person:proxy'), name: nameOf('沈', 'female', 1968, dice('register proxy')),
    phone: phoneOf(book.phones++), from: '2026-09-01', to: '2027-08-31' })
  return {
    registers: [{ compound: placeId(codeOf('wty')), keeper: orgId('own-wty'), since: '2024-06-10' },
      { compound: placeId(codeOf('fjx')), keeper: orgId('own-fjx'), since: '2026-03-02' }],
    heads: book.heads, titles: book.titles, owners: book.owners, proxies: book.proxies, rules: [wutong],
  }
}
