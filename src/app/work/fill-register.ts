/** Writes the made-up voting registers, once, in one transaction: heads, owners and proxies with keys of their own, titles, the compound's rules. */
import { demoRegister } from '../../../demo/register.ts'
import { insertHeads, insertOwners, insertProxies, insertTitles, saveCompoundRule, sealPerson } from '../../ballots/index.ts'
import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { clockActor, newKeyOf } from '../../trust/index.ts'

const DONE = 'demo_register'
type Where = { readonly district: string; readonly path: string }

async function write(tx: Tx, { district }: Where): Promise<number> {
  const made = demoRegister()
  // who began a register in the first seconds goes on with their own
  const there = new Set((await tx.selectFrom('owner_register').select('compound').where('district', '=',
    district).execute()).map(({ compound }) => compound))
  const mine = <T extends { readonly compound: string }>(all: readonly T[]): readonly T[] => all.filter(({ compound }) => !there.has(compound))
  const [registers, heads, titles, rules] = [mine(made.registers), mine(made.heads), mine(made.titles), mine(made.rules)]
  const kept = new Map(heads.map(({ id, compound }) => [id, made.registers.find((one) => one.compound === compound)?.keeper ?? '']))
  const [owners, proxies] = [made.owners.filter(({ head }) => kept.has(head)), made.proxies.filter(({ head }) => kept.has(head))]
  for (const { compound, keeper, since } of registers) {
    await tx.insertInto('owner_register').columns(['district', 'compound', 'path', 'compound_path', 'keeper', 'since'])
      .expression((e) => e.selectFrom('place').select((p) => ['district', 'id', 'path', p.ref('compound_path').$notNull().as('compound_path'),
        p.val(keeper).as('keeper'), p.val(since).as('since')]).where('district', '=', district).where('id', '=', compound)).execute()
  }
  const keeperOf = new Map(registers.map(({ compound, keeper }) => [compound, keeper]))
  const at = new Date('2026-03-02T10:00:00+08:00')
  const sealed = (person: string, name: string, phone: string | null) =>
    sealPerson(district, { name, phone }, { person, ...newKeyOf(district, person) })
  await insertHeads(tx, district, heads.map((one) => ({ ...one, keeper: keeperOf.get(one.compound) ?? '' })))
  await insertOwners(tx, district, owners.map(({ id, head, person, name, phone, chosen, since }) =>
    ({ id, head, keeper: kept.get(head) ?? '', chosen, since, ...sealed(person, name, phone) })), at)
  await insertTitles(tx, district, titles.map(({ source, ...one }) => ({ ...one, keeper: keeperOf.get(one.compound) ?? '', area_source: source })))
  await insertProxies(tx, district, proxies.map(({ id, head, person, name, phone, from, to }) => {
    const { phone: _p, phone_masked: _m, ...known } = sealed(person, name, phone)
    return { id, head, keeper: kept.get(head) ?? '', vote: null, valid_from: from, valid_to: to, ...known }
  }), at)
  for (const rule of rules) await saveCompoundRule(tx, district, rule)
  return titles.length
}

/** Does it once; answers how many titles were written, 0 when they are there already. */
export const fillRegister = (db: Db, where: Where): Promise<number> => withScope(db, clockActor(where.district, where.path), async (tx) => {
  const claimed = await tx.insertInto('setting').values({ district: where.district, name: DONE, value: '1' }).onConflict((c) => c.doNothing())
    .returning('name').execute()
  return claimed.length === 0 ? 0 : write(tx, where)
})
