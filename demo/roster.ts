/** The made-up roster: 2,800 homes, who lives, owns, rents and is registered there, and what does not fit. The same bytes every time. */
import { captainKey, compoundKey, gridKey } from './holders.ts'
import { demoPlaces } from './places.ts'
import { holder, postId } from './posts.ts'
import { householdIn, stateIn, type HomeState, type Household, type Member, type Relation, type Sex } from './roster-homes.ts'
import { familyName, nameOf, numbers } from './roster-names.ts'
import { dice, hash, uuid, type Dice } from './seed.ts'
import type { DemoPlace } from './types.ts'

/** Somebody of the roster. `phone` and `idNumber` are given out once each; two records of one human being share them on purpose (`pairs`). */
export type DemoDwellerPerson = {
  readonly id: string; readonly name: string; readonly sex: Sex; readonly born: string
  readonly idNumber: string | null; readonly phone: string | null
}
/** A differing value that waits beside the current one. */
export type DemoWaiting = { readonly field: 'phone' | 'name'; readonly value: string; readonly seenOn: string }
/** A tie of somebody to a home; days are YYYY-MM-DD. `past`: an earlier value with the day on which it was said and the day on which it gave way. */
export type DemoTie = {
  readonly id: string; readonly person: string; readonly home: string; readonly lives: boolean; readonly registered: boolean; readonly owns: boolean
  readonly rents: boolean; readonly since: string | null; readonly until: string | null; readonly whyUntil: 'moved' | 'died' | null
  readonly relation: Relation | null; readonly registeredAt: string | null; readonly seenOn: string; readonly waiting: DemoWaiting | null
  readonly past: { readonly field: 'phone'; readonly value: string; readonly seenOn: string; readonly endedOn: string } | null
}
/** A home as the roster knows it; `confirmedPost` is a post's id. */
export type DemoHome = {
  readonly home: string; readonly state: HomeState; readonly householdNo: string | null; readonly children: number; readonly doubts: readonly string[]
  readonly confirmedOn: string | null; readonly confirmedHow: 'door' | 'phone' | 'import' | 'resident' | 'desk' | null
  readonly confirmedPost: string | null
}
export type DemoPair = {
  readonly id: string; readonly one: string; readonly other: string; readonly community: string
  readonly evidence: readonly { readonly code: string; readonly weight: number }[]; readonly weight: number
}
export type DemoRoster = {
  readonly homes: readonly DemoHome[]; readonly people: readonly DemoDwellerPerson[]
  readonly ties: readonly DemoTie[]; readonly pairs: readonly DemoPair[]
}

const DAY = 86_400_000
const today = Date.parse('2026-11-20T00:00:00Z')
const dayBack = (days: number): string => new Date(today - days * DAY).toISOString().slice(0, 10)
const base = Date.parse('2025-11-01T03:00:00+08:00')
const unledBuildings = new Set(['captain:jlf-3', 'captain:ajl-4', 'captain:hsj-2'])

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Book = { homes: Mutable<DemoHome>[]; people: Mutable<DemoDwellerPerson>[]; ties: Mutable<DemoTie>[]; pairs: DemoPair[] }
type Maker = { readonly book: Book; readonly given: ReturnType<typeof numbers>; readonly captains: Map<string, string> }

const elsewhere = ['云汀市河西区柳堤街道', '云汀市江浦区石塘镇', '云汀市汀北区广场街道', '青禾市南川县桥头镇', '临岳市西陵区', '望海市滨城区'] as const

function person(make: Maker, key: string, member: Member, family: string, d: Dice, name?: string): Mutable<DemoDwellerPerson> {
  const born = dayBack(member.age * 365 + Math.floor(member.age / 4) + d.whole(1, 360))
  const year = Number(born.slice(0, 4))
  const hasPhone = d.chance(member.age >= 75 ? 0.42 : member.age < 18 ? 0.55 : 0.93)
  const one = {
    id: uuid(base, `dweller:${key}`), name: name ?? nameOf(family, member.sex, year, d), sex: member.sex, born,
    idNumber: d.chance(0.88) ? make.given.idNumber(born, member.sex) : null, phone: hasPhone ? make.given.phone() : null,
  }
  make.book.people.push(one)
  return one
}

