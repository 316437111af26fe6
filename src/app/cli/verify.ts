import { openDb, type Db } from '../../kit/db.ts'
import { verifyRates } from '../../matters/index.ts'
import { verifyDistrict } from '../../record/index.ts'
import { clockActor } from '../../trust/index.ts'
import { recountContacts, type ContactsDiffer } from '../../visits/index.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'

type Told = { readonly explain: { readonly zh: string; readonly en: string } }

const sum = (counts: ContactsDiffer['told']): string => (counts === null ? '—' : `${counts.in_person}/${counts.on_screen}/${counts.missed}`)

/** The counts of contacts as the acts tell them, beside those that are kept: in person, on screens, nobody met. Read as the worker reads. */
async function contactsOf(db: Db, district: string, path: string) {
  const { leaves, rows, differ } = await recountContacts(db, clockActor(district, path))
  const findings = differ.map(({ community, name, month, told, kept }) => ({ what: 'contacts-differ', where: `${community} ${month}`, explain: {
    zh: `${name} ${month} 的联系数和重算的对不上：存着 ${sum(kept)}，记录里 ${sum(told)}`,
    en: `contacts of ${name} in ${month} differ: kept ${sum(kept)}, from the acts ${sum(told)}` } }))
  return { ok: differ.length === 0, district, leaves, rows, findings }
}

export const command: Command = {
  usage: 'verify',
  help: `从履职记录重算：每一条叶、每个签过的树头、三率的每次回访和每行汇总，当面和屏上联系的每月数，和存着的比。
Recomputes from the acts every leaf and signed head of the record, every visit and row of the three rates and every month of contacts, and compares.
Exit code 1 when something differs. Result: {"ok": true, "districts": [{"record": {…}, "rates": {…}, "contacts": {…}}]}`,
  async run({ settings, tell, failed }) {
    return withDatabase(settings, async (connection) => {
      const owner = openDb(connection, 'linli_owner', 2)
      const app = openDb(connection, 'linli_app', 1)
      try {
        const districts = []
        for (const { district, path } of await owner.selectFrom('district').select(['district', 'path']).orderBy('district').execute()) {
          const [record, rates] = [await verifyDistrict(owner, district), await verifyRates(owner, district)]
          const contacts = await contactsOf(app, district, path)
          const say = (ok: boolean, text: string): void => { tell.line(`${tell.paint(ok ? 'green' : 'red', ok ? '✓' : '✗')} ${district} ${text}`) }
          say(record.ok, `台账 record: ${record.sealed} 条, ${record.heads} 个树头, 等封存 waiting ${record.waiting}`)
          say(rates.ok, `三率 rates: ${rates.visits} 次回访, ${rates.rows} 行汇总, 读到第 ${rates.leaves} 条`)
          say(contacts.ok, `联系 contacts: ${contacts.rows} 个月, 读到第 ${contacts.leaves} 条`)
          const findings: readonly Told[] = [...record.findings, ...rates.findings, ...contacts.findings]
          for (const { explain } of findings) tell.line(`  ${explain.zh} ${tell.paint('dim', explain.en)}`)
          districts.push({ record, rates, contacts })
        }
        const ok = districts.every(({ record, rates, contacts }) => record.ok && rates.ok && contacts.ok)
        if (!ok) failed()
        return { ok, districts }
      } finally {
        await Promise.all([owner.destroy(), app.destroy()])
      }
    })
  },
}
