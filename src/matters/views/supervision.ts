import type { Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { listCards } from './cards.ts'

type Late = { readonly name: string; readonly kind: string; readonly post: string | null; readonly by: string | null }

/** Whoever did the work does not verify it: then the community that answers for the place is the one that is waited for. */
const WORK_DONE: readonly string[] = ['finished', 'answered']

const iso = (time: Date | null): string | null => time?.toISOString() ?? null

/** Parties of whistles that are past a deadline of their own at `at`: not reported in by theirs, or not finished by theirs. */
const latePartiesOf = (tx: Tx, district: string, matters: readonly string[], at: Date) => tx.selectFrom('matter_party')
  .select(['matter', 'org', 'state', 'report_by', 'finish_by']).where('district', '=', district).where('matter', 'in', [...matters]).where('role',
    'in', ['lead', 'support'])
  .where((e) => e.or([
    e.and([e('state', '=', 'asked'), e('report_by', '<', at)]),
    e.and([e('state', 'in', ['asked', 'reported']), e('finish_by', '<', at)]),
  ])).orderBy('report_by').orderBy('org').execute()

/**
 * The supervision list, most overdue first: each matter with since when it is on the list and who is late. In a whistle that is the party whose own
 * deadline is over, after the work whoever has to verify it, else whoever has the matter. `at` is the product's time.
 */
export async function listSupervised(tx: Tx, actor: Actor, query: { readonly after?: string | undefined; readonly limit: number }, at: Date) {
  const { items, next } = await listCards(tx, actor, { ...query, tab: 'supervised' })
  if (items.length === 0) return { items: [], next }
  const ids = items.map(({ id }) => id)
  const times = await tx.selectFrom('matter').select(['id', 'supervised_at', 'accountable']).where('district', '=', actor.district).where('id', 'in',
    ids).execute()
  const parties = await latePartiesOf(tx, actor.district, ids, at)
  const names = await namesOf(tx, actor.district, { orgs: [...parties.map(({ org }) => org), ...times.map(({ accountable }) => accountable)] })
  return {
    items: items.map((card) => {
      const own: Late[] = parties.filter(({ matter }) => matter === card.id).map((party) => {
        const org = names.org(party.org)
        return { name: org?.name ?? '', kind: org?.kind ?? '', post: null, by: iso(party.state === 'asked' ? party.report_by : party.finish_by) }
      })
      const row = times.find(({ id }) => id === card.id)
      const verifier = WORK_DONE.includes(card.state) ? names.org(row?.accountable ?? null) : null
      const holder: Late = verifier === null ? { name: card.holder.name, kind: card.holder.kind, post: card.holder.post, by: card.due }
        : { name: verifier.name, kind: verifier.kind, post: null, by: card.due }
      return { ...card, supervisedAt: iso(row?.supervised_at ?? null), late: own.length > 0 ? own : [holder] }
    }), next,
  }
}