type How = { readonly lives?: boolean; readonly registered?: boolean; readonly owns?: boolean; readonly rents?: boolean }
type More = { readonly since?: string | null; readonly relation?: Relation | null; readonly registeredAt?: string | null; readonly seenOn: string }

function tie(make: Maker, personId: string, home: string, how: How, more: More): Mutable<DemoTie> {
  const made: Mutable<DemoTie> = {
    id: uuid(base, `tie:${personId}:${home}`), person: personId, home, lives: how.lives ?? false, registered: how.registered ?? false,
    owns: how.owns ?? false, rents: how.rents ?? false, since: more.since ?? null, until: null, whyUntil: null, relation: more.relation ?? null,
    registeredAt: more.registeredAt ?? null, seenOn: more.seenOn, waiting: null, past: null,
  }
  make.book.ties.push(made)
  return made
}

/** Since when: a household of a compound built in `built` has lived there for a while, tenants three years at most; nobody was seen before they came. */
function sinceOf(tenant: boolean, { built, seenOn, d }: At): string | null {
  if (d.chance(0.12)) return null
  const years = tenant ? 3 : Math.min(2026 - built, 30)
  const day = dayBack(d.whole(40, Math.max(60, years * 365)))
  return day > seenOn ? seenOn : day
}

type At = { readonly place: DemoPlace; readonly key: string; readonly built: number; readonly seenOn: string; readonly d: Dice }

/** The family of a home: head first; who is registered where, who owns, who rents. */
function settle(make: Maker, at: At, household: Household, rented: boolean, headName?: string): void {
  const { place, key, seenOn, d } = at
  const family = headName ? headName.slice(0, 1) : familyName(d)
  const publicRental = key === 'ajl' || key === 'hsj'
  const since = sinceOf(rented && !publicRental, at)
  const registeredHere = d.chance(rented ? (publicRental ? 0.55 : 0.04) : 0.74)
  household.members.forEach((member, i) => {
    const owns = !rented && (member.relation === 'head' || member.relation === 'spouse' && d.chance(0.45))
    const one = person(make, `${place.code}:${i}`, member, member.family === 'own' ? family : familyName(d), d, i === 0 ? headName : undefined)
    const registered = registeredHere && member.relation !== 'other' && d.chance(0.93)
    const rents = rented && (member.relation === 'head' || member.relation === 'other')
    tie(make, one.id, place.id, { lives: true, registered, owns, rents }, {
      since, relation: member.relation, seenOn, registeredAt: registered || d.chance(0.4) ? null : d.pick(elsewhere),
    })
  })
}

/** An owner who lives elsewhere; now and then somebody who lives in another home of the street. */
function owner(make: Maker, at: At): void {
  const { place, seenOn, d } = at
  const since = sinceOf(false, at)
  const neighbours = make.book.ties.filter((one) => one.lives && one.owns)
  if (neighbours.length > 0 && d.chance(0.22)) {
    tie(make, d.pick(neighbours).person, place.id, { owns: true, registered: d.chance(0.15) }, { since, seenOn })
    return
  }
  const member: Member = { age: d.whole(30, 68), sex: d.chance(0.6) ? 'male' : 'female', relation: 'head', family: 'own' }
  const one = person(make, `${place.code}:owner`, member, familyName(d), d)
  tie(make, one.id, place.id, { owns: true, registered: d.chance(0.2) }, { since, seenOn, registeredAt: d.chance(0.4) ? d.pick(elsewhere) : null })
}

/** Somebody who left: moved or died, so that a file has a past. */
function left(make: Maker, { place, d }: At): void {
  const died = d.chance(0.35)
  const member: Member = { age: died ? d.whole(70, 93) : d.whole(24, 50), sex: d.chance(0.5) ? 'male' : 'female', relation: died ? 'parent' : 'head',
    family: 'own' }
  const one = person(make, `${place.code}:left`, member, familyName(d), d)
  const made = tie(make, one.id, place.id, died ? { lives: true, registered: true } : { lives: true, rents: true },
    { since: dayBack(d.whole(900, 2400)), relation: member.relation, seenOn: dayBack(d.whole(500, 800)) })
  made.until = dayBack(d.whole(20, 300))
  made.whyUntil = died ? 'died' : 'moved'
}

