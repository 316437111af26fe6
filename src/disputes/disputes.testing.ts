/** What the tests of disputes ask on a neighbourhood of their own: more mediators, a dispute, and each move of it. */
import { runCommand, type Context, type Outcome } from '../kit/command.ts'
import { withScope, type Db } from '../kit/db.ts'
import { newId } from '../kit/ids.ts'
import type { Result } from '../kit/pure.ts'
import { saveOfficers, savePosts, saveTenures, standingOf } from '../offices/index.ts'
import { publicActor, residentActor, staffActor, type Actor } from '../trust/index.ts'
import * as moves from './commands/moves.ts'
import type { Party } from './commands/on-dispute.ts'
import { openDispute, type OpenDispute } from './commands/open-dispute.ts'

export const district = '990106'
export const start = new Date('2026-11-20T02:40:00.000Z')
export const later = (hours: number, from: Date = start): Date => new Date(from.getTime() + hours * 3_600_000)
/** The value of a good result; throws what was refused. */
export const sure = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.explain.en}`)
  return result.value
}
export const told = (result: Result<{ readonly state?: unknown }>): string => (result.ok ? String(result.value.state) : result.refusal.code)

/** The part of a neighbourhood that is needed here. */
type Ground = { readonly db: Db; readonly place: (code: string) => { readonly id: string }; readonly org: (key: string) => string;
  readonly as: (key: 'mediator' | 'grid') => Actor }

/** Two more mediators of the committee: their actors by name. */
export async function addMediators(n: Ground): Promise<readonly Actor[]> {
  const people = [newId(), newId()]
  const posts = people.map(() => newId())
  await withScope(n.db, publicActor(district), async (tx) => {
    sure(await savePosts(tx, district, posts.map((id, i) => ({
      id, org: n.org('mediation'), kind: 'team_member' as const, title: `调解员${i + 2}`, place: n.place('990106003001').id,
    }))))
    sure(await saveOfficers(tx, district, people.map((person, i) => ({ person, name: `调解员${i + 2}本人` }))))
    sure(await saveTenures(tx, district, posts.map((post, i) => ({ id: newId(), post, person: people[i] ?? '', from: '2025-01-01' }))))
  })
  return withScope(n.db, publicActor(district), async (tx) => {
    const actors: Actor[] = []
    for (const person of people) {
      const [standing] = await standingOf(tx, district, person, start)
      if (standing) actors.push(staffActor(district, person, standing))
    }
    return actors
  })
}

/** Runs one command as an actor in a transaction of its own. */
export const run = <In, Out extends Outcome>(
  n: Pick<Ground, 'db'>, actor: Party, at: Date, command: (ctx: Context<Party>, input: In) => Promise<Result<Out>>, input: In,
) => runCommand(n.db, actor, at, undefined, (tx) => command({ tx, actor, at }, input))

/** A side of a dispute, come with its code. */
export const sideActor = (dispute: string, side: 'a' | 'b'): Party => ({ ...residentActor(district, null), disputes: [dispute], side })

export const planted = { a: '范素琴', b: '郝建军', words: '楼上漏水漏到床上，敲门就吵', session: '双方各退一步，先修阀门', phone: '19900001234' } as const
/** What is opened unless a test says otherwise: 602 leaks into 502 of building 3. */
export const leaking = (n: Ground, more: Partial<OpenDispute> = {}): OpenDispute => ({
  place: n.place('990106003001K1-03').id, kind: 'leaking', words: planted.words,
  sides: [{ persons: [{ name: planted.a, phone: planted.phone, address: '梧桐苑3号楼302' }], home: n.place('990106003001K1-03-1-302').id },
    { persons: [{ name: planted.b }], home: n.place('990106003001K1-03-1-602').id }],
  ...more,
})

/** Opens a dispute as the grid worker; answers its id. */
export const opened = async (n: Ground, more: Partial<OpenDispute> = {}, at = start): Promise<string> =>
  sure(await run(n, n.as('grid'), at, openDispute, leaking(n, more))).id

/** Brings a dispute to a held session with the committee's chair as mediator. */
export async function talked(n: Ground): Promise<string> {
  const id = await opened(n)
  const chair = n.as('mediator')
  for (const side of ['a', 'b'] as const) sure(await run(n, sideActor(id, side), start, moves.answerConsent,
    { id, side, yes: true, via: 'code' as const }))
  sure(await run(n, chair, start, moves.appointMediator, { id, person: chair.person ?? '' }))
  sure(await run(n, chair, start, moves.planSession, { id, at: later(24).toISOString(), spot: '社区调解室' }))
  const session = await withScope(n.db, chair, (tx) => tx.selectFrom('dispute_session').select('id').where('dispute', '=',
    id).executeTakeFirstOrThrow())
  sure(await run(n, chair, later(25), moves.holdSession, { id, session: session.id, present: ['a', 'b'] as const, note: planted.session }))
  return id
}

export const duties = [
  { by: 'b' as const, what: '更换602户内漏水的角阀', until: '2026-11-28', fen: null, basis: null },
  { by: 'b' as const, what: '付给甲方修墙面的钱', until: '2026-12-05', fen: 80_000, basis: 'damage' },
]
