/** What else somebody who lives here can do from the first page: decide together, and see what is kept of them. */
import { Go, Icon, useWords } from '../../../ui-kit/index.ts'
import { firstWords } from './words.ts'

/** `compound`: the demo's; in real use the board of one's own compound is behind the code at the door. */
export function ResidentWays({ compound }: { compound?: string | undefined }) {
  const w = useWords(firstWords)
  const ways = [
    ['/vote', w.ballots],
    ...(compound ? [[`/threads/in/${compound}`, w.threads], [`/projects/${compound}`, w.projects]] as const : []),
    ['/file', w.ownFile], ['/privacy', w.privacy], ['/whistle-list', w.whistleList],
  ] as const
  return <section className="tf-ways">
    <h2>{w.ways}</h2>
    <ul>{ways.map(([href, word]) => <li key={href}><Go href={href}>{word}<Icon name="right" size={16} /></Go></li>)}</ul>
  </section>
}
