/** What a community measures against the norms of its street, and how a grid that is too big is divided. */
import './sizing.css'
import { useChainAddress } from '../../../../offices/ui/parts/day.ts'
import { useCommunities } from '../../../../offices/ui/parts/communities.ts'
import { Button, ConsoleFrame, ErrorNote, PageHead, Select, Skeleton, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { AreasPart, StaffPart } from './areas-part.tsx'
import { NormsPart, SplitsPart } from './norms-part.tsx'
import { ProposalPart } from './proposal-part.tsx'
import { useSizing, type Sizing } from './sizing-api.ts'
import { sizingWords } from './sizing-words.ts'

const SIZING = '/console/sizing'

export default function SizingPage() {
  const w = useWords(sizingWords)
  const { lang } = useSettings()
  const { community, change } = useChainAddress(SIZING)
  const communities = useCommunities()
  const chosen = communities?.find(({ id }) => id === community) ?? communities?.[0]
  const sizing = useSizing(chosen?.id)
  return <ConsoleFrame current={SIZING}>
    <PageHead title={chosen ? `${w.title}${lang === 'en' ? ': ' : '，'}${chosen.name}` : w.title} line={w.line} tools={
      communities && communities.length > 1 && chosen
        && <Select label={w.community} quietLabel value={chosen.id} onChange={({ target }) => change({ community: target.value })}
        options={communities.map(({ id, name }) => ({ value: id, word: name }))} />} />
    {sizing.isPending && <Skeleton repeat={4} />}
    {sizing.error && <ErrorNote title={w.failed} error={sizing.error}><Button look="primary" onClick={() => void sizing.refetch()}>
      {w.again}</Button></ErrorNote>}
    {sizing.data && <div className="rs-page">
      <Statement sizing={sizing.data} />
      {sizing.data.proposals.map((proposal) => <ProposalPart key={`${proposal.grid} ${sizing.data.splits.length}`} sizing={sizing.data}
        proposal={proposal} />)}
      <AreasPart sizing={sizing.data} />
      <StaffPart sizing={sizing.data} />
      <NormsPart sizing={sizing.data} />
      <SplitsPart sizing={sizing.data} />
    </div>}
  </ConsoleFrame>
}

/** The one big sentence: what is too big, or that all is well. */
function Statement({ sizing: { areas, norms } }: { sizing: Sizing }) {
  const w = useWords(sizingWords)
  const { lang } = useSettings()
  const norm = norms.find(({ kind }) => kind === 'grid')
  const grids = areas.filter(({ kind }) => kind === 'grid')
  const over = grids.filter(({ fit }) => fit === 'over')
  const rest = grids.length - over.length
  if (!norm) return <p className="rs-statement">{w.noNorms}</p>
  if (over.length === 0) return <p className="rs-statement">{w.allFit(grids.length)}</p>
  return <p className="rs-statement">
    {[...over.map(({ name, homes }) => w.over(name, homes, norm.most)),
    ...(rest > 0 && grids.every(({ fit }) => fit !== 'under') ? [w.others(rest)] : [])]
    .join(lang === 'en' ? ' ' : '')}</p>
}
