/** What the reporter is told while it waits for money, and what an outcome rests on: who looked at it, and by what it was decided. */
import { Button, DateText, ErrorNote, Photo, useWords } from '../../../ui-kit/index.ts'
import { photoAddress } from '../filing.ts'
import { MoneyWay, useBasisWord, useConfirmed } from '../parts/rests-on.tsx'
import { useFollowedAct, type Followed } from '../resident-api.ts'
import { settledWords } from './settled-words.ts'

/** Put aside: the way to the money, and the day on which it is looked at again. */
function Aside({ matter }: { matter: Followed }) {
  const w = useWords(settledWords)
  return <section className="lk-card mr-outcome"><h2>{w.aside}</h2>
    <MoneyWay code={matter.moneyPath} reviewOn={matter.reviewOn} />
    <p className="lk-small">{w.asideLine}</p></section>
}

/** Photos of afterwards, large, and the reporter's own word on them: that is the other eye. */
function Afterwards({ matter }: { matter: Followed }) {
  const w = useWords(settledWords)
  const act = useFollowedAct<{ version: number }>('accept')
  const photos = matter.story.find(({ kind }) => kind === 'finish')?.photos ?? []
  const verify = matter.clocks.find(({ stage, state }) => stage === 'verify' && state === 'running')
  if (photos.length === 0 || !matter.moves.includes('accept')) return null
  return <section className="lk-card mr-outcome"><h2>{w.after}</h2>
    <div className="mr-after">{photos.map((photo, i) => <Photo key={photo.id} src={photoAddress(photo.id, 'full')} large={photoAddress(photo.id,
      'full')}
      alt={w.afterNth(i + 1)} caption={w.afterCaption} />)}</div>
    <Button look="primary" size="bar" busy={act.isPending} onClick={() => act.mutate({ version: matter.version })}>{w.accept}</Button>
    <p className="lk-small">{w.acceptLine} {verify ? <>{w.orLookedBy}<DateText at={Date.parse(verify.due)} /></> : w.orLooked}</p>
    {act.error && <ErrorNote error={act.error} />}
  </section>
}

/** Who confirmed it, said honestly where nobody did, and what it rests on. */
function Rests({ matter }: { matter: Followed }) {
  const w = useWords(settledWords)
  const confirmed = useConfirmed()(matter.verified)
  const basis = useBasisWord()(matter.basis)
  if (!confirmed && !basis) return null
  return <section className="mr-rests">
    {matter.verified === 'overdue' ? <p><b>{w.nobody}</b> {w.nobodyLine}</p> : confirmed && <p>{w.confirmed(confirmed)}</p>}
    {basis && <p className="lk-small">{w.rests(basis)}</p>}
  </section>
}

export function SettledNote({ matter }: { matter: Followed }) {
  if (matter.suspended) return <Aside matter={matter} />
  if (matter.state === 'finished') return <Afterwards matter={matter} />
  return matter.state === 'answered' || matter.state === 'closed' ? <Rests matter={matter} /> : null
}
