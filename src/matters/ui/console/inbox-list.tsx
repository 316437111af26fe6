/** The list of the inbox: tabs, search and filters, groups by what is due, and more by the page. */
import { useState } from 'react'
import { Button, daysBetween, Empty, ErrorNote, Icon, Kbd, ListGroup, ListPane, SearchBox, Select, Skeleton, Tabs, useNow, useSay,
  useWords } from '../../../ui-kit/index.ts'
import { CATEGORIES, STATE_WORDS, type State } from '../../rules/index.ts'
import { useCompounds } from '../../../places/ui/parts/compounds.ts'
import { type Card, type Tab, type useCards, type useCounts } from '../staff-api.ts'
import { BulkDialog, bulkMoves } from './bulk/bulk-dialog.tsx'
import { BulkStrip } from './bulk/bulk-strip.tsx'
import { bulkWords } from './bulk/bulk-words.ts'
import './bulk/bulk.css'
import type { Chosen } from './bulk/use-chosen.ts'
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
  readonly chosen: Chosen; readonly audience: string; readonly arrived: number
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

/** The foot while matters are chosen: how many, what to do with them. */
function ChosenFoot({ filter, list, chosen, audience, onExport, onStarted }: Pick<InboxListProps, 'filter' | 'list' | 'chosen' | 'audience'> & {
  onExport: () => void; onStarted: (id: string) => void }) {
  const w = useWords(inboxWords)
  const b = useWords(bulkWords)
  const [acting, act] = useState(false)
  const { limit: _, ...narrowed } = filter
  const first = [...chosen.ids][0] ?? list.cards[0]?.id
  return <div className="bk-foot"><b role="status">{chosen.every ? b.allChosen : w.chosen(chosen.ids.size)}</b>
    {!chosen.every && <button type="button" className="lk-link" onClick={chosen.all}>{b.all}</button>}
    {bulkMoves(audience).length > 0 && (chosen.every || chosen.ids.size > 0) && <Button look="primary" size="small"
      onClick={() => act(true)}>{b.together}</Button>}
    {!chosen.every && chosen.ids.size > 0 && <Button look="quiet" size="small" onClick={onExport}>{w.exportChosen}</Button>}
    <Button look="quiet" size="small" onClick={chosen.clear}>{w.unchoose}</Button>
    {acting && first && <BulkDialog which={chosen.every ? { filter: narrowed } : { ids: [...chosen.ids] }} count={chosen.every ?
      null : chosen.ids.size}
      first={first} audience={audience} onClose={() => act(false)} onStarted={(id) => { chosen.clear(); onStarted(id) }} />}
  </div>
}

/** The bulk that is being watched: kept while the window is open, so that one can leave and come back. */
function useWatched() {
  const [id, set] = useState<string | null>(() => sessionStorage.getItem('linli.bulk'))
  const watch = (next: string | null) => { if (next === null) sessionStorage.removeItem('linli.bulk'); else sessionStorage.setItem('linli.bulk',
    next); set(next) }
  return { id, watch }
}

export function InboxList({ filter, change, open, tabs, title, list, counts, chosen, audience, arrived }: InboxListProps) {
  const w = useWords(inboxWords)
  const now = useNow()
  const b = useWords(bulkWords)
  const sheet = useExport(filter)
  const watched = useWatched()
  const words = { mine: w.mine, following: w.following, all: w.all, supervised: w.supervised }
  const count = (tab: Tab) => (tab === 'all' || !counts ? undefined : counts[tab])
  const foot = chosen.ticking || chosen.every ? <ChosenFoot filter={filter} list={list} chosen={chosen} audience={audience} onStarted={watched.watch}
    onExport={() => void sheet.start(list.cards.filter((c) => chosen.ids.has(c.id)))} />
    : sheet.count !== null ? <><span role="status">{w.exporting(sheet.count)}</span><Button look="quiet" size="small"
      onClick={sheet.stop}>{w.stop}</Button></>
      : sheet.done !== null ? <span role="status">{w.exported(sheet.done)}</span>
        : <><Kbd>J</Kbd><Kbd>K</Kbd><span>{w.keyMove}</span><Kbd>X</Kbd><span>{w.keySelect}</span><Kbd>?</Kbd>
          {list.cards.length > 0 && <button type="button" className="lk-link" onClick={chosen.tick}>{b.select}</button>}</>
  return <ListPane title={title} foot={foot}
    search={<><SearchBox label={w.find} value={filter.q ?? ''} onChange={(q) => change({ q })} /><Filters filter={filter} change={change} /></>}
    tools={<><button type="button" className="lk-icon-button" aria-label={w.exportList} title={w.exportList} onClick={() => void sheet.start()}><Icon
      name="download" /></button>
      <button type="button" className="lk-icon-button" aria-label={w.printList} title={w.printList} onClick={() => printOnly('list')}><Icon
        name="print" /></button></>}
    tabs={<Tabs label={w.tabs} current={filter.tab} panel="matters" onChange={(tab) => change({ tab })} tabs={tabs.map((key) => ({ key,
      word: words[key], count: count(key) }))} />}>
    {watched.id && <BulkStrip key={watched.id} id={watched.id} onHide={() => watched.watch(null)} />}
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
          chosen={chosen.every || chosen.ids.has(card.id)} {...(chosen.ticking ? { onTick: () => chosen.toggle(card.id) } : {})} />)}
      </ListGroup>)}
      {list.hasNextPage && <div className="cs-pad"><Button busy={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}>{w.more}</Button></div>}
      <PrintFoot />
    </div>
  </ListPane>
}
