/** Writes the made-up standing bodies with their members, meetings, decisions and what was brought, once. */
import { demoCouncils, intakeId, sittingId, type DemoCouncil, type DemoSitting } from '../../../demo/councils.ts'
import { orgId } from '../../../demo/orgs.ts'
import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { newId, randomCode } from '../../kit/ids.ts'
import { clockActor } from '../../trust/index.ts'

const DONE = 'demo_councils'
type Where = { readonly district: string; readonly path: string }
type Legs = { readonly path: string; readonly compound_path: string | null }
const twoHours = 2 * 3_600_000

async function writeSitting(tx: Tx, district: string, council: DemoCouncil, sitting: DemoSitting, legs: Legs): Promise<void> {
  const [id, starts] = [sittingId(sitting.key), new Date(sitting.startsAt)]
  const ends = new Date(starts.getTime() + twoHours)
  await tx.insertInto('meeting').values({ district, id, place: council.place, ...legs, keeper: council.keeper, body: council.id, kind: 'regular', title: sitting.title, venue: sitting.venue,
    starts_at: starts, ends_at: ends, presider: '召集人', quorum: 5, state: sitting.state, notice_on: new Date(starts.getTime() - 7 * 86_400_000).toISOString().slice(0, 10), sign_code: randomCode(12),
    ...(sitting.state === 'approved' ? { approved_at: new Date(ends.getTime() + 8 * 86_400_000), closed_attendance: council.members.length } : {}) }).execute()
  for (const [at, one] of sitting.decisions.entries()) {
    const resolution = newId()
    const carried = one.yes > one.no
    await tx.insertInto('resolution').values({ district, id: resolution, meeting: id, ...legs, n: at + 1, words: one.words, yes: one.yes, no: one.no, abstained: one.abstained, minority: one.minority,
      carried, state: carried ? 'in_force' : 'recorded', in_force_on: carried ? one.inForceOn : null, evaluate_on: carried ? one.evaluateOn : null, verdict: one.verdict }).execute()
    const { task } = one
    if (task.title !== '') await tx.insertInto('thread_task').values({ district, id: newId(), place: council.place, ...legs, meeting: id, resolution, title: task.title, org: orgId(task.org), owner: task.owner,
      due: task.due, state: task.doneOn === null ? 'open' : 'done', done_on: task.doneOn, result: task.result }).execute()
  }
  const taken = council.intakes.filter(({ meeting }) => meeting === sitting.key)
  if (taken.length > 0) await tx.insertInto('agenda_item').values(taken.map((one, at) =>
    ({ district, meeting: id, n: at + 1, ...legs, title: one.words.slice(0, 20), minutes: 20, intake: intakeId(one.key) }))).execute()
}

async function writeCouncil(tx: Tx, district: string, council: DemoCouncil): Promise<void> {
  const { members, intakes, sittings, until, ...row } = council
  const legs = await tx.selectFrom('place').select(['path', 'compound_path']).where('district', '=', district).where('id', '=', council.place).executeTakeFirstOrThrow()
  await tx.insertInto('standing_body').values({ district, id: row.id, place: row.place, ...legs, keeper: row.keeper, kind: row.kind, name: row.name, seats: row.seats, rhythm_days: row.rhythmDays,
    term_months: row.termMonths, powers: [...row.powers], charter: row.charter, founded_on: row.foundedOn }).execute()
  const posts = members.flatMap(({ post }) => (post === null ? [] : [post]))
  const titled = await tx.selectFrom('post as p').innerJoin('place as l', (j) => j.onRef('l.district', '=', 'p.district').onRef('l.id', '=', 'p.place'))
    .leftJoin('place as c', (j) => j.onRef('c.district', '=', 'l.district').onRef('c.id', '=', 'l.compound')).select(['p.id', 'p.title', 'c.id as compound', 'c.name'])
    .where('p.district', '=', district).where('p.id', 'in', posts).execute()
  const titles = new Map(titled.map(({ id, title, compound, name }) => [id, compound === null || compound === row.place ? title : `${name ?? ''}${title}`]))
  await tx.insertInto('body_seat').values(members.map(({ role, side, post, label }) => ({ district, id: newId(), body: row.id, ...legs, role, sits_for: side, post,
    label: post === null ? label : titles.get(post) ?? '', since: row.foundedOn, until }))).execute()
  if (intakes.length > 0) await tx.insertInto('agenda_intake').values(intakes.map((one) => ({ district, id: intakeId(one.key), body: row.id, ...legs, by_post: one.post, name: one.name, words: one.words,
    state: one.state, meeting: one.meeting === null ? null : sittingId(one.meeting), reason: one.reason, at: new Date(one.at) }))).execute()
  for (const sitting of sittings) await writeSitting(tx, district, council, sitting, legs)
}

/** Does it once; answers how many bodies were written, 0 when they are there already. */
export const fillCouncils = (db: Db, { district, path }: Where): Promise<number> => withScope(db, clockActor(district, path), async (tx) => {
  const claimed = await tx.insertInto('setting').values({ district, name: DONE, value: '1' }).onConflict((c) => c.doNothing()).returning('name').execute()
  if (claimed.length === 0) return 0
  for (const council of demoCouncils) await writeCouncil(tx, district, council)
  return demoCouncils.length
})
