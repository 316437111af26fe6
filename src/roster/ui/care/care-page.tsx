/** 要关照的人家, on the captain's phone. */
import { FieldShell, Skeleton, useWords } from '../../../ui-kit/index.ts'
import { ReadError, SignedIn } from '../../../trust/ui/parts/field-frame.tsx'
import { CarePart } from '../console/law/care-part.tsx'
import { careWords } from '../console/law/law-words.ts'
import { useCare } from '../law-api.ts'

/** The page at /field/care. */
export default function FieldCarePage() {
  return <SignedIn>{() => <Care />}</SignedIn>
}

function Care() {
  const w = useWords(careWords)
  const { data, error, refetch } = useCare()
  return <FieldShell back={{ href: '/field/me', word: w.me }} current="me">
    <h1 className="lk-title">{w.title}</h1><p className="lk-second">{w.line}</p>
    {error && !data ? <ReadError error={error} onAgain={() => void refetch()} /> : !data ? <Skeleton lines={[70, 50]} repeat={4} />
      : <div className="lw-page"><CarePart list={data} none={w.fieldNoneLine} /></div>}
  </FieldShell>
}