const rhythm: Readonly<Record<string, number>> = { wty: 180, jlf: 90, lgt: 90, fjx: 120, ajl: 90, hsj: 90 }

/** When and how a home was last confirmed: mostly within the rhythm of its compound, in buildings without a captain seldom. */
function confirmed(place: DemoPlace, key: string, unled: boolean, d: Dice): Pick<DemoHome, 'confirmedOn' | 'confirmedHow' | 'confirmedPost'> {
  const days = rhythm[key] ?? 180
  const fresh = d.chance(unled ? 0.34 : 0.84)
  const back = fresh ? d.whole(1, days - 2) : days + d.whole(3, 260)
  const how = d.weighted([['door', 58], ['import', 20], ['phone', 12], ['desk', 10]] as const)
  const post = how === 'import' ? undefined : how === 'door' ? captainKey(place, dayBack(back)) ?? gridKey(place) : gridKey(place)
  return { confirmedOn: dayBack(back), confirmedHow: how, confirmedPost: post ? postId(post) : null }
}

function home(make: Maker, place: DemoPlace, unfinished: boolean): void {
  const key = compoundKey(place)
  const d = dice(`roster ${place.code}`)
  const unled = unledBuildings.has(`captain:${key}-${place.buildingNo}`)
  const captain = make.captains.get(place.id)
  const drawn = stateIn(key, unled, d)
  const state: HomeState = captain !== undefined ? 'lived_in' : unfinished ? 'unfinished' : drawn
  const seen = state === 'unknown' ? { confirmedOn: null, confirmedHow: null, confirmedPost: null } : confirmed(place, key, unled, d)
  const at: At = { place, key, built: builtIn[key] ?? 2010, seenOn: seen.confirmedOn ?? dayBack(400), d }
  const rented = key === 'ajl' || key === 'hsj'
  let children = 0
  if (state === 'lived_in' || state === 'let') {
    const drawnHousehold = householdIn(key, state === 'let', d)
    const household = captain === undefined ? drawnHousehold : captainHousehold(captain, d)
    settle(make, at, household, rented || state === 'let', captain)
    children = household.children
  }
  if (!rented && (state === 'let' || state === 'vacant' || state === 'business') && d.chance(0.9)) owner(make, at)
  if (state !== 'unfinished' && state !== 'unknown' && d.chance(0.05)) left(make, at)
  const registered = make.book.ties.some((one) => one.home === place.id && one.registered && one.until === null)
  const householdNo = registered ? `0${key === 'wty' ? 1 : 2}${place.code.slice(-12).replace(/\D/g, '')}`.slice(0, 9) : null
  make.book.homes.push({ home: place.id, state, householdNo, children, doubts: [], ...seen })
}

const builtIn: Readonly<Record<string, number>> = { wty: 2016, jlf: 2025, lgt: 1982, fjx: 1988, ajl: 2014, hsj: 2011 }

const women = /[英芬娟珍芳华琴娥妹莲芝菊梅月美莉香玉贞惠兰霞桂巧云]|婷/

/** A captain's household: somebody who has time for the building, with a husband or wife. */
function captainHousehold(name: string, d: Dice): Household {
  const sex: Sex = women.test(name.slice(1)) ? 'female' : 'male'
  const age = d.whole(48, 71)
  const spouse: Member = { age: age + d.whole(-3, 4), sex: sex === 'male' ? 'female' : 'male', relation: 'spouse', family: 'other' }
  return { members: [{ age, sex, relation: 'head', family: 'own' }, ...(d.chance(0.8) ? [spouse] : [])], children: 0 }
}

/** In which home each captain lives: one of their building, and of their floors where they have a part of it. */
function captainsHomes(rooms: readonly DemoPlace[]): Map<string, string> {
  const byPost = Map.groupBy(rooms, (room) => captainKey(room, '2026-11-20') ?? '')
  const found = new Map<string, string>()
  for (const [key, own] of byPost) {
    const name = key === '' ? undefined : holder(key, '2026-11-20')
    if (name !== undefined) found.set(dice(`lives ${key}`).pick(own).id, name)
  }
  return found
}

