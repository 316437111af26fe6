/** 等人定的: values that differ, and entries that may be one person; keyboard first. */
import './import.css'
import { useRef, useState, type ReactNode } from 'react'
import { Button, ConsoleFrame, dayOf, Empty, ErrorNote, Go, PageHead, Skeleton, Tabs, useKeys, useNow, useSay, useSettings,
  useWords, between } from '../../../../ui-kit/index.ts'
import { useConflicts, useKeep, usePairMove, usePairs, type Conflict, type Pair, type PairSide, type Side } from './import-api.ts'
import { decideWords } from './import-words.ts'
import { JustDecided, useJust, type Just } from './just-decided.tsx'
import { CODE_SAID, EVIDENCE_SAID, VALUE_SAID } from './problem-words.ts'

const DECIDE = '/console/roster/decide'
type View = 'conflicts' | 'pairs' | 'joined' | 'apart'

export default function DecidePage() {
  const w = useWords(decideWords)
  const conflicts = useConflicts()
  const open = usePairs('open')
  const joined = usePairs('joined')
  const apart = usePairs('apart')
  const [chosen, choose] = useState<View | null>(null)
  const just = useJust()
  const view = chosen ?? ((conflicts.data?.count ?? 1) === 0 && (open.data?.count ?? 0) > 0 ? 'pairs' : 'conflicts')
  return <ConsoleFrame current={DECIDE} undo={just.last && <JustDecided key={just.last.id} just={just.last} onGone={just.forget} />}>
    <PageHead title={w.title} line={w.line} />
    <div className="ri-page"><Tabs label={w.views} panel="ri-decide" current={view} onChange={choose}
      tabs={[{ key: 'conflicts', word: w.conflicts, count: conflicts.data?.count },
      ...(open.error ? [] : [{ key: 'pairs', word: w.pairs, count: open.data?.count } as const,
        { key: 'joined', word: w.joined, count: joined.data?.count } as const, { key: 'apart', word: w.keptApart, count: apart.data?.count } as const])]} />
    <div id="ri-decide" role="tabpanel">
      {view === 'conflicts' ? <Queue of={conflicts} none={w.noConflicts}>{(items) => <Conflicts items={items} onJust={just.keep} />}</Queue>
      : view === 'pairs' ? <Queue of={open} none={w.noPairs}>{(items) => <Pairs key="open" items={items} onJust={just.keep} />}</Queue>
      : view === 'joined' ? <Queue of={joined} none={w.noJoined}>{(items) => <Pairs key="joined" items={items} />}</Queue>
      : <Queue of={apart} none={w.noApart}>{(items) => <Pairs key="apart" items={items} />}</Queue>}</div></div>
  </ConsoleFrame>
}

type Asked<T> = { readonly data: { readonly items: readonly T[] } | undefined; readonly error: Error | null;
  readonly refetch: () => Promise<unknown> }
function Queue<T>({ of, none, children }: { of: Asked<T>; none: string; children: (items: readonly T[]) => ReactNode }) {
  const w = useWords(decideWords)
  if (of.error && !of.data) return <ErrorNote title={w.failed} error={of.error}>
    <Button onClick={() => void of.refetch()}>{w.again}</Button></ErrorNote>
  if (!of.data) return <Skeleton repeat={5} />
  return of.data.items.length === 0 ? <Empty title={none} line={w.noneLine} /> : children(of.data.items)
}

function useStep(length: number): readonly [number, (by: number) => void] {
  const [at, set] = useState(0)
  const here = Math.min(at, Math.max(0, length - 1))
  return [here, (by) => set(Math.min(length - 1, Math.max(0, here + by)))]
}

/** A key that is held down, or pressed again before the list was read anew, decides once. */
function useOnce(): (id: string, act: () => void) => void {
  const taken = useRef('')
  return (id, act) => {
    if (taken.current === id) return
    taken.current = id
    act()
    setTimeout(() => { taken.current = '' }, AGAIN_MS)
  }
}
const AGAIN_MS = 600
const pressed = (act: () => void) => ({ repeat }: KeyboardEvent) => { if (!repeat) act() }

function Conflicts({ items, onJust }: { items: readonly Conflict[]; onJust: (just: Just) => void }) {
  const w = useWords(decideWords)
  const once = useOnce()
  const [at, step] = useStep(items.length)
  const keep = useKeep(({ id, kept }) => onJust({ what: 'conflict', id, kept, name: items.find((one) => one.id === id)?.name ?? null }))
  const decide = (one: Conflict | undefined, kept: 'old' | 'new' | 'both'): void => {
    if (one && (kept !== 'both' || one.field === 'phone')) once(one.id, () => keep.mutate({ id: one.id, kept }))
  }
  useKeys({ j: () => step(1), k: () => step(-1), 1: pressed(() => decide(items[at], 'old')), 2: pressed(() => decide(items[at], 'new')),
    3: pressed(() => decide(items[at], 'both')) })
  return <><p className="lk-small">{w.keys}</p><ol className="ri-queue">{items.map((one, i) => <li key={one.id} className="ri-item" aria-current={i === at || undefined}>
    <ConflictItem one={one} busy={keep.isPending && keep.variables?.id === one.id} onKeep={(kept) => decide(one, kept)} />
    {keep.error && keep.variables?.id === one.id && <ErrorNote title={w.notDone} error={keep.error} />}</li>)}</ol></>
}

