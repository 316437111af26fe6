/** The receipt of a followed matter: the slip to print, and the proof that it stands in the sealed record. */
import { Button, DateText, Dialog, ErrorNote, Skeleton, useWords } from '../../../ui-kit/index.ts'
import { useProof, type Followed, type Proof } from '../resident-api.ts'
import { CategoryWord } from './category-word.tsx'
import { followWords } from './follow-words.ts'
import { PaperSlip } from './paper-slip.tsx'
import { sentWords } from './report-words.ts'

function save(proof: Proof, number: string): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(proof, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `linli-${number}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export function ProofDialog({ matter, onClose }: { matter: Followed; onClose: () => void }) {
  const w = useWords(followWords)
  const s = useWords(sentWords)
  const proof = useProof()
  const { data } = proof
  const sealed = data?.state === 'sealed' ? data.receipt : null
  const facts = [
    [s.place, matter.place?.name ?? ''], [s.what, <CategoryWord key="kind" code={matter.category} />], [s.who, matter.holder.name],
      [s.filed, <DateText key="at" at={Date.parse(matter.filedAt)} />],
    ...(sealed ? [[w.sealed, w.proofIndex(sealed.index + 1, sealed.head.size)] as const] : []),
  ] as const
  return <Dialog title={w.proofTitle} onClose={onClose} foot={<>
    <Button icon="print" onClick={() => print()}>{w.print}</Button>
    {sealed && data && <Button look="primary" icon="download" onClick={() => save(data, matter.number)}>{w.saveProof}</Button>}</>}>
    <PaperSlip number={matter.number} facts={facts} foot={<p>{w.codeAgain}</p>} />
    {proof.isLoading && <Skeleton lines={[100]} />}
    {proof.error ? <ErrorNote error={proof.error} /> : data && <p className="lk-second">{sealed ? w.proofSealed : data.state === 'waiting'
      ? w.proofWaiting : w.proofNone}</p>}
  </Dialog>
}
