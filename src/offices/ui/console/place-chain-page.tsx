/** The chain of one place on a day, from the stairs up, with the departments and teams beside it. */
import './offices.css'
import { useParams } from '@tanstack/react-router'
import { Button, ConsoleFrame, ErrorNote, Meta, NotFound, PageHead, PartyBadge, problemOf, SectionTitle, Skeleton, Go, useSay, useSettings,
  useWords, comma } from '../../../ui-kit/index.ts'
import { usePlaceChain, type ChainLevel, type ChainPost, type PlaceChain } from '../parts/offices.ts'
import { ChainTools } from './chain-tools.tsx'
import { chainWords } from './chain-words.ts'
import { sayDay, today, useChainAddress } from '../parts/day.ts'
import { usePost } from '../../../trust/ui/parts/session.ts'
import { HandOverHistory, HandOverPress } from './hand-over-part.tsx'
import { HeldBy } from './held.tsx'

export default function PlaceChainPage() {
  const w = useWords(chainWords)
  const { lang } = useSettings()
  const { place }: { place?: string } = useParams({ strict: false })
  const { on, change } = useChainAddress(`/console/chain/${place ?? ''}`)
  const chain = usePlaceChain(place, on)
  const missing = chain.error !== null && problemOf(chain.error).code === 'not_found'
  return <ConsoleFrame current="/console/chain">
    <PageHead back={{ href: `/console/chain${on ? `?on=${on}` : ''}`, word: w.back }}
      title={chain.data ? w.chainOf(chain.data.place.fullName) : w.title}
      line={<>{w.chainLine}{on !== undefined && ` ${w.onDay(sayDay(on, lang))}`}</>} />
    <ChainTools on={on} onDay={(day) => change({ on: day })} />
    {chain.isPending && <Skeleton repeat={4} />}
    {missing ? <NotFound home="/console/chain" /> : chain.error && <ErrorNote title={w.failed} error={chain.error}>
      <Button look="primary" onClick={() => void chain.refetch()}>{w.again}</Button></ErrorNote>}
    {chain.data && !missing && <div className={`oc-place${chain.isPlaceholderData ? ' oc-old' : ''}`} aria-busy={chain.isPlaceholderData}>
      <ol className="oc-ladder">{chain.data.levels.map((level) => <Rung key={level.level} level={level} place={on === undefined ? chain.data.place.id : null} />)}</ol>
      <Beside chain={chain.data} />
    </div>}
    {chain.data && !missing && <p className="oc-foot">{w.foot(sayDay(chain.data.day, lang), location.host)}</p>}
  </ConsoleFrame>
}

/** `place`: where the chain stands, today; null on another day, when nothing can be passed on. */
function Rung({ level: { said, posts, gap }, place }: { level: ChainLevel; place: string | null }) {
  const w = useWords(chainWords)
  const say = useSay()
  return <li className={gap ? 'oc-rung oc-rung--gap' : 'oc-rung'}>
    <h2>{say(said)}</h2>
    <div className="oc-rung__posts">
      {posts.map((post) => <PostLine key={post.post} post={post} place={place} />)}
      {gap && <p className="oc-rung__falls">{posts.length === 0 && <span className="oc-empty">{w.none}</span>}
        <b>{gap.fallsTo ? w.fallsTo(gap.fallsTo.name, gap.fallsTo.title) : w.fallsToNobody}</b></p>}
    </div>
  </li>
}

const PASSES_ON: readonly string[] = ['community', 'street']

function PostLine({ post, place }: { post: ChainPost; place: string | null }) {
  const w = useWords(chainWords)
  const { lang } = useSettings()
  const mayPassOn = PASSES_ON.includes(usePost()?.audience ?? '')
  const person = post.holder ?? post.deputy
  const term = person === null ? null : person.termUntil === null ? w.termOpen : person.termUntil < today()
    ? w.termOver(sayDay(person.termUntil, lang)) : w.termUntil(sayDay(person.termUntil, lang))
  const open = person === null ? null : person.publicName && person.publicPhone ? w.isPublic : person.publicName ? w.nameOnly : w.notPublic
  return <div className="oc-post">
    <p><HeldBy post={post} /><span>{post.title}</span>{post.phone && <span className="oc-post__phone">{post.phone}</span>}</p>
    <p className="lk-small"><Meta>{post.orgName}{person ? w.since(sayDay(person.since, lang)) : post.vacantSince
      ? w.since(sayDay(post.vacantSince, lang)) : w.sinceUnknown}{term}{open}{mayPassOn && place && <Go className="lk-link lk-no-print"
        href={`/console/pass-on/${place}/${post.post}`}>{w.passOn}</Go>}{mayPassOn && place && <HandOverPress post={post} place={place} />}</Meta></p>
  </div>
}

function Beside({ chain: { place, stations, teams } }: { chain: PlaceChain }) {
  const w = useWords(chainWords)
  return <aside className="oc-beside">
    {stations.length > 0 && <section><SectionTitle rule="hair">{w.stations}</SectionTitle>
      <ul>{stations.map(({ org, kind, name, phone, hours, urgentByPhone }) => <li key={org}><PartyBadge kind={kind} name={name} />
        <span className="lk-small"><Meta>{phone ?? w.noPhone}{hours}{urgentByPhone ? w.urgentByPhone : null}</Meta></span></li>)}</ul></section>}
    {teams.length > 0 && <section><SectionTitle rule="hair">{w.teams}</SectionTitle>
      <ul>{teams.map(({ id, name, purpose, members }) => <li key={id}><b>{name}</b>{purpose && <span className="lk-small">{purpose}</span>}
        <span className="lk-small">{members.map((one) =>
          `${one.name}（${one.role}${one.fromUnit ? `${comma()}${one.fromUnit}` : ''}）`).join(' ')}</span></li>)}</ul></section>}
    <HandOverHistory place={place.id} />
  </aside>
}
