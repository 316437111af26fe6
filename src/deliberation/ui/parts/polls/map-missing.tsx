/** Who has not come yet: by building, never by person, and never so that a difference tells it. [OM11] */
import type { CSSProperties } from 'react'
import { SectionTitle, useWords } from '../../../../ui-kit/index.ts'
import { comings } from './map-said.ts'
import { mapWords } from './map-words.ts'
import type { Missing } from './poll-api.ts'

/** More than stand beside each other lie below each other. */
const MANY = 6

/** `over`: the poll is closed, and nobody can come any more. */
export function MapMissing({ missing, over }: { missing: Missing; over: boolean }) {
  const w = useWords(mapWords)
  const came = comings(missing)
  const { others, total } = missing
  const hidden = others !== null || total === null
  const most = Math.max(0.01, ...came.map(({ share }) => share), others ? Math.min(1, others.answers / others.homes) : 0)
  const little = came.filter((one) => one.little)
  return <section className="pm-part"><SectionTitle aside={w.missingAside}>{over ? w.missed : w.missing}</SectionTitle>
    <p className="pm-said">{came.length === 0 ? w.nothingSayable : little.length > 0 ? (over ? w.mostMissed
      : w.mostMissing)(little.map(({ name }) => name).join(w.joiner))
      : over ? w.allCame : w.allCome}</p>
    {came.length > 0 && <ul className={came.length + (hidden ? 1 : 0) > MANY ? 'pm-buildings is-many' : 'pm-buildings'}>
      {came.map(({ id, name, homes, answers, share,
        little: few }) => <Column key={id} name={name} share={share / most} hatched={few} came={w.came(answers)} of={w.ofHomes(homes)} />)}
      {hidden && <Column name={w.others} share={others ? Math.min(1, others.answers / others.homes) / most : 0.12} hatched
        came={others ? w.came(others.answers) : w.tooFew} of={others ? w.ofHomes(others.homes) : ''} />}
    </ul>}
    {hidden && came.length > 0 && <p className="pm-caption">{w.unsaid}{others && w.othersToo(others.answers, others.homes)}</p>}
  </section>
}

/** `share` of the tallest, 0 to 1. */
function Column({ name, share, hatched, came, of }: { name: string; share: number; hatched: boolean; came: string; of: string }) {
  const size = { '--share': `${Math.max(4, Math.round(100 * share))}%` } as CSSProperties // a custom property, which the type does not know
  return <li><span className="pm-column" aria-hidden="true"><span className={hatched ? 'is-hatched' : ''} style={size} /></span>
    <span>{name}</span><b>{came}</b><span className="lk-second">{of}</span></li>
}
