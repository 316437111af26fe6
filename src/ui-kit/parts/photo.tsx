/** A photo with its words, and a row of them that opens larger. */
import { useState } from 'react'
import { Dialog } from './dialog.tsx'

/** `alt` says what is to be seen; `caption` is the chip at its foot (办前, 28日 23:10). `large`: the address of a larger picture, opened by a press. */
export function Photo({ src, alt, caption, large }: { src: string; alt: string; caption?: string; large?: string }) {
  const [open, setOpen] = useState(false)
  const figure = <><img src={src} alt={alt} loading="lazy" decoding="async" />{caption && <span className="lk-photo__caption">{caption}</span>}</>
  if (!large) return <figure className="lk-photo">{figure}</figure>
  return <>
    <button type="button" className="lk-photo" onClick={() => setOpen(true)}>{figure}</button>
    {open && <Dialog title={caption ?? alt} wide onClose={() => setOpen(false)}><img className="lk-photo__large" src={large} alt={alt} /></Dialog>}
  </>
}
