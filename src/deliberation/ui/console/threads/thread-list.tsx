/** The list of threads: what waits for its keeper first; the filter stands in the address. */
import { Button, Empty, ErrorNote, Go, Icon, ListGroup, ListPane, Meta, Row, Skeleton, Switch, Tabs, Tag, useNavigate, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { stepWords, todoWords } from '../../../rules/threads/index.ts'
import { useDeskThreads, useOwnTasks, type ThreadCard } from '../../thread-desk-api.ts'
import { sayDay } from '../../parts/meetings/day.ts'
import { OwnTaskRow } from './own-task.tsx'
import { threadWords } from './thread-words.ts'

const TABS = ['open', 'ended', 'declined'] as const
export type Tab = (typeof TABS)[number]
export const isTab = (value: unknown): value is Tab => TABS.some((one) => one === value)
type Shown = { readonly tab: Tab; readonly mine: boolean }

/** The address of a list, or of a thread in it. */
export function addressOf({ tab, mine }: Shown, id?: string): string {
  const asked = String(new URLSearchParams({ ...(tab === 'open' ? {} : { step: tab }), ...(mine ? { mine: 'yes' } : {}) }))
  return `/console/threads${id ? `/${id}` : ''}${asked === '' ? '' : `?${asked}`}`
}

export function ThreadList({ tab, mine, open, starts }: Shown & { open: string | undefined; starts: boolean }) {
  const w = useWords(threadWords)
  const go = useNavigate()
  const list = useDeskThreads({ step: tab, mine })
  const cards = list.data?.pages.flatMap(({ items }) => items) ?? []
  const groups = tab !== 'open' ? [[w[tab], cards] as const]
    : [[w.waits, cards.filter(({ todo }) => todo.length > 0)] as const, [w.rest, cards.filter(({ todo }) => todo.length === 0)] as const]
  const empty = { open: [w.none, w.noneLine], ended: [w.noneEnded, w.noneOther], declined: [w.noneDeclined, w.noneOther] }[tab]
  return <ListPane title={w.title} tools={starts && <Go className="lk-icon-button" href="/console/threads/new" aria-label={w.start} title={w.start}><Icon name="plus" /></Go>}
    tabs={<Tabs label={w.tabs} current={tab} onChange={(next) => go(addressOf({ tab: next, mine }))} tabs={TABS.map((key) => ({ key, word: w[key] }))} />}
    foot={<Switch label={w.mine} checked={mine} onChange={(on) => go(addressOf({ tab, mine: on }))} />}>
    {tab === 'open' && <OwnTasks />}
    {list.isPending ? <div className="cs-pad"><Skeleton lines={[70, 50]} repeat={4} /></div>
      : list.error ? <div className="cs-pad"><ErrorNote title={w.failed} error={list.error}><Button look="primary" onClick={() => void list.refetch()}>{w.again}</Button></ErrorNote></div>
        : cards.length === 0 ? <div className="cs-pad"><Empty title={empty[0]} line={empty[1]}>{starts && tab === 'open' && <Button href="/console/threads/new">{w.start}</Button>}</Empty></div>
          : groups.filter(([, some]) => some.length > 0).map(([word, some]) => <ListGroup key={word} word={word} order={String(some.length)}>
            {some.map((card) => <CardRow key={card.id} card={card} href={addressOf({ tab, mine }, card.id)} open={card.id === open} />)}</ListGroup>)}
    {list.hasNextPage && <Button look="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{w.more}</Button>}
  </ListPane>
}

function OwnTasks() {
  const w = useWords(threadWords)
  const { data } = useOwnTasks()
  return !data || data.items.length === 0 ? null : <ListGroup word={w.ownTasks} order={String(data.items.length)}>{data.items.map((task) => <OwnTaskRow key={task.id} task={task} />)}</ListGroup>
}

function CardRow({ card, href, open }: { card: ThreadCard; href: string; open: boolean }) {
  const w = useWords(threadWords)
  const say = useSay()
  const { lang } = useSettings()
  const [todo] = card.todo
  const when = card.step === 'do' && card.nextDue ? w.due(sayDay(card.nextDue, lang)) : (card.step === 'voice' || card.step === 'sort') && card.callUntil ? w.callUntil(sayDay(card.callUntil, lang)) : ''
  return <Row href={href} selected={open} title={card.title} right={<Tag>{say(stepWords[card.step])}</Tag>}
    meta={<Meta>{todo ? <b className="th-todo">{say(todoWords[todo])}</b> : null}<span>{card.place}</span>{when ? <span>{when}</span> : null}
      {card.tasks > 0 ? <span>{w.tasksOf(card.tasksDone, card.tasks)}</span> : card.voices > 0 ? <span>{w.voices(card.voices)}</span> : null}</Meta>} />
}
