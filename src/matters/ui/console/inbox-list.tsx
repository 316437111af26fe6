/** The list of the inbox: tabs, search and filters, groups by what is due, and more by the page. */
import { useState } from 'react'
import { Button, daysBetween, Empty, ErrorNote, Icon, Kbd, ListGroup, ListPane, SearchBox, Select, Skeleton, Tabs, useNow, useSay,
  useWords } from '../../../ui-kit/index.ts'
import { CATEGORIES, STATE_WORDS, type State } from '../../rules/index.ts'
import { useCompounds } from '../parts/compounds.ts'
import { type Card, type Tab, type useCards, type useCounts } from '../staff-api.ts'
import { CardRow, stateWord } from './card-row.tsx'
import { useExport } from './export-list.ts'
import { inboxHref, type Filter } from './filter.ts'
import { inboxWords } from './inbox-words.ts'
import { PrintFoot } from './print-foot.tsx'
import { printOnly } from './print.ts'

type InboxListProps = {
  readonly filter: Filter; readonly change: (part: Partial<Filter>) => void; readonly open: string | undefined; readonly tabs: readonly Tab[];
    readonly title: string
  readonly list: ReturnType<typeof useCards>; readonly counts: ReturnType<typeof useCounts>['data']
  readonly chosen: ReadonlySet<string>; readonly unchoose: () => void; readonly arrived: number
}

/** The groups of a list in order, empty ones left out: by due time where a clock orders it, by day of filing on the tab of all. */
function groupsOf(cards: readonly Card[], tab: Tab, now: number, w: ReturnType<typeof useWords<typeof inboxWords>>) {
  const byDue = (c: Card) => (c.due === null || c.dueKind === 'verdict' ? w.open : daysBetween(now, Date.parse(c.due)) <= 0 ? w.today : w.later)
  const byFiled = (c: Card) => { const days = daysBetween(Date.parse(c.filedAt), now); return days === 0 ? w.filedToday : days <= 7 ? w.filedWeek :
    w.filedBefore }
  const byLateness = (c: Card) => (c.due !== null && Date.parse(c.due) < now ? w.lateFirst : w.later)
  const word = { all: byFiled, mine: byDue, following: byDue, supervised: byLateness }[tab]
  const order = [w.filedToday, w.filedWeek, w.filedBefore, w.lateFirst, w.today, w.later, w.open]
  return order.map((name) => ({ name, cards: cards.filter((c) => word(c) === name) })).filter((g) => g.cards.length > 0)
}

function Filters({ filter, change }: Pick<InboxListProps, 'filter' | 'change'>) {
  const w = useWords(inboxWords)
  const say = useSay()
  const compounds = useCompounds()
  const used = [filter.category, filter.state, filter.compound].filter(Boolean).length
  const [open, show] = useState(used > 0)
  const states = (Object.keys(STATE_WORDS) as State[]).map((value) => ({ value, word: say(stateWord(value)) })) // its keys are the states
  return <div className="cs-filters">
    <button type="button" className="lk-link" aria-expanded={open} onClick={() => show(!open)}>{used > 0 ? w.filtered(used) : w.filters}</button>
    {used > 0 && <button type="button" className="lk-link" onClick={() => change({ category: '', state: '', compound: '' })}>{w.clear}</button>}
    {open && <div className="cs-filters__row">
      <Select label={w.category} quietLabel empty={w.category} value={filter.category ?? ''} onChange={(e) => change({ category: e.target.value })}
        options={CATEGORIES.map(({ code, zh, en, groupZh, groupEn }) => ({ value: code, word: say({ zh: `${groupZh} ${zh}`,
          en: `${groupEn}: ${en}` }) }))} />
      <Select label={w.state} quietLabel empty={w.state} value={filter.state ?? ''} onChange={(e) => change({ state: e.target.value })}
        options={states} />
      {compounds.length > 1 && <Select label={w.compound} quietLabel empty={w.compound} value={filter.compound ?? ''}
        onChange={(e) => change({ compound: e.target.value })}
        options={compounds.map((c) => ({ value: c.id, word: c.name }))} />}
    </div>}
  </div>
}

