/** Participation building by building, each with its own two-thirds mark; a press leads to the doors of that building. [B11] P13 */
import { Go, SectionTitle, useWords } from '../../../../ui-kit/index.ts'
import type { Building, Detail } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

export function Buildings({ vote }: { vote: Detail }) {
  const w = useWords(deskWords)
  const opens = vote.may.includes('electors')
  return <section><SectionTitle>{w.buildings}</SectionTitle>
    <ul className="vc-buildings">{vote.buildings.map((one) => <li key={one.id}>{opens
      ? <Go href={`/console/votes/${vote.id}/electors?building=${one.id}`}><Line vote={vote} one={one} /></Go> : <Line vote={vote} one={one} />}
        </li>)}</ul></section>
}

function Line({ vote, one }: { vote: Detail; one: Building }) {
  const w = useWords(deskWords)
  const at = (n: number): string => `${one.titles === 0 ? 0 : Math.min(100, (100 * n) / one.titles)}%`
  return <><span>{one.id === vote.place.id ? w.noBuilding : one.name}</span>
    <span className="vc-track" aria-hidden="true"><i style={{ width: at(one.tookPart) }} />{one.needed > 0 && <b style={{ left: at(one.needed) }} />}
      </span>
    <span className="vc-figure">{one.tookPart}<span className="lk-second">/{one.titles}</span></span></>
}
