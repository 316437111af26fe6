/** One matter in a list: what and where, who has it, until when. */
import { ClockChip, Meta, moment, Row, Tag, useNow, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { dangerName, isOpen } from '../../rules/index.ts'
import type { Card } from '../staff-api.ts'
import { placeBeside } from './place-beside.ts'
import { fieldWords } from './words.ts'

type Told = Pick<Card, 'state' | 'outcome' | 'holder' | 'satisfied' | 'solved'> & Partial<Pick<Card, 'yoursToVerify'>>

/** How a matter stands, as a sentence about who: never a bare word of state. */
export function useStands(): (card: Told) => string {
  const w = useWords(fieldWords)
  return ({ state, outcome, holder, satisfied, solved, yoursToVerify }) => {
    const who = holder.post ?? holder.name
    switch (state) {
      case 'filed': return w.waitsFor(who)
      case 'taken': return w.handledBy(who)
      case 'whistled': return w.ledBy(who)
      case 'finished': if (yoursToVerify) return outcome === 'unable' ? w.unableYours : outcome === 'explained' ? w.explainedYours : w.doneYours
        return outcome === 'unable' ? w.unableWaits : outcome === 'explained' ? w.explainedWaits : w.doneWaits
      case 'answered': return w.judgeWaits
      case 'joined': return w.joined
      case 'withdrawn': return w.endedWithdrawn
      case 'closed': return outcome === 'unable' ? w.endedUnable : outcome === 'explained' ? w.endedExplained
        : solved === false ? w.endedNotSolved : satisfied === 'no' ? w.endedNotSatisfied : solved === null ? w.endedPlain : w.endedSolved
    }
  }
}

/** The clock of a matter; ended ones have a tick. `word`: where the time itself stands beside it, so that the chip stays short. */
export function MatterClock({ card, word, onWhy }: { card: Pick<Card,
  'state' | 'due' | 'dueFrom' | 'outcome' | 'suspended' | 'reviewOn' | 'provisional'>; word?: string; onWhy?: (() => void) | undefined }) {
  const present = useNow()
  const due = card.due === null ? undefined : Date.parse(card.due)
  const from = card.dueFrom === null ? undefined : Date.parse(card.dueFrom)
  if (isOpen(card.state) && card.suspended) return <ClockChip now={present} state="paused" onWhy={onWhy}
    due={card.reviewOn && word === undefined ? Date.parse(`${card.reviewOn}T12:00:00+08:00`) : undefined} />
  if (isOpen(card.state)) return <ClockChip due={due} from={from} now={present} state={card.provisional ? 'provisional' : 'running'} word={word}
    onWhy={onWhy} />
  return card.state === 'closed' && card.outcome === 'solved' ? <ClockChip now={present} state="done" /> : null
}

/** A row that opens the matter. `mine`: the reader has it, so who has it is not said again but when it was filed. */
export function MatterRow({ card, mine = false }: { card: Card; mine?: boolean }) {
  const w = useWords(fieldWords)
  const say = useSay()
  const { lang } = useSettings()
  const present = useNow()
  const stands = useStands()
  const danger = card.urgent === null ? null : dangerName(card.urgent)
  return <Row href={`/field/m/${card.id}`} title={card.title} right={<MatterClock card={card} />}
    meta={<>{danger && <><Tag>{say(danger)}</Tag>{' '}</>}{card.yoursToVerify && <><span className="fd-yours">{w.yoursToVerify}</span>{' '}</>}
      <Meta>{placeBeside(card.title, card.place)}{mine ? w.filed(moment(Date.parse(card.filedAt), present, lang)) : stands(card)}{card.supervised
      ? w.supervised : null}{card.reopened > 0 ? w.reopened : null}</Meta></>} />
}

/** Rows with thin rules between them. */
export const MatterRows = ({ cards, mine = false }: { cards: readonly Card[]; mine?: boolean }) =>
  <ul>{cards.map((card) => <li key={card.id}><MatterRow card={card} mine={mine} /></li>)}</ul>
