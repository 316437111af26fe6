/** '/file': one's own file, else the form that opens it by phone. */
import './own-file.css'
import { useState } from 'react'
import { Button, ErrorNote, problemOf, ResidentShell, Skeleton, useWords } from '../../../ui-kit/index.ts'
import { CopyView } from './copy-view.tsx'
import { FileView } from './file-view.tsx'
import { OpenForm } from './open-form.tsx'
import { useOwnFile, type OwnFile } from './own-api.ts'
import { ownWords } from './own-words.ts'

export default function OwnFilePage() {
  const w = useWords(ownWords)
  const file = useOwnFile()
  const [copy, setCopy] = useState<OwnFile | null>(null)
  const back = { href: '/', word: w.home }
  if (copy) return <CopyView file={copy} onBack={() => { setCopy(null); scrollTo(0, 0) }} />
  if (file.isPending) return <ResidentShell back={back}><Skeleton lines={[70, 40, 100, 100]} /></ResidentShell>
  const status = file.error ? problemOf(file.error).status : 0
  if (status >= 400 && status < 500) return <OpenForm onOpened={() => { scrollTo(0, 0); void file.refetch() }} />
  if (file.data) return <FileView file={file.data} onCopy={setCopy} />
  return <ResidentShell back={back}><ErrorNote title={w.failed} error={file.error}><Button look="primary"
    onClick={() => void file.refetch()}>{w.again}</Button></ErrorNote></ResidentShell>
}
