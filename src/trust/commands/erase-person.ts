import type { Tx } from '../../kit/db.ts'
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import { appendAct } from '../../record/index.ts'
import { trustActs, type Actor, type EraseReason } from '../rules/index.ts'
import { dropFields, dropKey } from '../store/person.ts'

const gone: Refusal = {
  code: 'not_found', rule: 'T5', explain: { zh: '没有这个人的信息，或者已经删除。', en: 'There is no data of this person, or it was erased.' },
}

/** What a capability above takes away when somebody is erased: its sealed and masked values, its hashes. It runs in the same transaction. */
export type EraseHook = (tx: Tx, erased: { readonly district: string; readonly person: string; readonly at: Date }) => Promise<void>

/**
 * Erases a person: destroys the key, so that nothing of theirs can be read, in a backup of the other tables neither, and removes what was left to
 * look up or to show masked, here and through `hooks` in the capabilities above. Acts and the person's id stay. Somebody without a key was erased
 * before, or never was here: not found, and no hook is called. Use the clock's transaction, because a post reaches its own homes alone; `by` names
 * who decided, for the act. [T5]
 */
export async function erasePerson(
  tx: Tx, actor: Actor, person: string, at: Date, { reason, hooks = [], channel, by = actor }: {
    readonly reason?: EraseReason; readonly hooks?: readonly EraseHook[]; readonly channel?: string
    readonly by?: { readonly person: string | null; readonly post: string | null }
  } = {},
): Promise<Result<true>> {
  const { district } = actor
  const dropped = await dropKey(tx, { district, person })
  if (dropped.length === 0) return refuse(gone)
  await dropFields(tx, { district, person })
  for (const hook of hooks) await hook(tx, { district, person, at })
  await appendAct(tx, {
    district, at, what: trustActs.state('person.erased', { reason }), channel: channel ?? (actor.kind === 'clock' ? 'clock' : 'web'),
    actorPerson: by.person, actorPost: by.post, subject: { kind: 'person', id: person },
    ...(actor.person === null ? { path: actor.scopes[0] ?? null } : {}),
  })
  return ok(true as const)
}
