import type { Tx } from '../../../kit/db.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { lookupHash } from '../../../trust/index.ts'
import { covenantActs, maySign } from '../../rules/covenant/index.ts'
import { mapVersion } from '../../store/covenants.ts'
import { speakerById, type SpeakerRow } from '../../store/speakers.ts'
import { notCovenantKeeper, recordCovenant, withCovenant, type CovenantDone, type Staff } from './on-covenant.ts'

/** The telephone that somebody speaks with: who leaves and comes back is another speaker on the same one. */
const markOf = ({ phone_hash: hash }: Pick<SpeakerRow, 'phone_hash'>): string => `phone ${hash.toString('hex')}`

/** By phone: the speaker, which is one a telephone. On paper: numbers of slips, which the keeper gave to homes. */
export type Sign = { readonly id: string } & ({ readonly by: 'phone'; readonly speaker: SpeakerRow } | { readonly by: 'paper'; readonly slips: readonly string[] })

/**
 * [DC9] Signs the covenant in force: one signature a telephone or slip; to sign again changes nothing. What is kept is a keyed hash for this covenant
 * alone, so that the page can say how many signed and nobody can say who. A phone's signature is the clock's to write, a slip's the keeper's.
 */
export const signCovenant = (ctx: Staff, input: Sign): Promise<Result<CovenantDone & { readonly added: number }>> => withCovenant(ctx, input.id, async ({ row, versions, inState }) => {
  const { tx, actor: { district }, at } = ctx
  if (input.by === 'paper' && !ctx.actor.orgs.includes(row.keeper)) return refuse(notCovenantKeeper)
  const version = inState('adopted') ?? versions[0]
  if (!version) return refuse(common.notFound)
  const may = maySign(mapVersion(version).state)
  if (!may.ok) return may
  const signers = input.by === 'phone' ? [markOf(input.speaker)] : input.slips.map((slip) => `slip ${slip.normalize('NFKC').replace(/\s/g, '').toUpperCase()}`)
  const rows = [...new Set(signers)].map((signer) => ({ district, covenant: row.id, n: version.n, path: row.path, compound_path: row.compound_path, at,
    signer_hash: lookupHash(district, 'signature', `${row.id} ${signer}`) }))
  const written = await tx.insertInto('covenant_signature').values(rows).onConflict((c) => c.doNothing()).returning('n').execute()
  if (written.length > 0) await recordCovenant(ctx, row, covenantActs.state('covenant.sign', { version: version.n, channel: input.by, count: written.length }), input.by === 'phone' ? 'web' : 'desk')
  return ok({ id: row.id, n: version.n, state: version.state, added: written.length })
})

/** Whether a speaker signed the version in force. */
export async function signedBy(tx: Tx, district: string, covenant: string, n: number, speaker: string): Promise<boolean> {
  const row = await speakerById(tx, district, speaker)
  return row !== undefined && await tx.selectFrom('covenant_signature').select('n').where('district', '=', district).where('covenant', '=', covenant).where('n', '=', n)
    .where('signer_hash', '=', lookupHash(district, 'signature', `${covenant} ${markOf(row)}`)).executeTakeFirst() !== undefined
}
