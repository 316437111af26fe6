/** Takes or chooses photos, sends each at once, shows how far it is, lets it be removed. */
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../words.ts'
import { Icon } from './icon.tsx'
import { photoWords } from './words.ts'

/** A photo on its way: `id` as the server named it once it is there; `share` sent, 0 to 1; `failed` when it has to be tried again. */
export type PickedPhoto = { readonly key: string; readonly file: File; readonly address: string; readonly share: number; readonly id?: string;
  readonly failed?: boolean }

type PhotoPickerProps = {
  readonly photos: readonly PickedPhoto[]
  /** Called with a function from the photos before to the photos after, as a state setter of React is. */
  readonly onChange: (change: (photos: readonly PickedPhoto[]) => readonly PickedPhoto[]) => void
  /** Sends one file and gives its id, as `upload` of http.ts. */
  readonly upload: (file: File, onShare: (share: number) => void) => Promise<{ id: string }>
  readonly most?: number
  readonly mostBytes?: number
}

let made = 0

export function PhotoPicker({ photos, onChange, upload, most = 9, mostBytes = 15 * 1024 * 1024 }: PhotoPickerProps) {
  const w = useWords(photoWords)
  const input = useRef<HTMLInputElement>(null)
  const [said, say] = useState('')
  const held = useRef(photos)
  useEffect(() => { held.current = photos })
  useEffect(() => () => { for (const photo of held.current) URL.revokeObjectURL(photo.address) }, [])
  const patch = (key: string, part: Partial<PickedPhoto>) => onChange((all) => all.map((p) => p.key === key ? { ...p, ...part } : p))
  const send = (photo: PickedPhoto) => {
    patch(photo.key, { failed: false, share: 0 })
    upload(photo.file, (share) => patch(photo.key, { share })).then(({ id }) => patch(photo.key, { id, share: 1 }),
      () => patch(photo.key, { failed: true }))
  }
  const add = (files: readonly File[]) => {
    const [odd, big] = [files.find((f) => !f.type.startsWith('image/')), files.find((f) => f.size > mostBytes)]
    const fit = files.filter((f) => f.type.startsWith('image/') && f.size <= mostBytes)
    const taken = fit.slice(0, most - photos.length).map((file) => ({ key: `photo-${++made}`, file, address: URL.createObjectURL(file), share: 0 }))
    say(odd ? w.photoNotImage(odd.name) : big ? w.photoTooBig(big.name) : fit.length > taken.length ? w.photoFull(most) : '')
    onChange((all) => [...all, ...taken])
    taken.forEach(send)
  }
  const remove = (photo: PickedPhoto) => { URL.revokeObjectURL(photo.address); onChange((all) => all.filter((p) => p.key !== photo.key)) }
  return <div className="lk-picker">
    <div className="lk-picker__row">
      {photos.map((photo, i) => <Picked key={photo.key} photo={photo} nth={i + 1} onRemove={() => remove(photo)} onRetry={() => send(photo)} />)}
      {photos.length < most && <button type="button" className="lk-picker__add" onClick={() => input.current?.click()}>
        <Icon name="camera" size={24} /><span className="lk-hidden">{w.addPhoto}</span></button>}
      {photos.length < 3 && <p className="lk-picker__note">{w.photoPrivacy}</p>}
    </div>
    <input ref={input} type="file" accept="image/jpeg,image/png,image/webp" multiple hidden aria-label={w.addPhoto}
      onChange={(event) => { add([...event.target.files ?? []]); event.target.value = '' }} />
    <p className="lk-field__error" role="status">{said}</p>
  </div>
}

function Picked({ photo, nth, onRemove, onRetry }: { photo: PickedPhoto; nth: number; onRemove: () => void; onRetry: () => void }) {
  const w = useWords(photoWords)
  return <div className="lk-picked">
    <img src={photo.address} alt={w.photoNth(nth)} />
    {photo.failed ? <button type="button" className="lk-picked__state" onClick={onRetry}>{w.photoFailed}</button>
      : photo.id === undefined && <span className="lk-picked__state" role="status">{w.photoSending(Math.round(photo.share * 100))}</span>}
    <button type="button" className="lk-picked__remove" aria-label={w.removePhoto(nth)} onClick={onRemove}><Icon name="cross" size={16} /></button>
  </div>
}
