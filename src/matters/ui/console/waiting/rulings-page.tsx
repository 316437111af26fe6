/** The street's own decisions: whose a matter is, and what did not satisfy twice. */
import './waiting.css'
import { useState } from 'react'
import { Button, ConsoleFrame, Dialog, Empty, ErrorNote, leftOrOver, moment, PageHead, SectionTitle, Skeleton, useNow, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { useRulings, useUnhappyTwice, type ToRule } from './waiting-api.ts'
import { useMatter, type Card } from '../../staff-api.ts'
import { holderWord } from '../card-row.tsx'
import { RuleForm, standsStill, useAsked } from '../moves/ruling-moves.tsx'
import { MatterLine } from './matter-line.tsx'
import { waitingWords } from './waiting-words.ts'

/** The form of a matter that is only in the list yet: read first, then shown. */
function Ruling({ id, onClose }: { id: string; onClose: () => void }) {
  const w = useWords(waitingWords)
  const matter = useMatter(id)
  if (matter.error && !matter.data) return <Dialog title={w.rule} onClose={onClose}><ErrorNote title={w.failed} error={matter.error}><Button
    look="primary" onClick={() => void matter.refetch()}>{w.again}</Button></ErrorNote></Dialog>
  return matter.data ? <RuleForm matter={matter.data} mine={undefined} onClose={onClose} /> : null
}

function One({ one, first, onRule }: { one: ToRule; first: boolean; onRule: () => void }) {
  const w = useWords(waitingWords)
  const asked = useAsked()
  const now = useNow()
  const { lang } = useSettings()
  const { objection, ...card } = one
  const due = objection.due === null ? null : Date.parse(objection.due)
  const since = moment(Date.parse(objection.at), now, lang)
  return <article className={first ? 'wt-one wt-one--first' : 'wt-one'}>
    <div><MatterLine card={card} />
      <p><b>{asked({ ...objection, org: objection.by })}</b></p>
      {objection.forced && <p className="cs-small">{w.third}</p>}
      {objection.said && <p className="wt-one__said">{objection.said}</p>}
      <p className="cs-small">{w.holds(holderWord(card.holder))}{lang === 'zh' ? '，' : ', '}{(standsStill(objection) ? w.waitsSince
        : w.askedAt)(since)}{due !== null && <>{lang === 'zh' ? '，'
        : ', '}{due < now ? w.ruleLate(leftOrOver(due, now, lang)) : w.ruleBy(moment(due, now, lang))}</>}</p></div>
    <div className="wt-moves"><Button look={first ? 'decide' : 'plain'} onClick={onRule}>{w.rule}</Button></div>
  </article>
}

function Twice({ cards }: { cards: readonly Card[] }) {
  const w = useWords(waitingWords)
  return <section className="wt-part"><SectionTitle rule="hair">{w.twice}</SectionTitle>
    <p className="lk-second">{cards.length === 0 ? w.twiceNone : w.twiceLine}</p>
    {cards.map((card) => <div key={card.id} className="wt-one"><div><MatterLine
      card={card}><span>{holderWord(card.holder)}</span></MatterLine></div></div>)}
  </section>
}

export default function RulingsPage() {
  const w = useWords(waitingWords)
  const rulings = useRulings()
  const twice = useUnhappyTwice()
  const [ruling, rule] = useState<string>()
  const list = rulings.data ?? []
  return <ConsoleFrame current="/console/rulings">
    <PageHead title={w.rulings} line={w.rulingsLine} />
    {rulings.isPending && <Skeleton repeat={3} />}
    {rulings.error && <ErrorNote title={w.failed} error={rulings.error}><Button look="primary"
      onClick={() => void rulings.refetch()}>{w.again}</Button></ErrorNote>}
    {rulings.data && list.length === 0 && <Empty title={w.noRulings} line={w.noRulingsLine} />}
    {list.length > 0 && <><p className="wt-sum">{w.toRule(list.length)}</p>
      <div className="wt-list">{list.map((one, i) => <One key={one.objection.id} one={one} first={i === 0} onRule={() => rule(one.id)} />)}</div></>}
    {twice.data && <Twice cards={twice.data} />}
    {ruling && <Ruling id={ruling} onClose={() => rule(undefined)} />}
  </ConsoleFrame>
}