function ConflictItem({ one, busy, onKeep }: { one: Conflict; busy: boolean; onKeep: (kept: 'old' | 'new' | 'both') => void }) {
  const w = useWords(decideWords)
  const say = useSay()
  const field = VALUE_SAID[one.field]
  return <><div className="ri-item__who"><b>{one.name ?? w.nobody}</b><Go href={`/console/roster/homes/${one.home}`}>{one.homeName}</Go>
    {field && <span className="lk-tag">{say(field)}</span>}</div>
    <div className="ri-sides"><div><p className="lk-small">{w.now}</p>
      {one.old.length === 0 ? <p>{w.nothing}</p> : one.old.map((side, i) => <SideLine key={i} side={side} />)}</div>
      <div><p className="lk-small">{w.told}</p><SideLine side={one.new} /></div></div>
    <div className="lk-moves"><Button size="small" busy={busy} onClick={() => onKeep('old')}>{w.keepOld}</Button>
      <Button size="small" busy={busy} onClick={() => onKeep('new')}>{w.keepNew}</Button>
      {one.field === 'phone' && <Button size="small" busy={busy} onClick={() => onKeep('both')}>{w.keepBoth}</Button>}</div></>
}

function SideLine({ side }: { side: Side }) {
  const w = useWords(decideWords)
  const say = useSay()
  const { lang } = useSettings()
  const present = useNow()
  const [code, source] = [CODE_SAID[side.shown], CODE_SAID[side.source]]
  return <p><b className="ri-value">{code ? say(code) : side.shown}</b> <span className="lk-small">
    {w.from(source ? say(source) : '', dayOf(Date.parse(`${side.seenOn}T12:00:00+08:00`), present, lang))}</span></p>
}

function Pairs({ items, onJust }: { items: readonly Pair[]; onJust?: (just: Just) => void }) {
  const w = useWords(decideWords)
  const once = useOnce()
  const [at, step] = useStep(items.length)
  const move = usePairMove(({ id, move: what }) => onJust?.({ what: 'pair', id, kept: what, name: items.find((one) => one.id === id)?.one.name ?? null }))
  const decide = (one: Pair | undefined, what: 'join' | 'apart' | 'split'): void => { if (one) once(one.id, () => move.mutate({ id: one.id, move: what })) }
  const open = items[at]?.state === 'open'
  useKeys({ j: () => step(1), k: () => step(-1),
    ...(open ? { 1: pressed(() => decide(items[at], 'join')), 2: pressed(() => decide(items[at], 'apart')) } : {}) })
  return <>{open && <p className="lk-small">{w.pairKeys}</p>}<ol className="ri-queue">{items.map((one, i) => <li key={one.id} className="ri-item" aria-current={i === at || undefined}>
    <PairItem one={one} busy={move.isPending && move.variables?.id === one.id} onMove={(what) => decide(one, what)} />
    {move.error && move.variables?.id === one.id && <ErrorNote title={w.notDone} error={move.error} />}</li>)}</ol></>
}

function PairItem({ one, busy, onMove }: { one: Pair; busy: boolean; onMove: (what: 'join' | 'apart' | 'split') => void }) {
  const w = useWords(decideWords)
  const say = useSay()
  return <><div className="ri-sides"><PairPart side={one.one} /><PairPart side={one.other} /></div>
    <p className="ri-evidence">
      {one.evidence.map(({ code, weight }) => <span key={code} className={weight < 0 ? 'ri-weight ri-weight--against' : 'ri-weight'}>
      {EVIDENCE_SAID[code] ? say(EVIDENCE_SAID[code]) : code} {weight > 0 ? `+${weight}` : `−${-weight}`}</span>)}
        <span className="lk-second">{w.weight(one.weight)}</span></p>
    <div className="lk-moves">{one.state === 'open' ? <><Button size="small" busy={busy} onClick={() => onMove('join')}>{w.join}</Button>
      <Button size="small" busy={busy} onClick={() => onMove('apart')}>{w.apart}</Button></>
        : one.state === 'joined' ? <Button size="small" icon="undo" busy={busy} onClick={() => onMove('split')}>{w.split}</Button>
        : <Button size="small" icon="undo" busy={busy} onClick={() => onMove('join')}>{w.joinAfterAll}</Button>}</div></>
}

function PairPart({ side }: { side: PairSide }) {
  const w = useWords(decideWords)
  const say = useSay()
  const word = (code: string): string => (CODE_SAID[code] ? say(CODE_SAID[code]) : code)
  return <div><p><b>{side.name ?? w.nobody}</b> <span className="lk-second">
    {[side.sex === null ? '' : word(side.sex), side.phone ?? w.noPhone, side.idNumber ?? w.noId].filter(Boolean).join(' · ')}</span></p>
    <ul>{side.homes.map(({ home, name, ties, source }) => <li key={home}>
      <Go href={`/console/roster/homes/${home}`}>{name}</Go> <span className="lk-small">
      {ties.map(word).join(between())} · {word(source)}</span></li>)}</ul></div>
}
