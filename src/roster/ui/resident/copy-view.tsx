/** A copy to take along: readable, to print, or as a file that a program reads. */
import { Button, DateText, now, ResidentShell, useWords } from '../../../ui-kit/index.ts'
import type { OwnFile } from './own-api.ts'
import { Asked, Consents, Seen } from './own-parts.tsx'
import { OwnValues } from './own-values.tsx'
import { ownWords } from './own-words.ts'
import { useState } from 'react'

function save(file: OwnFile): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify({ takenAt: new Date(now()).toISOString(), ...file }, null, 2)],
    { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'my-file.json' // no name of anybody: it lies among downloads
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}

export function CopyView({ file, onBack }: { file: OwnFile; onBack: () => void }) {
  const w = useWords(ownWords)
  const [at] = useState(now)
  return <ResidentShell>
    <div className="of-head"><h1 className="lk-title">{w.copyTitle}</h1><p className="lk-second"><DateText at={at} look="whole" /></p>
      <p className="of-tools lk-no-print"><Button look="primary" onClick={() => print()}>{w.print}</Button>
        <Button onClick={() => save(file)}>{w.save}</Button>
        <Button look="quiet" onClick={onBack}>{w.back}</Button></p></div>
    <div className="of-body of-copy">{file.ties.map((tie) => <OwnValues key={tie.id} tie={tie} past />)}
      <Seen file={file} /><Asked file={file} /><Consents file={file} /></div>
  </ResidentShell>
}
