/** The chains of buildings, compound by compound: captain, grid worker, grid leader; what is the same for all stands above. */
import { Go, SectionTitle, useSay, useWords, comma } from '../../../ui-kit/index.ts'
import type { Place } from '../../../places/ui/parts/places.ts'
import type { ChainLevelName } from '../../rules/index.ts'
import type { BuildingChain } from '../parts/offices.ts'
import { chainWords } from './chain-words.ts'
import { HeldBy, LevelCell } from './held.tsx'

const OWN: readonly ChainLevelName[] = ['captain', 'grid_worker', 'grid_lead']

/** Community and street: the same for every building of a community. */
export function SharedLevels({ building }: { building: BuildingChain }) {
  const w = useWords(chainWords)
  const say = useSay()
  return <section className="oc-shared-head"><SectionTitle aside={w.same}>{building.levels.filter(({ level }) =>
    !OWN.includes(level)).map(({ said }) => say(said)).join(comma())}</SectionTitle>
    <ul className="oc-shared">{building.levels.filter(({ level }) => !OWN.includes(level)).flatMap(({ posts }) => posts).map((post) =>
      <li key={post.post}>
      <HeldBy post={post} /><span className="lk-small">{post.orgName} {post.title}</span></li>)}</ul>
  </section>
}

/** One table per compound; buildings that lie in none stand in a last one. */
export function BuildingTables({ buildings, compounds, on }: { buildings: readonly BuildingChain[]; compounds: readonly Place[];
  on: string | undefined }) {
  return <>{compounds.map((compound) => <Table key={compound.id} title={compound.name} on={on}
    buildings={buildings.filter(({ place }) => place.code.startsWith(`${compound.code}-`))} />)}</>
}

function Table({ title, buildings, on }: { title: string; buildings: readonly BuildingChain[]; on: string | undefined }) {
  const w = useWords(chainWords)
  const say = useSay()
  if (buildings.length === 0) return null
  const heads = OWN.map((name) => buildings[0]?.levels.find(({ level }) => level === name)).filter((level) => level !== undefined)
  return <section className="oc-compound"><SectionTitle>{title}</SectionTitle>
    <table className="lk-table oc-table"><thead><tr><th scope="col">{w.building}</th>{heads.map(({ level, said }) => <th key={level}
      scope="col">{say(said)}</th>)}</tr></thead>
      <tbody>{buildings.map(({ place, levels }) => <tr key={place.id}>
        <th scope="row"><Go className="lk-link" href={`/console/chain/${place.id}${on ? `?on=${on}` : ''}`}>{place.fullName.replace(title, '')
          || place.fullName}</Go></th>
        {OWN.map((name) => <td key={name}><LevelCell level={levels.find(({ level }) => level === name)} /></td>)}
      </tr>)}</tbody></table>
  </section>
}
