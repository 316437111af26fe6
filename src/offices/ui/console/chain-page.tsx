/** The chains of responsibility of a community on a day: what is missing first, then every building. */
import './offices.css'
import { usePlace } from '../../../places/ui/parts/places.ts'
import { Button, ConsoleFrame, ErrorNote, PageHead, Select, Skeleton, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { saveXlsx } from '../../../ui-kit/xlsx.ts'
import { usePost } from '../../../trust/ui/parts/session.ts'
import { useCommunities } from '../parts/communities.ts'
import { useCommunityChains, type CommunityChains } from '../parts/offices.ts'
import { BuildingTables, SharedLevels } from './buildings.tsx'
import { ChainTools } from './chain-tools.tsx'
import { chainWords } from './chain-words.ts'
import { sayDay, useChainAddress } from '../parts/day.ts'
import { Vacancies } from './vacancies.tsx'

const CHAIN = '/console/chain'

export default function ChainPage() {
  const w = useWords(chainWords)
  const { lang } = useSettings()
  const { on, community, change } = useChainAddress(CHAIN)
  const communities = useCommunities()
  const chosen = communities?.find(({ id }) => id === community) ?? communities?.[0]
  const chains = useCommunityChains(chosen?.id, on)
  const save = useExport(chains.data)
  const mayIssue = usePost()?.audience === 'community'
  const day = chains.data && sayDay(chains.data.day, lang)
  return <ConsoleFrame current={CHAIN}>
    <PageHead title={chosen ? `${w.title}${lang === 'en' ? ': ' : '，'}${chosen.name}` : w.title} line={w.line} tools={<>
      {communities && communities.length > 1 && chosen && <Select label={w.community} quietLabel value={chosen.id}
        onChange={(event) => change({ community: event.target.value })}
        options={communities.map(({ id, name }) => ({ value: id, word: name }))} />}
      {mayIssue && <Button href="/console/cards">{w.cards}</Button>}</>} />
    <ChainTools on={on} onDay={(next) => change({ on: next })} within={chosen?.id} {...(chains.data ? { onExport: save } : {})} />
    {chains.isPending && <Skeleton repeat={4} />}
    {chains.error && <ErrorNote title={w.failed} error={chains.error}><Button look="primary"
      onClick={() => void chains.refetch()}>{w.again}</Button></ErrorNote>}
    {chains.data && <div className={chains.isPlaceholderData ? 'oc-old' : undefined} aria-busy={chains.isPlaceholderData}>
      <Community chains={chains.data} on={on} /><p className="oc-foot">{w.foot(day ?? '', location.host)}</p></div>}
  </ConsoleFrame>
}

function Community({ chains: { buildings, vacancies, community, day }, on }: { chains: CommunityChains; on: string | undefined }) {
  const w = useWords(chainWords)
  const { lang } = useSettings()
  const compounds = usePlace(community.id).data?.below.filter(({ kind }) => kind === 'compound') ?? []
  const captains = buildings.filter(({ levels }) => levels.some(({ level, gap }) => level === 'captain' && gap === null)).length
  const [first] = buildings
  return <>
    <p className="oc-sum">{w.sum(buildings.length, captains, vacancies.length)}{on !== undefined
      && <span className="lk-second">{w.onDay(sayDay(day, lang))}</span>}</p>
    <Vacancies vacancies={vacancies} on={on} />
    {first && <SharedLevels building={first} />}
    <BuildingTables buildings={buildings} compounds={compounds} on={on} />
  </>
}

function useExport(chains: CommunityChains | undefined): () => void {
  const w = useWords(chainWords)
  const say = useSay()
  return () => {
    if (!chains) return
    const lines = chains.buildings.flatMap(({ place, levels }) => levels.flatMap(({ said, posts, gap }) => {
      const falls = gap?.fallsTo ? w.fallsTo(gap.fallsTo.name, gap.fallsTo.title) : ''
      if (posts.length === 0) return [[place.fullName, say(said), w.none, falls, null, null, null]]
      return posts.map((post) => {
        const person = post.holder ?? post.deputy
        return [place.fullName, say(said), post.title, person ? person.name ?? w.hidden : `${w.empty} ${falls}`, person?.since ?? null,
          person?.termUntil ?? null, post.phone]
      })
    }))
    saveXlsx(`${w.title} ${chains.community.fullName} ${chains.day}`, [[w.building, w.level, w.post, w.who, w.from, w.until, w.phone], ...lines])
  }
}
