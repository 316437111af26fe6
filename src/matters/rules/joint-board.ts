import { ok, refuse, type Result, type Said } from '../../kit/pure.ts'
import type { OrgKind } from '../../offices/rules/index.ts'
import type { CompoundType } from '../../places/rules/index.ts'
import { STAND_INS, type StandIn, type StandInCode } from './packs/seat-stand-ins.ts'

/** The four chairs of a joint board, in the order in which they are shown. */
export const SEATS = ['branch', 'owners', 'community', 'firm'] as const
export type Seat = (typeof SEATS)[number]

/** What each chair is called. */
export const SEAT_SAID: Readonly<Record<Seat, Said>> = {
  branch: { zh: '小区支部', en: 'Compound branch' }, owners: { zh: '业委会', en: 'Owners’ committee' },
  community: { zh: '居委会', en: 'Residents’ committee' }, firm: { zh: '物业', en: 'Property company' },
}

/** An organisation that serves the compound, as offices tell it. */
export type Around = { readonly org: string; readonly kind: OrgKind; readonly stationKind: string | null; readonly name: string }
/** One chair: who sits there, as whom, or nobody; `standIn` says by what rule when it is not the party itself. */
export type Chair = { readonly seat: Seat; readonly org: string | null; readonly name: string | null; readonly standIn: StandIn | null }

const chair = (seat: Seat, sits: Around | undefined, standIn: StandInCode | null): Chair =>
  ({ seat, org: sits?.org ?? null, name: sits?.name ?? null, standIn: standIn === null ? null : STAND_INS[standIn] })

function ownersChair(around: readonly Around[], type: CompoundType | null): Chair {
  const body = around.find(({ kind }) => kind === 'owners')
  if (body) {
    if (/业主委员会|业委会/.test(body.name)) return chair('owners', body, null)
    return chair('owners', body, type === 'public_rental' ? 'tenants_group' : /自管/.test(body.name) ? 'self_management' : 'management_committee')
  }
  const landlord = type === 'public_rental' ? around.find(({ stationKind }) => stationKind === 'rental_housing') : undefined
  return landlord ? chair('owners', landlord, 'landlord')
    : chair('owners', around.find(({ kind }) => kind === 'community'), 'community_for_owners')
}

/**
 * [M45] Who sits at the table of a compound, of those who serve it today: each party itself; for the owners their stand-in; the residents' committee
 * for a firm that is not there; nobody on the branch's chair where there is no branch. One organisation may hold two chairs.
 * Source: realism 12; the pack of stand-ins.
 */
export function seatsFor(around: readonly Around[], type: CompoundType | null): readonly Chair[] {
  const first = (wanted: OrgKind): Around | undefined => around.find(({ kind }) => kind === wanted)
  const branch = first('branch')
  const firm = first('firm')
  return [
    chair('branch', branch, branch ? null : 'no_branch'), ownersChair(around, type), chair('community', first('community'), null),
    firm ? chair('firm', firm, null) : chair('firm', first('community'), 'community_for_firm'),
  ]
}

/** Whether four parties sit at the table 四方协调, or three because there is no branch 三方联动. */
export const linkageOf = (chairs: readonly Chair[]): 'four' | 'three' => (chairs.some(({ seat, org }) => seat === 'branch' && org === null)
  ? 'three' : 'four')

/** The organisations at the table, each once. */
export const partiesAt = (chairs: readonly Chair[]): readonly string[] => [...new Set(chairs.flatMap(({ org }) => (org === null ? [] : [org])))]

/** [M46] The one who answers for an item today: whoever sits on its chair, and the residents' committee while nobody does. */
export const accountableOf = <C extends Pick<Chair, 'seat' | 'org'>>(chairs: readonly C[], seat: Seat): C | null =>
  chairs.find((one) => one.seat === seat && one.org !== null) ?? chairs.find((one) => one.seat === 'community' && one.org !== null) ?? null

/** An item as the rules see it. Days are civil, 'YYYY-MM-DD'. */
export type JointItem = { readonly seat: Seat; readonly agreed: string; readonly done: boolean }
/** The state that a screen says: late is open and past its day. */
export const itemState = (item: Pick<JointItem, 'agreed' | 'done'>, today: string): 'open' | 'late' | 'done' =>
  (item.done ? 'done' : item.agreed < today ? 'late' : 'open')

