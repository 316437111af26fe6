/** The community gives its captains a card to sign in with. */
import './offices.css'
import { useState } from 'react'
import { Button, ConsoleFrame, Dialog, Empty, ErrorNote, Icon, PageHead, request, Skeleton, useAct, useWords } from '../../../ui-kit/index.ts'
import { usePost } from '../../../trust/ui/parts/session.ts'
import { useCommunities } from '../parts/communities.ts'
import { useCommunityChains, type ChainPost } from '../parts/offices.ts'
import { CardPrint, type IssuedCard } from './card-print.tsx'
import { cardWords } from './card-words.ts'
import { namedAt } from './held.tsx'

type Captain = { readonly post: ChainPost; readonly person: string; readonly name: string }

export default function CardsPage() {
  const w = useWords(cardWords)
  const community = usePost()?.audience === 'community'
  const chains = useCommunityChains(useCommunities()?.[0]?.id, undefined)
  const [asking, ask] = useState<Captain | null>(null)
  const [issued, keep] = useState<{ readonly card: IssuedCard; readonly captain: Captain } | null>(null)
  const posts = new Map(chains.data?.buildings.flatMap(({ levels }) => levels).filter(({ level }) => level === 'captain').flatMap((level) =>
    level.posts).map((post) => [post.post, post]))
  return <ConsoleFrame current="/console/chain">
    <div className="lk-no-print"><PageHead title={w.title} line={w.line}
      back={{ href: '/console/chain', word: w.back }} /></div>
    {!community ? <Empty title={w.onlyCommunity} line={w.onlyCommunityLine} /> : <>
      {issued && <section className="oc-issued"><div className="oc-issued__bar lk-no-print"><p><Icon name="lock" size={18} />{w.once}</p>
        <Button look="primary" icon="print" onClick={() => print()}>{w.print}</Button><Button look="quiet"
          onClick={() => keep(null)}>{w.done}</Button></div>
        <CardPrint card={issued.card} name={issued.captain.name}
          title={namedAt(issued.captain.post.placeName, issued.captain.post.title)} /></section>}
      <div className="lk-no-print">
        {chains.isPending && <Skeleton repeat={4} />}
        {chains.error && <ErrorNote title={w.listFailed} error={chains.error}><Button look="primary"
          onClick={() => void chains.refetch()}>{w.retry}</Button></ErrorNote>}
        {chains.data && posts.size === 0 && <Empty title={w.none} />}
        {posts.size > 0 && <CaptainTable posts={[...posts.values()]} onAsk={ask} />}
      </div>
    </>}
    {asking && <Asking captain={asking} onClose={() => ask(null)}
      onIssued={(card) => { keep({ card, captain: asking }); ask(null); document.getElementById('text')?.scrollTo(0, 0) }} />}
  </ConsoleFrame>
}

function CaptainTable({ posts, onAsk }: { posts: readonly ChainPost[]; onAsk: (captain: Captain) => void }) {
  const w = useWords(cardWords)
  return <table className="lk-table oc-captains">
    <thead><tr><th scope="col">{w.building}</th><th scope="col">{w.captain}</th><th scope="col"><span className="lk-hidden">{w.issue}</span></th></tr></thead>
    <tbody>{posts.map((post) => {
      const person = post.holder ?? post.deputy
      return <tr key={post.post}><td>{namedAt(post.placeName, post.title)}</td>
        <td>{person?.name ? <b className="oc-name">{person.name}</b> : <span className="oc-empty">{w.vacant}</span>}</td>
        <td className="lk-number">{person?.name && <Button size="small"
          onClick={() => onAsk({ post, person: person.person, name: person.name ?? '' })}>{w.issue}</Button>}</td></tr>
    })}</tbody></table>
}

function Asking({ captain, onClose, onIssued }: { captain: Captain; onClose: () => void; onIssued: (card: IssuedCard) => void }) {
  const w = useWords(cardWords)
  const issue = useAct((input: { readonly person: string }, key) => request<IssuedCard>('POST', '/api/v1/cards', { body: input, key }), onIssued)
  return <Dialog title={w.sure(captain.name)} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.no}</Button>
    <Button look="primary" busy={issue.isPending} onClick={() => issue.mutate({ person: captain.person })}>{w.yes}</Button></>}>
    <p>{w.consequence}</p>{issue.error && <ErrorNote title={w.failed} error={issue.error} />}
  </Dialog>
}
