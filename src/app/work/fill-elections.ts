/**
 * Writes the made-up terms in office, and plays the elections that are being prepared through the front door of ballots; once, in one
 * transaction.
 */
import { demoBodies, newCompound, newElection, newHomes, residentsElection, type DemoWho } from '../../../demo/elections.ts'
import { electionSteps, insertHeads, insertOwners, insertTitles, sealPerson } from '../../ballots/index.ts'
import { actAs, withScope, type Db, type Tx } from '../../kit/db.ts'
import type { Result } from '../../kit/pure.ts'
import { standingOf } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import { clockActor, newKeyOf, staffActor, type Actor } from '../../trust/index.ts'

const DONE = 'demo_elections'
type Where = { readonly district: string; readonly path: string }
type Step<In, Out> = (ctx: { readonly tx: Tx; readonly actor: Actor; readonly at: Date }, input: In) => Promise<Result<Out>>

/** One step of the story, by one of its people at its time. */
async function play<In extends object, Out>(tx: Tx, { district }: Where, { person, post }: DemoWho, at: string, step: Step<In, Out>,
  input: In): Promise<Out> {
  const time = new Date(at)
  const standing = (await standingOf(tx, district, person, time)).find((one) => one.post === post)
  if (!standing) throw new Error('demo: somebody prepares an election in a post they do not hold')
  const actor = staffActor(district, person, standing)
  await actAs(tx, actor)
  const done = await step({ tx, actor, at: time }, input)
  if (!done.ok) throw new Error(`demo: ${step.name}: ${done.refusal.explain.en}`)
  return done.value
}

async function inOffice(tx: Tx, { district }: Where): Promise<void> {
  for (const { id, place: at, keeper, kind, seats, reserves, from, to, members } of demoBodies) {
    const place = await placeById(tx, district, at)
    if (!place) continue
    await tx.insertInto('governing_body').values({ district, id, place: at, path: place.path, compound_path: place.compoundPath, keeper, kind, seats,
      reserves, term_from: from,
      term_to: to, state: 'in_office' }).execute()
    await tx.insertInto('body_member').values(members.map((one) => ({ district, body: id, ...one, since: from }))).execute()
  }
}

/** The register of the new compound; false where somebody began one by hand. */
async function register(tx: Tx, { district }: Where): Promise<boolean> {
  const { compound, keeper, since, developer, company } = newCompound
  const place = await placeById(tx, district, compound)
  if (!place?.compoundPath) return false
  const begun = await tx.insertInto('owner_register')
    .values({ district, compound, path: place.path, compound_path: place.compoundPath, keeper, since })
    .onConflict((c) => c.doNothing()).returning('compound').execute()
  if (begun.length === 0) return false
  const homes = newHomes()
  const owned = homes.flatMap(({ owner }) => owner ?? [])
  await insertHeads(tx, district, [...owned.map(({ head }) => ({ id: head, compound, keeper, kind: 'owners' as const, company: null })),
    { id: developer, compound, keeper, kind: 'developer', company }])
  await insertOwners(tx, district, owned.map(({ head, id, person, name, phone }) => ({ id, head, keeper, chosen: true, since: '2025-09-30',
    ...sealPerson(district, { name, phone }, { person, ...newKeyOf(district, person) }) })), new Date(`${since}T10:00:00+08:00`))
  await insertTitles(tx, district, homes.map(({ title, home, building, unit, label, area, owner }) => ({ id: title, compound, keeper,
    head: owner?.head ?? developer, building, unit, home, label,
    kind: 'home' as const, area, area_source: 'contract' as const, status: owner ? 'sold' as const : 'undelivered' as const })))
  return true
}

async function firstCommittee(tx: Tx, where: Where): Promise<void> {
  const { lead, street, target, startedAt, seats, reserves, years, begins, title, words, done, candidates } = newElection
  const owners = new Map(newHomes().map(({ label, owner }) => [label, owner?.id]))
  const { id } = await play(tx, where, lead, startedAt, electionSteps.startElection,
    { place: newCompound.compound, kind: 'owners_committee', seats, reserves, years, begins, title, words,
    startedBy: 'owners', secret: true, channels: ['paper', 'door'] })
  for (const [step, day] of done) await play(tx, where, lead, startedAt, electionSteps.setDay, { id, step, what: 'done', day })
  await play(tx, where, target, startedAt, electionSteps.switchTarget, { id, on: true })
  for (const { label, reviews, at, by, officer, promised, reason, ...declared } of candidates) {
    const owner = owners.get(label)
    if (owner === undefined) throw new Error(`demo: nobody owns ${label}`)
    const { candidate } = await play(tx, where, lead, at, electionSteps.nominate,
      { id, owner, by, officer, promised, reason, declared: { ...declared, known: { fees_unpaid: true, illegal_building: true } } })
    for (const { outcome, at: when, reason: why } of reviews) await play(tx, where, street, when, electionSteps.review,
      { id, candidate, outcome, reason: why })
  }
}

async function residents(tx: Tx, where: Where): Promise<void> {
  const { by, place, startedAt, seats, years, begins, set, done } = residentsElection
  const { id } = await play(tx, where, by, startedAt, electionSteps.startResidents, { place, seats, years, begins, online: false })
  for (const [step, day] of set) await play(tx, where, by, startedAt, electionSteps.setDay, { id, step, what: 'set', day })
  for (const [step, day] of done) await play(tx, where, by, `${day}T17:00:00+08:00`, electionSteps.setDay, { id, step, what: 'done', day })
}

/** Does it once; answers how many terms there are then, 0 when they were there already. */
export const fillElections = (db: Db, where: Where): Promise<number> => withScope(db, clockActor(where.district, where.path), async (tx) => {
  const claimed = await tx.insertInto('setting').values({ district: where.district, name: DONE, value: '1' }).onConflict((c) => c.doNothing())
    .returning('name').execute()
  if (claimed.length === 0) return 0
  await inOffice(tx, where)
  const ours = await register(tx, where)
  if (ours) await firstCommittee(tx, where)
  await residents(tx, where)
  return demoBodies.length + (ours ? 2 : 1)
})
