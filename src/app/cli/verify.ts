import { openDb } from '../../kit/db.ts'
import { verifyRates } from '../../matters/index.ts'
import { verifyDistrict } from '../../record/index.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'

type Told = { readonly explain: { readonly zh: string; readonly en: string } }

export const command: Command = {
  usage: 'verify',
  help: `从履职记录重算：每一条叶、每个签过的树头、三率的每次回访和每行汇总，和存着的比。
Recomputes from the acts every leaf and signed head of the record, and every visit and row of the three rates, and compares.
Exit code 1 when something differs. Result: {"ok": true, "districts": [{"record": {…}, "rates": {…}}]}`,
  async run({ settings, tell, failed }) {
    return withDatabase(settings, async (connection) => {
      const owner = openDb(connection, 'linli_owner', 2)
      try {
        const districts = []
        for (const { district } of await owner.selectFrom('district').select('district').orderBy('district').execute()) {
          const [record, rates] = [await verifyDistrict(owner, district), await verifyRates(owner, district)]
          const say = (ok: boolean, text: string): void => { tell.line(`${tell.paint(ok ? 'green' : 'red', ok ? '✓' : '✗')} ${district} ${text}`) }
          say(record.ok, `台账 record: ${record.sealed} 条, ${record.heads} 个树头, 等封存 waiting ${record.waiting}`)
          say(rates.ok, `三率 rates: ${rates.visits} 次回访, ${rates.rows} 行汇总, 读到第 ${rates.leaves} 条`)
          const findings: readonly Told[] = [...record.findings, ...rates.findings]
          for (const { explain } of findings) tell.line(`  ${explain.zh} ${tell.paint('dim', explain.en)}`)
          districts.push({ record, rates })
        }
        const ok = districts.every(({ record, rates }) => record.ok && rates.ok)
        if (!ok) failed()
        return { ok, districts }
      } finally {
        await owner.destroy()
      }
    })
  },
}
