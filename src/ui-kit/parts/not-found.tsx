/** No page at this address. */
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Empty } from './panels.tsx'
import { partWords } from './words.ts'

export function NotFound({ home }: { home: string }) {
  const w = useWords(partWords)
  return <Empty title={w.notFoundTitle} line={w.notFoundWhat}><Button href={home}>{w.toStart}</Button></Empty>
}
