/** A table of titles and owners: tried out first, every row that can't be taken is named, then taken in. */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, Meta, request, useSay, useWords } from '../../../../ui-kit/index.ts'
import { saveXlsx } from '../../../../ui-kit/xlsx.ts'
import { useRegisterAct, type Imported, type Org } from './register-api.ts'
import { tableWords } from './table-words.ts'

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

export function ImportDialog({ compound, onClose }: { compound: Org; onClose: () => void }) {
  const w = useWords(tableWords)
  const [file, setFile] = useState<string | null>(null)
  const [tried, setTried] = useState<Imported | null>(null)
  const send = useRegisterAct(() => `/api/v1/registers/${compound.id}/import`, ({ content,
    commit }: { content: string; commit: boolean }) => ({ file: content, commit }),
    (done: Imported) => setTried(done))
  const pick = async (chosen: File | undefined) => {
    if (!chosen) return
    const content = await base64(chosen)
    setFile(content)
    setTried(null)
    send.mutate({ content, commit: false })
  }
  const good = tried ? tried.added + tried.changed : 0
  return <Dialog title={w.importTitle} wide onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{tried?.committed ? w.close
    : w.cancel}</Button>
    {tried && !tried.committed && file !== null && <Button look="primary" busy={send.isPending} whyNot={good === 0 ? w.nothingNew : undefined}
      onClick={() => send.mutate({ content: file, commit: true })}>{w.takeIn(good)}</Button>}</>}>
    <div className="vr-form">
      {tried?.committed ? <p className="vr-done" role="status">{w.taken(tried.added, tried.changed)}</p> : <>
        <p className="lk-second">{w.importLine}</p>
        <div className="vr-file-line"><label className="lk-button lk-button--plain vr-pick"><span className="lk-button__face">{w.choose}</span>
          <input type="file" accept=".xlsx,.csv" className="lk-hidden" onChange={({ target }) => void pick(target.files?.[0])} /></label>
        <Button look="quiet" icon="download" onClick={() => void emptyTable(compound, w)}>{w.empty}</Button></div></>}
      {send.isPending && <p role="status">{w.reading}</p>}
      {send.error && <ErrorNote error={send.error} />}
      {tried && <Found tried={tried} />}
    </div>
  </Dialog>
}

function Found({ tried }: { tried: Imported }) {
  const w = useWords(tableWords)
  const say = useSay()
  const grave = tried.problems.filter((one) => one.grave).length
  return <section className="vr-found">
    {!tried.committed && <p className="vr-said vr-said--file">{w.found(tried.rows, tried.added, tried.changed, tried.same)}</p>}
    {tried.problems.length > 0 && <><p className="lk-second">{grave > 0 ? w.problems(grave) : w.notes}</p>
      <ul className="vr-problems">{tried.problems.map((one, i) => <li key={i} className={one.grave ? 'vr-problem vr-problem--grave' : 'vr-problem'}>
        <Meta><span>{w.line(one.line)}</span><b>{one.room}</b></Meta><span>{say(one.said)}</span></li>)}</ul></>}
  </section>
}

type Words = ReturnType<typeof useWords<typeof tableWords>>
async function emptyTable(compound: Org, w: Words): Promise<void> {
  const { mark, rooms } = await request<{ mark: string | null; rooms: readonly string[] }>('GET', `/api/v1/registers/${compound.id}/table`)
  const head = [w.room, w.area, w.owners, w.phone, w.kind, w.status, w.source]
  saveXlsx(w.emptyFile(compound.name), [...(mark === null ? [] : [[mark]]), head, ...rooms.map((room) => [room])])
}