/** Homes of 锦澜府 that are not sold or not handed over. */
function unfinishedHomes(rooms: readonly DemoPlace[], captains: ReadonlyMap<string, string>): Set<string> {
  const own = rooms.filter((room) => compoundKey(room) === 'jlf' && !captains.has(room.id))
  return new Set(own.sort((a, b) => hash(`unsold ${a.code}`)[0] - hash(`unsold ${b.code}`)[0]).slice(0, 74).map(({ id }) => id))
}

function doubt(book: Book, homeId: string, code: string): void {
  const found = book.homes.find((one) => one.home === homeId)
  if (found && !found.doubts.includes(code)) found.doubts = [...found.doubts, code]
}

/** Plants what does not fit: differing telephones, people told to have moved or died, and one human being in two records. */
function plant(make: Maker, communityOf: ReadonlyMap<string, string>): void {
  const { book } = make
  const d = dice('roster doubts')
  const byId = new Map(book.people.map((one) => [one.id, one]))
  const living = book.ties.filter((one) => one.lives && one.until === null)
  const used = new Set<string>()
  const draw = (): Mutable<DemoTie> => {
    for (;;) {
      const one = d.pick(living)
      if (used.has(one.person) || byId.get(one.person)?.phone == null || byId.get(one.person)?.idNumber == null) continue
      used.add(one.person)
      return one
    }
  }
  for (let i = 0; i < 26; i++) {
    const one = draw()
    one.waiting = { field: 'phone', value: make.given.phone(), seenOn: dayBack(d.whole(3, 40)) }
    doubt(book, one.home, 'conflict')
  }
  for (let i = 0; i < 180; i++) {
    draw().past = { field: 'phone', value: make.given.phone(), seenOn: dayBack(d.whole(500, 900)), endedOn: dayBack(d.whole(30, 400)) }
  }
  for (let i = 0; i < 14; i++) doubt(book, draw().home, i < 9 ? 'told_moved' : 'told_dead')
  for (let i = 0; i < 12; i++) {
    const of = draw()
    const near = living.filter((one) => one.home !== of.home && communityOf.get(one.home) === communityOf.get(of.home))
    twin(make, of, d.pick(near).home, i, communityOf.get(of.home) ?? '', byId.get(of.person), d)
  }
}

/** Writes somebody down a second time, at another home where they are registered (人户分离), as a file of another office would. */
function twin(make: Maker, of: DemoTie, home: string, nth: number, community: string, known: DemoDwellerPerson | undefined, d: Dice): void {
  if (!known) return
  const sameId = nth % 3 !== 2
  const again: DemoDwellerPerson = { ...known, id: uuid(base, `again:${known.id}`), idNumber: sameId ? known.idNumber : null,
    phone: sameId ? null : known.phone }
  make.book.people.push(again)
  tie(make, again.id, home, { registered: true }, { seenOn: dayBack(d.whole(5, 60)), since: null })
  const evidence = sameId ? [{ code: 'id_same', weight: 60 }, { code: 'name_same', weight: 20 }, { code: 'born_same', weight: 15 }]
    : [{ code: 'phone_same', weight: 25 }, { code: 'name_same', weight: 20 }, { code: 'born_same', weight: 15 }]
  const [one, other] = [known.id, again.id].sort()
  if (one === undefined || other === undefined) return
  const weight = evidence.reduce((sum, e) => sum + e.weight, 0)
  make.book.pairs.push({ id: uuid(base, `pair:${known.id}`), one, other, community, evidence, weight })
  doubt(make.book, of.home, 'same_person')
  doubt(make.book, home, 'same_person')
}

/** The whole made-up roster. */
export function demoRoster(): DemoRoster {
  const rooms = demoPlaces().filter(({ kind }) => kind === 'room')
  const captains = captainsHomes(rooms)
  const unfinished = unfinishedHomes(rooms, captains)
  const make: Maker = { book: { homes: [], people: [], ties: [], pairs: [] }, given: numbers(), captains }
  for (const room of rooms) home(make, room, unfinished.has(room.id))
  plant(make, new Map(rooms.map(({ id, community }) => [id, community ?? ''])))
  return make.book
}
