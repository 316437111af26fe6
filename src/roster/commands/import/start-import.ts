import type { Context } from '../../../kit/command.ts'
import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { placeById } from '../../../places/index.ts'
import { isWithin } from '../../../places/rules/index.ts'
import { lookupHash, type Actor } from '../../../trust/index.ts'
import { mayImport } from '../../rules/import/index.ts'
import { importsBy, insertImport } from '../../store/import-file.ts'

/** A file that arrived. `hash`: SHA-256 of its bytes, hexadecimal; `seenOn`: the day as of which it speaks. */
export type StartImport = { readonly community: string; readonly hash: string; readonly seenOn: string; readonly generated: boolean }

const later: Refusal = { code: 'seen_later', rule: 'RO46', explain: { zh: '表说的是哪天的情况，不能晚于今天。', en: 'The day as of which the file speaks can’t be later than today.' } }

/** Begins an import: its row and the key of its staging. Answers also the import that brought the same file before. [RO20] [RO22] */
export async function startImport(ctx: Context<Actor>, input: StartImport): Promise<Result<{ readonly id: string; readonly before: string | null }>> {
  const { tx, actor, at } = ctx
  const may = mayImport(actor.audience)
  if (!may.ok) return may
  if (input.seenOn > shanghaiDay(at)) return refuse(later)
  const place = await placeById(tx, actor.district, input.community)
  if (place === null || place.kind !== 'community' || !actor.scopes.some((scope) => isWithin(place.path, scope))) return refuse(common.notFound)
  const fileHash = lookupHash(actor.district, 'file', input.hash)
  const before = await importsBy(tx, actor.district, { community: place.id, hash: fileHash, states: ['done', 'paused', 'committing', 'review'] })
  const id = newId()
  await insertImport(tx, { district: actor.district, id, community: place.id, path: place.path, person: actor.person, post: actor.post, generated: input.generated,
    seenOn: input.seenOn, fileHash, at })
  return ok({ id, before: before.find(({ state }) => state === 'done')?.id ?? null })
}
