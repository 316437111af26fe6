/** The clocks of a matter as its readers see them: those that run, are paused or have ended in this round, each with its ledger explained. */
import type { Said, Source } from '../../kit/pure.ts'
import type { Tx } from '../../kit/db.ts'
import { explain, namesOf, replay, workingTime, type Explanation, type Pace, type Time } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { clockOf, ledgerOf as ledgerOfOne, type Clock, type LedgerEntry } from '../rules/clock-state.ts'
import { clockSaid } from '../rules/clock-words.ts'
import { DUE_KINDS, type DueKind, type Matter } from '../rules/matter.ts'
import { moneyPathOf } from '../rules/packs/money-paths.ts'
import { STAGE_PACK } from '../rules/packs/stage-paces.ts'
import { whistleTerms } from '../rules/whistle-pack.ts'
import { clocksOf, ledgerOf } from '../store/load-matter.ts'

/** One clock. Times are ISO; `due` of an ended one is what it would have been. `org`: whose own deadline it is; null: the matter's. */
export type ClockView = {
  readonly stage: DueKind; readonly org: string | null; readonly name: string | null; readonly state: 'running' | 'paused' | 'ended'
  readonly due: string; readonly provisional: boolean; readonly from: string; readonly endedAt: string | null; readonly pace: Pace | null
  readonly rung: number
}
type Event = { readonly at: string; readonly kind: string; readonly pace: Pace | null; readonly said: Said }
/** A clock with why it is due then: what happened to it, oldest first, and every day that was counted. Null where it is older than the ledger. */
export type ClockExplained = ClockView & {
  readonly events: readonly Event[]
  readonly explain: (Omit<Explanation, 'due'> & { readonly due: string | null }) | null
}

/** Who answers to the resident sees everybody's deadlines; a party its own, the holder's and the matter's. */
const ANSWERS_TO_RESIDENT: readonly string[] = ['captain', 'grid', 'community', 'branch', 'street']
/** The stages that are a promise to whoever reported it. */
const PROMISED: readonly DueKind[] = ['sign', 'contact', 'finish', 'reply', 'verdict', 'review']

type Whose = Pick<Matter, 'heldBy'>
const iso = (at: number): string => new Date(at).toISOString()

/** Whether a clock is a reader's to see. [M18] */
export function seesClock(actor: Pick<Actor, 'kind' | 'audience' | 'org'>, { heldBy }: Whose, { stage, org }: Pick<Clock, 'stage' | 'org'>): boolean {
  const main = org === null || org === heldBy
  if (actor.kind === 'resident') return main && PROMISED.includes(stage)
  return main || org === actor.org || actor.audience.some((one) => ANSWERS_TO_RESIDENT.includes(one))
}

/** The ledger since the matter was filed, or opened again: what an earlier round did is its story, not its clocks. */
function thisRound(ledger: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const again = ledger.findLast(({ kind, why }) => kind === 'start' && why === 'reopened')
  return again ? ledger.slice(ledger.findIndex((entry) => entry.at === again.at && entry.kind === 'start' && entry.why === 'reopened')) : ledger
}

const view = (clock: Clock, more: Partial<ClockView> = {}): ClockView => ({
  stage: clock.stage, org: clock.org, name: null, state: clock.state, due: iso(clock.due), provisional: clock.provisional, from: iso(clock.from),
  endedAt: null, pace: null, rung: clock.rung, ...more,
})

type Told = { readonly clock: ClockView; readonly entries: readonly LedgerEntry[] }

/** One clock by its ledger. The stored due time of one that runs is the promise that was made; of one that ended it is replayed. */
function toldBy(entries: readonly LedgerEntry[], stored: Clock | null, time: Time): Told | null {
  const [first] = entries
  const { state, due, wouldBe, pace, provisional, startedAt, stoppedAt } = replay(entries, time)
  const until = stored?.due ?? due ?? wouldBe
  if (!first || startedAt === null || until === null) return null
  const clock: ClockView = { stage: first.stage, org: first.org, name: null, state: state === 'stopped' || !stored ? 'ended' : stored.state,
    due: iso(until), provisional: stored?.provisional ?? provisional, from: iso(startedAt), endedAt: stoppedAt === null ? null : iso(stoppedAt), pace,
    rung: stored?.rung ?? 0 }
  return { clock, entries }
}