const no = (code: string, rule: string, zh: string, en: string) => refuse({ code, rule, explain: { zh, en } })
const notSeated = no('not_at_table', 'M45', '这张桌子上没有您的席位。', 'Your organisation does not sit at this table.')
const far = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`

/** Whether one of the actor's organisations sits at the table. Refused for everybody else, the street included: it reads. */
export const mustSit = (chairs: readonly Chair[], orgs: readonly string[]): Result<string> => {
  const own = partiesAt(chairs).find((org) => orgs.includes(org))
  return own === undefined ? notSeated : ok(own)
}

/** [M46] An item has one accountable party who is at the table, and an agreed day from today on, at most two years ahead. */
export function decidePut(chairs: readonly Chair[], input: { readonly seat: Seat; readonly agreed: string }, today: string): Result<JointItem> {
  if (!chairs.some(({ seat, org }) => seat === input.seat && org !== null)) {
    return no('empty_chair', 'M45', '这把椅子现在没有人，请选在座的一方担责。', 'Nobody sits on this chair: choose a party that is there.')
  }
  if (input.agreed < today) return no('day_over', 'M46', '约定的日子已经过了，请选今天或以后。', 'The agreed day is over: choose today or later.')
  if (input.agreed > far(today, 2)) return no('day_far', 'M46', '约定的日子太远，请定在两年以内。', 'The agreed day is too far: within two years.')
  return ok({ seat: input.seat, agreed: input.agreed, done: false })
}

/**
 * [M46] Who is accountable, or the day, changes with a reason; the earlier one stays readable. Something has to change, and nothing that is done
 * does.
 */
export function decideMoved(
  chairs: readonly Chair[], item: JointItem, input: { readonly seat: Seat; readonly agreed: string; readonly reason: string }, today: string,
): Result<JointItem> {
  if (item.done) return no('item_done', 'M46', '这一件已经有结果了。', 'This item has its result already.')
  if (input.seat === item.seat && input.agreed === item.agreed) {
    return no('nothing_new', 'M46', '担责方和日子都没有变。', 'Neither the accountable party nor the day would change.')
  }
  if (input.reason.trim() === '') return no('reason_needed', 'M46', '请写一句为什么改。', 'Please say why it changes.')
  // the day that stands may be over already: handing an item on does not make it anybody's lie
  const kept = input.agreed === item.agreed
  const checked = decidePut(chairs, { seat: input.seat, agreed: kept && item.agreed < today ? today : input.agreed }, today)
  return checked.ok ? ok({ ...item, seat: input.seat, agreed: input.agreed }) : checked
}

/** [M46] The accountable party writes the result, or the residents' committee for it. */
export function decideResult(chairs: readonly Chair[], item: JointItem, orgs: readonly string[]): Result<JointItem> {
  if (item.done) return no('item_done', 'M46', '这一件已经有结果了。', 'This item has its result already.')
  const community = chairs.find(({ seat }) => seat === 'community')?.org ?? null
  const may = [accountableOf(chairs, item.seat)?.org ?? null, community].some((org) => org !== null && orgs.includes(org))
  return may ? ok({ ...item, done: true })
    : no('not_accountable', 'M46', '结果由担责的一方写，居委会也可以代写。', 'The accountable party writes the result, or the residents’ committee for it.')
}

/** [M47] A meeting: at least two of the table, on a day within the last month, never ahead. `present` and `decided` each name something once. */
export function decideMet(
  chairs: readonly Chair[], input: { readonly on: string; readonly present: readonly string[]; readonly decided: readonly string[] }, today: string,
    earliest: string,
): Result<readonly string[]> {
  const at = partiesAt(chairs)
  if (input.present.some((org) => !at.includes(org))) return no('not_at_table', 'M47', '到会的里面有不在席位上的单位。',
    'Somebody named as present does not sit at the table.')
  if (new Set(input.present).size < 2) return no('alone', 'M47', '至少两家到了才算开会。', 'It takes at least two parties to meet.')
  if (input.on > today) return no('not_yet', 'M47', '会还没开，开完再记。', 'The meeting is still to come.')
  if (input.on < earliest) return no('long_ago', 'M47', '只能补记一个月内的会。', 'Only meetings of the last month can be entered.')
  if (new Set(input.decided).size !== input.decided.length) return no('twice', 'M47', '同一件写了两次，请合成一条。', 'The same item is named twice.')
  return ok([...new Set(input.present)])
}

/** Whether a matter may lie on a joint board: closed to nobody, not sensitive, and still to be handled. [M46] */
export const mayBeShared = (matter: { readonly sensitive: string | null; readonly closedTo: readonly string[];
  readonly open: boolean }): Result<true> =>
  (matter.sensitive !== null || matter.closedTo.length > 0
    ? no('not_shared', 'M46', '这件事不能放到四方协调。', 'This matter cannot be put on the joint board.')
    : matter.open ? ok(true) : no('matter_over', 'M46', '这件事已经办结了。', 'This matter is closed already.'))
