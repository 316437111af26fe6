import { statement, withScope, type Db, type Scope, type Tx } from './db.ts'
import { refuse, type Refusal, type Result } from './pure.ts'

/** What every command is given besides its input. `at` is the product's time; a command asks no clock of its own. */
export type Context<Actor extends Scope> = { readonly tx: Tx; readonly actor: Actor; readonly at: Date }

/** A write's key: who sent it, the key the client made, and the hash of command and body. */
export type Keyed = { readonly actor: string; readonly key: string; readonly request: Buffer }

/** What a command may answer: ids, codes and numbers that a reply is drawn from. It is kept with the key. */
export type Outcome = { readonly [name: string]: string | number | boolean | null | Outcome | readonly Outcome[] | readonly string[] }

type Claim = { district: string; actor: string; key: string; request: Buffer; at: Date }
const claim = statement<Claim, { key: string }>('idempotency.claim', (db, p) => db
  .insertInto('idempotency').values({ district: p('district'), actor: p('actor'), key: p('key'), request: p('request'), at: p('at') })
  .onConflict((c) => c.doNothing()).returning('key'))
const answer = statement<{ district: string; actor: string; key: string; reply: string }>('idempotency.answer', (db, p) => db
  .updateTable('idempotency').set({ reply: p('reply') })
  .where('district', '=', p('district')).where('actor', '=', p('actor')).where('key', '=', p('key')))

const keyReused: Refusal = {
  code: 'key_reused', rule: 'K1',
  explain: { zh: '这次提交的编号用过了，内容却不一样。请刷新页面再交一次。', en: 'This request key was used before with other content. Reload the page and send it again.' },
}

class RolledBack extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) { super(refusal.code); this.refusal = refusal }
}

async function earlier<T>(tx: Tx, district: string, keyed: Keyed): Promise<Result<T>> {
  const row = await tx.selectFrom('idempotency').select(['request', 'reply'])
    .where('district', '=', district).where('actor', '=', keyed.actor).where('key', '=', keyed.key).executeTakeFirstOrThrow()
  if (!keyed.request.equals(row.request)) return refuse(keyReused)
  return { ok: true, value: row.reply as T } // written below as the value of the same command
}

/**
 * Runs one command in one transaction under the actor's scope. A refusal rolls everything back.
 * With a key: the first request does the work, a repeat gets the same answer, and the same key with another body is refused.
 */
export async function runCommand<T extends Outcome>(
  db: Db, scope: Scope, at: Date, keyed: Keyed | undefined, work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await withScope(db, scope, async (tx) => {
      if (keyed) {
        const claimed = await claim(tx, { district: scope.district, ...keyed, at })
        if (claimed.length === 0) return earlier<T>(tx, scope.district, keyed)
      }
      const result = await work(tx)
      if (!result.ok) throw new RolledBack(result.refusal)
      if (keyed) await answer(tx, { district: scope.district, actor: keyed.actor, key: keyed.key, reply: JSON.stringify(result.value) })
      return result
    })
  } catch (error) {
    if (error instanceof RolledBack) return refuse(error.refusal)
    throw error
  }
}
