/** One matter in a list of what is to come back to: its title, and where it is. */
import type { ReactNode } from 'react'
import { Go, Meta, useSay } from '../../../../ui-kit/index.ts'
import { categoryName } from '../../../rules/index.ts'
import type { Card } from '../../staff-api.ts'

export function MatterLine({ card, children }: { card: Card; children?: ReactNode }) {
  const say = useSay()
  return <><Go className="wt-matter" href={`/console/m/${card.id}`}><b>{card.title}</b></Go>
    <span className="cs-small"><Meta><span>{card.number}</span><span>{card.place}</span><span>{say(categoryName(card.category))}</span>{children}</Meta></span></>
}
