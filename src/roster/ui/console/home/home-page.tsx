/** The page of one household, opened from the box that finds or from another file. */
import '../lists/lists.css'
import { useParams } from '@tanstack/react-router'
import { ConsoleFrame, useWords } from '../../../../ui-kit/index.ts'
import { FindBox } from '../find/find-box.tsx'
import { listWords } from '../lists/words.ts'
import { HomePane } from './home-pane.tsx'

export default function HomePage() {
  const w = useWords(listWords)
  const { home = '' } = useParams({ strict: false }) as { home?: string } // the route's own parameter
  return <ConsoleFrame current="/console/roster" backToList={{ href: '/console/roster', word: w.back }}
    keys={[{ keys: ['/'], word: w.title }, { keys: ['C'], word: w.keyHolds }, { keys: ['['], word: w.keyBefore }, { keys: [']'], word: w.keyNext }]}>
    <div className="rh-page"><FindBox /><HomePane key={home} home={home} /></div>
  </ConsoleFrame>
}
