/** Photos of the notice at the doors, many in one go: each photo gets its door by the code on the poster where the browser reads it, else in order; one press corrects. [B23] */
import './votes.css'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { Button, ConsoleFrame, ErrorNote, Icon, OfflineBar, PageHead, Select, Skeleton, upload, useNavigate, useOnline, useSay, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { sayDay } from '../../parts/day.ts'
import { doorOf, nextFree, readsCodes, type Door } from './read-door.ts'
import { noticePhoto, useMove, useVote, type Detail } from './vote-api.ts'
import { doorWords } from './vote-words.ts'

type Photo = { readonly key: string; readonly file: File; readonly address: string; readonly share: number; readonly claim: string | null; readonly failed: boolean
  readonly place: string; /** Whether the poster on it told the door. */ readonly read: boolean }

export default function DoorsPage() {
  const w = useWords(doorWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string } // the route's own parameter
  const vote = useVote(id)
  return <ConsoleFrame current="/console/votes">{vote.data ? <Doors vote={vote.data} />
    : vote.error ? <ErrorNote title={w.failed} error={vote.error}><Button look="primary" onClick={() => void vote.refetch()}>{w.again}</Button></ErrorNote>
      : <Skeleton repeat={4} />}</ConsoleFrame>
}

let made = 0
/** The photos that were chosen: each is sent at once, and gets a door. */
function usePhotos(doors: readonly Door[]) {
  const [photos, set] = useState<readonly Photo[]>([])
  const held = useRef(photos)
  useEffect(() => { held.current = photos })
  useEffect(() => () => { for (const { address } of held.current) URL.revokeObjectURL(address) }, [])
  const patch = (key: string, part: Partial<Photo>) => set((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const send = (one: Photo) => {
    patch(one.key, { failed: false, share: 0 })
    upload<{ claim: string }>('/api/v1/photos', one.file, (share) => patch(one.key, { share }))
      .then(({ claim }) => patch(one.key, { claim, share: 1 }), () => patch(one.key, { failed: true }))
  }
  const add = async (files: readonly File[]) => {
    const taken = held.current.map(({ place }) => place)
    const fresh: Photo[] = []
    for (const file of files) {
      const read = await doorOf(file, doors)
      const place = read ?? nextFree(doors, taken) ?? ''
      taken.push(place)
      fresh.push({ key: `door-${++made}`, file, address: URL.createObjectURL(file), share: 0, claim: null, failed: false, place, read: read !== null })
    }
    set((all) => [...all, ...fresh])
    fresh.forEach(send)
  }
  const remove = (one: Photo) => { URL.revokeObjectURL(one.address); set((all) => all.filter(({ key }) => key !== one.key)) }
  return { photos, add, send, patch, remove, clear: () => set([]) }
}

function Doors({ vote }: { vote: Detail }) {
  const w = useWords(doorWords)
  const navigate = useNavigate()
  const online = useOnline()
  const input = useRef<HTMLInputElement>(null)
  const { photos, add, send, patch, remove, clear } = usePhotos(vote.notices)
  const say = useSay()
  const move = useMove(vote.id, ({ refused }) => { if (!refused?.length) { clear(); navigate(`/console/votes/${vote.id}`) } })
  const twice = photos.filter(({ place }, at) => place !== '' && photos.findIndex((one) => one.place === place) < at).length
  const whyNot = !online ? w.offline : photos.length === 0 ? w.none : photos.some(({ claim }) => claim === null) ? w.sending
    : photos.some(({ place }) => place === '') ? w.noDoor : twice > 0 ? w.twice : undefined
  const missing = vote.notices.filter(({ photo }) => photo === null)
  return <>
    <PageHead over={vote.title} title={w.title} line={readsCodes() ? w.lineReads : w.line}
      back={{ href: `/console/votes/${vote.id}`, word: w.toVote }} />
    <div className={photos.length > 0 ? 'vc-page vc-doors' : 'vc-page'}>
      <div className="vc-doors__list">
        {!online && <OfflineBar />}
        <div className="vc-tools"><Button icon="camera" look={photos.length === 0 ? 'primary' : 'plain'} onClick={() => input.current?.click()}>{w.choose}</Button>
          <span className="lk-second">{w.left(missing.length, vote.notices.length)}</span></div>
        <input ref={input} type="file" accept="image/jpeg,image/png,image/webp" multiple hidden aria-label={w.choose}
          onChange={(event) => { void add([...event.target.files ?? []].filter(({ type }) => type.startsWith('image/'))); event.target.value = '' }} />
        <ul className="vc-photos">{photos.map((one, at) => <li key={one.key}><img src={one.address} alt={w.nth(at + 1)} />
          <div><Select label={w.door(at + 1)} empty={w.chooseDoor} value={one.place} onChange={({ target }) => patch(one.key, { place: target.value, read: false })}
            options={vote.notices.map(({ place, name, postedOn }) => ({ value: place, word: postedOn === null ? name : w.has(name) }))} />
            <p className="lk-second" role="status">{one.failed ? w.notSent : one.claim === null ? w.share(Math.round(one.share * 100)) : one.read ? w.byCode : w.sent}</p>
            <p className="vc-tools">{one.failed && <Button size="small" onClick={() => send(one)}>{w.again}</Button>}
              <Button size="small" look="quiet" onClick={() => remove(one)}>{w.removeNth(at + 1)}</Button></p></div></li>)}</ul>
        {photos.length > 0 && <Button look="primary" busy={move.isPending} whyNot={whyNot}
          onClick={() => move.mutate({ to: 'notices', body: { photos: photos.map(({ place, claim }) => ({ place, photo: claim })) } })}>{w.keep(photos.length)}</Button>}
        {move.data?.refused?.map((one, at) => <p key={at} role="alert">{say(one.explain)}</p>)}
        {move.error && <ErrorNote title={w.notKept} error={move.error} />}
      </div>
      <Kept vote={vote} />
    </div>
  </>
}

/** What hangs already, door by door, with its photo. */
function Kept({ vote }: { vote: Detail }) {
  const w = useWords(doorWords)
  const { lang } = useSettings()
  const kept = vote.notices.filter(({ postedOn }) => postedOn !== null)
  if (kept.length === 0) return null
  return <ul className="vc-kept" aria-label={w.kept}>{kept.map((one) => <li key={one.place}>
    {one.photo ? <a href={noticePhoto(vote.id, one.place, 'full')} target="_blank" rel="noreferrer"><img src={noticePhoto(vote.id, one.place, 'small')}
      alt={w.photoOf(one.name)} loading="lazy" /></a> : <Icon name="check" size={18} />}
    <span>{one.name}</span><span className="lk-second">{sayDay(one.postedOn, lang)}{one.photo ? '' : w.noPhoto}</span></li>)}</ul>
}
