/** The list of the committee's disputes: what waits for somebody first. */
import { Button, dayOf, Empty, ErrorNote, Go, Icon, ListGroup, ListPane, Meta, moment, Row, Skeleton, Tabs, useNavigate, useNow, useSay, useSettings,
  useWords } from '../../../ui-kit/index.ts'
import { useCommunities } from '../../../offices/ui/parts/communities.ts'
import { usePost } from '../../../trust/ui/parts/session.ts'
import { KIND_WORDS, STATE_WORDS } from '../../rules/index.ts'
import { dayIsOver, noon } from '../parts/clauses.tsx'
import { useDisputeCount, useDisputes, type DisputeCard, type Tab } from '../api.ts'
import { disputeWords } from './words.ts'

/** Whether a member of a committee reads this, rather than somebody who opens disputes. */
export const ofCommittee = (audience: string | undefined): boolean => audience === 'unit'

function CardRow({ card, open, tab }: { card: DisputeCard; open: boolean; tab: Tab }) {
  const w = useWords(disputeWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const when = card.session ? w.sessionAt(moment(Date.parse(card.session), now, lang)) : card.duty ? w.dutyBy(dayOf(noon(card.duty), now, lang))
    : card.until && ['accepted', 'appointed', 'mediating', 'drafted'].includes(card.state) ? w.until(dayOf(noon(card.until), now, lang)) : ''
  const who = card.mine ? w.youMediate : card.mediator ?? (tab === 'opened' ? '' : w.noMediator)
  return <Row href={`/console/disputes/${card.id}${tab === 'open' ? '' : `?tab=${tab}`}`} selected={open}
    title={`${card.place} ${say(KIND_WORDS[card.kind])}`}
    meta={<Meta><span>{say(STATE_WORDS[card.state])}</span>{who ? <span>{who}</span> : null}{when ? <span>{when}</span> : null}</Meta>} />
}

const TO_DO: readonly DisputeCard['state'][] = ['accepted', 'appointed', 'mediating', 'drafted', 'signed']
/** What waits for the mediator now; a duty whose day is still to come does not. */
const todo = (card: DisputeCard, now: number): boolean => card.state === 'accepted'
  || (card.mine && card.state !== 'asked' && (card.state !== 'signed' || (card.duty !== null && dayIsOver(card.duty, now))))

function Count() {
  const w = useWords(disputeWords)
  const inside = usePost()?.audience === 'community'
  const count = useDisputeCount(inside ? useCommunities()?.[0]?.id : undefined)
  if (!inside || !count.data) return null
  return <p className="dc-count dc-small">{count.data.opened === null ? w.countFew : w.count(count.data.opened)}</p>
}

export function DisputeList({ tab, open }: { tab: Tab; open: string | undefined }) {
  const w = useWords(disputeWords)
  const list = useDisputes(tab)
  const now = useNow()
  const committee = ofCommittee(usePost()?.audience)
  const groups = tab !== 'open' ? [[null, list.cards] as const]
    : [[w.today, list.cards.filter((card) => todo(card, now))] as const, [w.waiting, list.cards.filter(({ state }) => state === 'asked')] as const,
      [w.rest, list.cards.filter((card) => !todo(card, now) && TO_DO.includes(card.state))] as const]
  const empty = { open: [w.noneOpen, w.noneOpenLine], ended: [w.noneEnded, ''], opened: [w.noneOpened, w.noneOpenedLine] }[tab]
  return <ListPane title={w.title} tools={<Go className="lk-icon-button" href="/console/disputes/new" aria-label={w.start} title={w.start}><Icon
    name="plus" /></Go>}
    {...(committee ? { tabs: <DisputeTabs tab={tab} /> } : {})} foot={committee ? <Go className="lk-link" href="/console/disputes/ties">{w.ties}</Go>
      : <span />}>
    {list.isPending ? <div className="cs-pad"><Skeleton lines={[70, 50]} repeat={4} /></div>
      : list.error ? <div className="cs-pad"><ErrorNote title={w.failed} error={list.error}><Button look="primary"
        onClick={() => void list.refetch()}>{w.again}</Button></ErrorNote></div>
        : list.cards.length === 0 ? <div className="cs-pad"><Empty title={empty[0]} line={empty[1]}><Button
          href="/console/disputes/new">{w.start}</Button></Empty></div>
          : groups.filter(([, cards]) => cards.length > 0).map(([word, cards], i) => <ListGroup key={i} word={word ?? w[tab]}>
            {cards.map((card) => <CardRow key={card.id} card={card} open={card.id === open} tab={tab} />)}</ListGroup>)}
    {list.hasNextPage && <Button look="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{w.more}</Button>}
    <Count />
  </ListPane>
}

function DisputeTabs({ tab }: { tab: Tab }) {
  const w = useWords(disputeWords)
  const navigate = useNavigate()
  const go = (next: Tab) => navigate(`/console/disputes${next === 'open' ? '' : `?tab=${next}`}`)
  return <Tabs label={w.tabs} current={tab} onChange={go} tabs={[{ key: 'open', word: w.open }, { key: 'ended', word: w.ended },
    { key: 'opened', word: w.opened }]} />
}