/** All clocks of this round in the order of their stages, those of the matter before those of its parties. */
export function clocksTold(clocks: readonly Clock[], ledger: readonly LedgerEntry[], time: Time): readonly Told[] {
  const round = thisRound(ledger)
  const whose = new Map(round.map(({ stage, org }) => [`${stage} ${org ?? ''}`, { stage, org }]))
  const kept = [...whose.values()].flatMap(({ stage, org }) => toldBy(ledgerOfOne(round, stage, org), clockOf(clocks, stage, org), time) ?? [])
  const older = clocks.filter((one) => !whose.has(`${one.stage} ${one.org ?? ''}`)).map((one) => ({ clock: view(one), entries: [] }))
  const rank = ({ clock }: Told): string => `${String(DUE_KINDS.indexOf(clock.stage))} ${clock.org ?? ''}`
  return [...kept, ...older].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
}

type Basis = { readonly situation: string | null; readonly moneyPath: string | null }
/** What a clock's pace rests on: the situation of a whistle, the way to the money of what is put aside, else the times of the street. */
function paceSource(entries: readonly LedgerEntry[], { situation, moneyPath }: Basis): Source {
  const by = entries.findLast(({ kind }) => kind === 'start' || kind === 'policy')
  const path = by?.why === 'suspended' && moneyPath !== null ? moneyPathOf(moneyPath) : null
  if (path) return path.source
  const terms = by?.why === 'whistle' && situation !== null ? whistleTerms(situation) : null
  return terms?.ok ? terms.value.source : STAGE_PACK.source[0]
}

function explained({ clock, entries }: Told, basis: Basis, time: Time): ClockExplained {
  const events = entries.map(({ at, kind, pace, why }) => ({ at: iso(at), kind, pace: pace ?? null, said: clockSaid(kind, why) }))
  if (entries.length === 0) return { ...clock, events, explain: null }
  const { due, sources, ...why } = explain(entries, time)
  return { ...clock, events, explain: { ...why, sources: [paceSource(entries, basis), ...sources], due: due === null ? null : iso(due) } }
}

type Asked = Pick<Matter, 'id' | 'heldBy' | 'clocks' | 'situation'>
const toldTo = async (tx: Tx, actor: Actor, matter: Asked, at: Date) => {
  const time = await workingTime(tx, actor.district, at)
  const told = clocksTold(matter.clocks, await ledgerOf(tx, actor.district, matter.id), time).filter(({ clock }) => seesClock(actor, matter, clock))
  const names = await namesOf(tx, actor.district, { orgs: told.map(({ clock }) => clock.org) })
  return { time, told: told.map(({ clock, entries }) => ({ entries, clock: { ...clock, name: names.org(clock.org)?.name ?? null } })) }
}

/** The clocks of a matter that a reader may see, without their explanations: for the page that shows it. */
export const clocksFor = async (tx: Tx, actor: Actor, matter: Asked, at: Date): Promise<readonly ClockView[]> =>
  (await toldTo(tx, actor, matter, at)).told.map(({ clock }) => clock)

/** The clocks of one matter with every start, pause, day off and policy behind them; undefined when the reader may not see the matter. [W11] */
export async function explainClocks(tx: Tx, actor: Actor, id: string, at: Date): Promise<{ readonly items: ClockExplained[] } | undefined> {
  const row = await tx.selectFrom('matter')
    .select(['id', 'held_by', 'situation', 'money_path', 'clocks', 'due', 'due_kind', 'due_from', 'reminded_at', 'supervised_at'])
    .where('district', '=', actor.district).where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { time, told } = await toldTo(tx, actor, { id: row.id, heldBy: row.held_by, situation: row.situation, clocks: clocksOf(row) }, at)
  return { items: told.map((one) => explained(one, { situation: row.situation, moneyPath: row.money_path }, time)) }
}
