/** Both ways of counting side by side: what each would have bought and how many voters each would have left with nothing. [B64] */
import { SectionTitle, Tag, useWords } from '../../../../ui-kit/index.ts'
import { useYuan } from '../../money.ts'
import { Marked } from '../../parts/marked.tsx'
import { whole } from '../../parts/turnout-words.ts'
import type { Compared, Round } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'

export function Compare({ round }: { round: Round }) {
  const w = useWords(projectWords)
  const most = Math.max(1, ...round.compared.map(({ without }) => without))
  return <section className="mp-part"><SectionTitle rule="above" aside={round.voters === null ? undefined : w.voters(whole(round.voters))}>{w.compare}
    </SectionTitle>
    <p className="lk-second">{w.compareLine}</p>
    <div className="mp-compare">{round.compared.map((one) => <OneRule key={one.rule} round={round} one={one} most={most} />)}</div></section>
}

function OneRule({ round, one, most }: { round: Round; one: Compared; most: number }) {
  const w = useWords(projectWords)
  const yuan = useYuan()
  const used = one.rule === round.rules.rule
  return <section className={used ? 'is-used' : ''}>
    <h3>{one.rule === 'greedy' ? w.greedy : w.shares}{used && <Tag>{w.used}</Tag>}</h3>
    <p className="mp-without"><Marked said={w.without(whole(one.without))} /></p>
    <span className="mp-bar" aria-hidden="true"><span style={{ width: `${(100 * one.without) / most}%` }} /></span>
    <ul aria-label={w.winners}>{one.winners.map((option) => <li key={option}>{round.projects.find((of) => of.option === option)?.title ?? option}
      </li>)}</ul>
    <p className="lk-second">{w.spentAll(yuan(one.spent))}</p>
  </section>
}
