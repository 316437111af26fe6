/** One matter in the inbox: what, with whom, until when. */
import { ClockChip, Meta, Row, Tag, useNow, useSay, useWords } from '../../../ui-kit/index.ts'
import type { Said } from '../../../kit/pure.ts'
import { categoryOf, STATE_WORDS, type State } from '../../rules/index.ts'
import type { Card } from '../staff-api.ts'
import { bulkWords } from './bulk/bulk-words.ts'
import { inboxWords } from './inbox-words.ts'

/** The clock of a card, or the word that stands for it where no clock runs against anybody of staff. */
export function CardClock({ card }: { card: Pick<Card,
  'state' | 'due' | 'dueFrom' | 'dueKind' | 'outcome' | 'suspended' | 'reviewOn' | 'provisional'> }) {
  const w = useWords(inboxWords)
  const now = useNow()
  if (card.state === 'withdrawn') return <Tag>{w.withdrawn}</Tag>
  if (card.state === 'closed' && card.outcome !== null && card.outcome !== 'solved') return <Tag>{card.outcome === 'unable' ? w.closedUnable :
    w.closedExplained}</Tag>
  if (card.state === 'closed') return <ClockChip now={now} state="done" word={w.closedSolved} />
  if (card.dueKind === 'verdict') return <Tag>{w.waitsVerdict}</Tag>
  if (card.suspended) return <ClockChip now={now} state="paused" due={card.reviewOn ? Date.parse(`${card.reviewOn}T12:00:00+08:00`) : undefined} />
  return <ClockChip now={now} state={card.provisional ? 'provisional' : 'running'} due={card.due ? Date.parse(card.due) : undefined}
    from={card.dueFrom ? Date.parse(card.dueFrom) : undefined} />
}

/** Who has it: the post where there is one, else the organisation; the place beside it says whose. */
export const holderWord = ({ name, post }: Card['holder']): string => post ?? name

/** The stage in the words of staff: 'waits for you' is the resident's. */
export const stateWord = (state: State): Said => (state === 'answered' ? { zh: '等居民评', en: 'awaits the verdict' } : STATE_WORDS[state])

/** `onTick`: while several are being chosen, a box stands at the left. */
export function CardRow({ card, href, open, chosen, onTick }: { card: Card; href: string; open: boolean; chosen: boolean; onTick?: () => void }) {
  const w = useWords(inboxWords)
  const b = useWords(bulkWords)
  const say = useSay()
  const { zh, en } = categoryOf(card.category)
  return <div className={`cs-card${chosen ? ' cs-card--chosen' : ''}${onTick ? ' cs-card--ticking' : ''}`} data-matter={card.id}>
    {onTick && <label className="cs-tick"><input type="checkbox" checked={chosen} onChange={onTick} aria-label={b.tick(card.title)} /></label>}
    <Row href={href} selected={open} title={card.title} right={<CardClock card={card} />}
      meta={<Meta><span>{say({ zh, en })}</span><span>{holderWord(card.holder)}</span>
        {card.urgent && <span className="cs-strong">{w.urgent}</span>}{card.supervised && <span className="cs-strong">{w.supervisedTag}</span>}
        {card.reopened > 0 && <span>{w.again2}</span>}{card.sensitive && <span>{w.sensitive}</span>}</Meta>} />
  </div>
}