function Nothing({ filter, change }: Pick<InboxListProps, 'filter' | 'change'>) {
  const w = useWords(inboxWords)
  if (filter.q || filter.category || filter.state || filter.compound) {
    return <Empty title={w.emptyFound} line={w.emptyFoundLine}><Button onClick={() => change({ q: '', category: '', state: '',
      compound: '' })}>{w.clear}</Button></Empty>
  }
  const title = { mine: w.emptyMine, following: w.emptyFollowing, all: w.emptyAll, supervised: w.emptySupervised }[filter.tab]
  return <Empty title={title} line={filter.tab === 'mine' ? w.emptyMineLine : undefined}>
    {filter.tab !== 'all' && <Button onClick={() => change({ tab: 'all' })}>{w.toAll}</Button>}
  </Empty>
}

export function InboxList({ filter, change, open, tabs, title, list, counts, chosen, unchoose, arrived }: InboxListProps) {
  const w = useWords(inboxWords)
  const now = useNow()
  const sheet = useExport(filter)
  const words = { mine: w.mine, following: w.following, all: w.all, supervised: w.supervised }
  const count = (tab: Tab) => (tab === 'all' || !counts ? undefined : counts[tab])
  const foot = chosen.size > 0 ? <><b role="status">{w.chosen(chosen.size)}</b><Button look="quiet" size="small"
    onClick={() => void sheet.start(list.cards.filter((c) => chosen.has(c.id)))}>{w.exportChosen}</Button>
    <Button look="quiet" size="small" onClick={unchoose}>{w.unchoose}</Button></>
    : sheet.count !== null ? <><span role="status">{w.exporting(sheet.count)}</span><Button look="quiet" size="small"
      onClick={sheet.stop}>{w.stop}</Button></>
      : sheet.done !== null ? <span role="status">{w.exported(sheet.done)}</span>
        : <><Kbd>J</Kbd><Kbd>K</Kbd><span>{w.keyMove}</span><Kbd>X</Kbd><span>{w.keySelect}</span><Kbd>?</Kbd></>
  return <ListPane title={title} foot={foot}
    search={<><SearchBox label={w.find} value={filter.q ?? ''} onChange={(q) => change({ q })} /><Filters filter={filter} change={change} /></>}
    tools={<><button type="button" className="lk-icon-button" aria-label={w.exportList} title={w.exportList} onClick={() => void sheet.start()}><Icon
      name="download" /></button>
      <button type="button" className="lk-icon-button" aria-label={w.printList} title={w.printList} onClick={() => printOnly('list')}><Icon
        name="print" /></button></>}
    tabs={<Tabs label={w.tabs} current={filter.tab} panel="matters" onChange={(tab) => change({ tab })} tabs={tabs.map((key) => ({ key,
      word: words[key], count: count(key) }))} />}>
    <div id="matters" role="tabpanel" aria-label={words[filter.tab]}>
      <p className="lk-hidden" role="status" aria-live="polite">{arrived > 0 ? w.arrived(arrived) : ''}</p>
      {sheet.error !== null && <div className="cs-pad"><ErrorNote title={w.failed} error={sheet.error} /></div>}
      {list.error && list.cards.length === 0 && <div className="cs-pad"><ErrorNote title={w.failed} error={list.error}><Button look="primary"
        onClick={() => void list.refetch()}>{w.again}</Button></ErrorNote></div>}
      {list.isPending && <div className="cs-pad"><Skeleton lines={[78, 46]} repeat={6} /></div>}
      {list.isSuccess && list.cards.length === 0 && <div className="cs-pad"><Nothing filter={filter} change={change} /></div>}
      {groupsOf(list.cards, filter.tab, now, w).map((group, i) => <ListGroup key={group.name} word={group.name} order={i === 0 ?
        (filter.tab === 'all' ? w.byFiled : w.byDue) : undefined}>
        {group.cards.map((card) => <CardRow key={card.id} card={card} href={inboxHref(filter, card.id)} open={card.id === open}
          chosen={chosen.has(card.id)} />)}
      </ListGroup>)}
      {list.hasNextPage && <div className="cs-pad"><Button busy={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}>{w.more}</Button></div>}
      <PrintFoot />
    </div>
  </ListPane>
}
