/** Both ways of counting side by side: what each would have bought and how many voters each would have left with nothing. */
import { SectionTitle, useWords } from '../../../../ui-kit/index.ts'
import { yuanOf } from '../../money.ts'
import type { Round } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'

export function Compare({ round }: { round: Round }) {
  const w = useWords(projectWords)
  const titleOf = (option: string): string => round.projects.find((one) => one.option === option)?.title ?? option
  const most = Math.max(1, ...round.compared.map(({ without }) => without))
  return <section><SectionTitle rule="above" aside={round.voters === null ? undefined : w.voters(round.voters.toLocaleString('en-US'))}>{w.compare}</SectionTitle>
    <p className="lk-second">{w.compareLine}</p>
    <div className="mp-compare">{round.compared.map((one) => <section key={one.rule} className={one.rule === round.rules.rule ? 'is-used' : ''}>
      <h3>{one.rule === 'greedy' ? w.greedy : w.shares}{one.rule === round.rules.rule && <span>{w.used}</span>}</h3>
      <p className="mp-without"><b>{one.without.toLocaleString('en-US')}</b> {w.without}</p>
      <span className="mp-bar" aria-hidden="true"><span style={{ width: `${(100 * one.without) / most}%` }} /></span>
      <p>{w.spent} {yuanOf(one.spent)}</p>
      <ul aria-label={w.winners}>{one.winners.map((option) => <li key={option}>{titleOf(option)}</li>)}</ul>
    </section>)}</div></section>
}
