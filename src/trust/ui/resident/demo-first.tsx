/** The demo's first page: somebody to be, and three minutes with one matter. */
import { Button, ErrorNote, Go, Icon, Progress, Skeleton, SkipLink, Tools, useAct, useSay, useWords } from '../../../ui-kit/index.ts'
import { becomeEntry, startOf, useDemoProgress, useTour, type TourEntry } from '../parts/tour.ts'
import { GuideCard } from './guide-card.tsx'
import { Headline } from './headline.tsx'
import { ResidentWays } from './resident-ways.tsx'
import { firstWords } from './words.ts'

export function DemoFirst() {
  const w = useWords(firstWords)
  const tour = useTour(true)
  const progress = useDemoProgress(true)
  const enter = useAct(async (entry: TourEntry) => { await becomeEntry(entry); location.assign(startOf(entry)) })
  const filling = progress.data !== undefined && progress.data.done < progress.data.total
  return <div className="tf-page">
    <SkipLink />
    <div className="tf-main">
      <header className="tf-head"><span className="lk-wordmark">{w.product}</span><div className="tf-head__tools"><Tools theme /></div></header>
      <main id="text" tabIndex={-1}>
        <Headline text={w.headline} />
        <p className="tf-line">{w.demoLine}</p>
        <p className="tf-jump"><a className="lk-link" href="#guide">{w.toGuide}</a></p>
        {enter.error && <ErrorNote error={enter.error} />}
        {tour.error && <ErrorNote error={tour.error}><Button look="primary" onClick={() => void tour.refetch()}>{w.again}</Button></ErrorNote>}
        <h2 className="lk-hidden">{w.people}</h2>
        {tour.isPending && <Skeleton lines={[40, 60, 50]} repeat={4} />}
        {tour.data && <ul className="tf-people">
          {tour.data.entries.map((entry) => <li key={entry.key}><Person entry={entry} busy={enter.isPending && enter.variables.key === entry.key}
            onEnter={() => { if (!enter.isPending) enter.mutate(entry) }} /></li>)}
          <li><Go href="/m" className="tf-person"><span><b>{w.receiptName}</b><span
            className="lk-small">{w.receiptWhere}</span><span>{w.receiptDoes}</span></span><Icon name="right" size={20} /></Go></li>
        </ul>}
        {filling && progress.data && <div className="tf-filling"><Progress done={progress.data.done}
          total={progress.data.total}>{w.filling(progress.data.done, progress.data.total)}</Progress></div>}
        <p className="lk-caption tf-note">{w.liveNote}</p>
        <ResidentWays compound={tour.data?.compound} />
      </main>
    </div>
    <GuideCard tour={tour.data} ask={async () => (await tour.refetch()).data} />
  </div>
}

function Person({ entry, busy, onEnter }: { entry: TourEntry; busy: boolean; onEnter: () => void }) {
  const w = useWords(firstWords)
  const say = useSay()
  const only = entry.board !== null
  const device = entry.device === 'phone' ? w.phone : w.desktop
  return <button type="button" className="tf-person" aria-busy={busy || undefined} onClick={onEnter}>
    <span><b>{only ? w.justLook : <>{say(entry.role)} <span className="lk-nowrap">{entry.name}</span></>}</b><span
      className="lk-small">{say(entry.where)}{!only && `${w.comma}${device}`}</span><span>{say(entry.does)}</span></span>
    {busy ? <span className="lk-spinner" aria-hidden="true" /> : <Icon name="right" size={20} />}
  </button>
}
