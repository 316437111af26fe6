import type { Tx } from '../../kit/db.ts'
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import { appendAct } from '../../record/index.ts'
import { openKeyOf } from '../crypto/person-key.ts'
import { staff, trustActs, type Actor, type PersonField, type RevealPurpose, type SealedField } from '../rules/index.ts'
import { sealedField } from '../store/person.ts'
import { personKey } from './keep-person.ts'

const notFound: Refusal = {
  code: 'not_found', rule: 'T5', explain: { zh: '没有这项信息，或者已经删除。', en: 'There is no such information, or it was erased.' },
}

async function shown(tx: Tx, actor: Actor, { person, field, purpose, at }: Look, clear: string): Promise<Result<string>> {
  await appendAct(tx, {
    district: actor.district, at, what: trustActs.state('person.revealed', { field, purpose }), channel: 'web',
    actorPerson: actor.person, actorPost: actor.post, subject: { kind: 'person', id: person },
  })
  return ok(clear)
}

/** One look at one field of a person: what, for what purpose, when. */
export type Look = { readonly person: string; readonly field: SealedField; readonly purpose: RevealPurpose; readonly at: Date }

/**
 * Shows one field of a person in clear, and records that it was shown, to whom and what for; a page shows it for 60 seconds. The caller has
 * already decided that the actor has the person's matter in hand. Not staff in a post, erased or unknown: not found. [T5]
 */
export async function revealField(
  tx: Tx, actor: Actor, person: string, field: PersonField, purpose: RevealPurpose, at: Date,
): Promise<Result<string>> {
  if (!staff(actor, undefined)) return refuse(notFound)
  const [row] = await sealedField(tx, { district: actor.district, person, field })
  if (!row) return refuse(notFound)
  const clear = openKeyOf(row.wrapped, row.alg, actor.district, person).open(field, row.cipher)
  return shown(tx, actor, { person, field, purpose, at }, clear)
}

/**
 * Shows one sealed value that stands elsewhere, as in the roster, with the same act as `revealField`: there is one way to show something in
 * clear. `person` is whose key sealed it, `cipher` the row's bytes. The caller has read the row within the actor's reach and checked that the
 * actor's audience may see the field. Where it was sealed under another name than the act says, as sensitive data is, `sealedAs` is that name. Not
 * staff in a post, or the key destroyed: not found. Throws when `cipher` is not theirs. [T5]
 */
export async function revealValue(
  tx: Tx, actor: Actor, { cipher, sealedAs, ...look }: Look & { readonly cipher: Uint8Array; readonly sealedAs?: string },
): Promise<Result<string>> {
  if (!staff(actor, undefined)) return refuse(notFound)
  const key = await personKey(tx, actor.district, look.person)
  return key ? shown(tx, actor, look, key.open(sealedAs ?? look.field, cipher)) : refuse(notFound)
}

