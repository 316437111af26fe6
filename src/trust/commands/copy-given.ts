import type { Tx } from '../../kit/db.ts'
import { appendAct } from '../../record/index.ts'
import { trustActs, type Actor, type CopyTaker } from '../rules/index.ts'

/** Records that a copy of all that is kept of a person was given: to themselves from their own file, or at a desk, into whose hands (`taker`). [T5] */
export async function copyGiven(tx: Tx, actor: Actor, person: string, at: Date, way: 'own_file' | 'desk',
  taker?: CopyTaker): Promise<void> {
  await appendAct(tx, {
    district: actor.district, at, what: trustActs.state('person.copied', { way, ...(taker ? { taker } : {}) }), channel: way === 'desk' ? 'desk' : 'web',
    actorPerson: actor.person, actorPost: actor.post, subject: { kind: 'person', id: person },
    ...(actor.person === null ? { path: actor.scopes[0] ?? null } : {}),
  })
}
