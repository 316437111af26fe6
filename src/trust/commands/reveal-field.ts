import type { Tx } from '../../kit/db.ts'
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import { appendAct } from '../../record/index.ts'
import { unseal, unwrapPersonKey } from '../crypto/cipher.ts'
import { keysInUse } from '../crypto/keys.ts'
import { staff, trustActs, type Actor, type PersonField, type RevealPurpose } from '../rules/index.ts'
import { dropFields, dropKey, sealedField } from '../store/person.ts'
import { boundTo } from './keep-person.ts'

const notFound: Refusal = {
  code: 'not_found', rule: 'T5', explain: { zh: '没有这项信息，或者已经删除。', en: 'There is no such information, or it was erased.' },
}

async function open(tx: Tx, district: string, person: string, field: PersonField): Promise<string | null> {
  const [row] = await sealedField(tx, { district, person, field })
  if (!row) return null
  const key = unwrapPersonKey(keysInUse().wrap, row.wrapped, boundTo(district, person))
  return unseal(key, row.cipher, boundTo(district, person, field)).toString()
}

/**
 * Shows one field of a person in clear, and records that it was shown, to whom and what for; a page shows it for 60 seconds. The caller has
 * already decided that the actor has the person's matter in hand. Not staff in a post, erased or unknown: not found. [T5]
 */
export async function revealField(
  tx: Tx, actor: Actor, person: string, field: PersonField, purpose: RevealPurpose, at: Date,
): Promise<Result<string>> {
  if (!staff(actor, undefined)) return refuse(notFound)
  const clear = await open(tx, actor.district, person, field)
  if (clear === null) return refuse(notFound)
  await appendAct(tx, {
    district: actor.district, at, what: trustActs.state('person.revealed', { field, purpose }), channel: 'web',
    actorPerson: actor.person, actorPost: actor.post, subject: { kind: 'person', id: person },
  })
  return ok(clear)
}

/**
 * Erases a person: destroys the key, so that nothing of theirs can be read, in backups neither, and removes what was left to look up.
 * Acts and the person's id stay. Not found when it was done before. [T5]
 */
export async function erasePerson(tx: Tx, actor: Actor, person: string, at: Date): Promise<Result<true>> {
  const dropped = await dropKey(tx, { district: actor.district, person })
  if (dropped.length === 0) return refuse(notFound)
  await dropFields(tx, { district: actor.district, person })
  await appendAct(tx, {
    district: actor.district, at, what: trustActs.state('person.erased', {}), channel: actor.kind === 'clock' ? 'clock' : 'web',
    actorPerson: actor.person, actorPost: actor.post, subject: { kind: 'person', id: person },
  })
  return ok(true as const)
}
