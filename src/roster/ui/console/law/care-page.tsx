/** 要关照的人家, at a desk. */
import { Button, ConsoleFrame, ErrorNote, PageHead, Skeleton, useWords } from '../../../../ui-kit/index.ts'
import { useCare } from '../../law-api.ts'
import { CarePart } from './care-part.tsx'
import { careWords } from './law-words.ts'

export default function CarePage() {
  const w = useWords(careWords)
  const { data, error, refetch } = useCare()
  return <ConsoleFrame current="/console/roster/care">
    <PageHead title={w.title} line={w.line} />
    {error && !data ? <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={() => void refetch()}>{w.again}</Button></ErrorNote>
      : !data ? <Skeleton repeat={4} /> : <div className="lw-page"><CarePart list={data} none={w.noneLine} /></div>}
  </ConsoleFrame>
}
