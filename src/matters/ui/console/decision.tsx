/** What may be done now, with who has it and until when: cinnabar only where it is the reader's turn. */
import { useState } from 'react'
import { Button, dayOf, DecisionPanel, leftOrOver, moment, useNavigate, useNow, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { moves, type MoveName } from '../../rules/index.ts'
import { askInTime } from '../parts/ask-in-time.ts'
import { movedOn } from '../parts/moved-on.ts'
import type { MatterDetail, MatterParty } from '../staff-api.ts'
import { holderWord } from './card-row.tsx'
import { matterWords } from './matter-words.ts'
import { joinWords } from './moves/join-words.ts'
import { OFFERED, type OfferedMove } from './moves/move-forms.ts'
import { useAsked } from './moves/ruling-moves.tsx'
import type { WhyAsked } from './why-dialog.tsx'

/** Whether a request for more time waits that the reader's office did not make itself. */
const toDecide = (matter: MatterDetail): boolean => matter.extension !== null && !matter.extension.own && matter.moves.includes('decide_extension')

/** Whether the matter waits for who reads: they have it, are called, or may look at what others did. */
export function isYours(matter: MatterDetail): boolean {
  const may = (...names: readonly MoveName[]) => names.some((name) => matter.moves.includes(name))
  if (may('rule') || toDecide(matter)) return true
  if (matter.suspended) return false
  return may('report_in', 'take', 'verify') || (may('finish') && matter.standing.holds === true) || (matter.standing.party !== null && may('finish'))
}

const COMPOUND: readonly string[] = ['firm', 'owners', 'developer', 'branch']

/** The move that brings it to whose duty it is by the list, where that is somebody else's. */
function wayOf(holder: string): MoveName | null {
  if (holder.startsWith('station:')) return 'whistle'
  return holder.startsWith('utility:') ? 'slip' : COMPOUND.includes(holder) ? 'assign' : null
}

/** The move that stands first and, in the reader's turn, in cinnabar. */
function firstMove(matter: MatterDetail): MoveName | undefined {
  const has = (name: MoveName) => matter.moves.includes(name)
  if (has('rule')) return 'rule'
  if (toDecide(matter)) return 'decide_extension'
  if (has('report_in')) return 'report_in'
  if (has('verify')) return 'verify'
  const way = wayOf(matter.duty.holder)
  if (way !== null && has(way)) return way
  return has('take') ? 'take' : has('finish') ? 'finish' : undefined
}

/** Why it came to the reader, where that is something else than the list of duties: what they were asked to do, a second round, a hand-over. */
function cameFor(matter: MatterDetail, mine: MatterParty | undefined, w: ReturnType<typeof useWords<typeof matterWords>>): string | null {
  if (mine && mine.role !== 'slip' && mine.task !== '') return w.askedTo(mine.task)
  const last = matter.story.find(({ kind }) => kind === 'hand_over' || kind === 'reopen')
  if (last?.kind === 'reopen') return w.roundTwo
  return last && last.said !== '' ? w.passedOn(last.who ?? last.post ?? '', last.said) : null
}

function useLead(matter: MatterDetail, mine: MatterParty | undefined, yours: boolean): { lead: string; reason: string } {
  const w = useWords(matterWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const asked = useAsked()
  const due = matter.due ? Date.parse(matter.due) : null
  const until = due === null ? '' : moment(due, now, lang)
  const who = holderWord(matter.holder)
  const { leadPlain: joinWord } = useWords(joinWords)
  const why = ((yours ? cameFor(matter, mine, w) : null) ?? (movedOn(matter.story) ? '' : say(matter.duty.why))).replace(/[^。.]$/u, lang === 'zh' ?
    '$&。' : '$&.')
  if (matter.state === 'closed') return { lead: matter.moves.length > 0 ? w.closedLine : w.closedPlain, reason: '' }
  if (matter.state === 'withdrawn') return { lead: w.withdrawnLine, reason: '' }
  if (matter.state === 'joined') return { lead: joinWord, reason: '' }
  if (matter.dueKind === 'verdict') return matter.moves.includes('verdict') ? { lead: w.toAsk, reason: w.waitsVerdict(until) } :
    { lead: w.waitsVerdict(until), reason: '' }
  if (matter.dueKind === 'verify' || (yours && matter.state === 'finished')) return yours ? { lead: w.toVerify, reason: w.verifyReason(who) } : { lead: w.waitsVerify(until), reason: '' }
  if (matter.moves.includes('rule')) return { lead: w.toRule, reason: asked(matter.objection) }
  if (matter.extension && toDecide(matter)) return { lead: w.toGrant, reason: w.moreTime(matter.extension.org, matter.extension.days,
    matter.extension.why) }
  if (matter.suspended) return { lead: w.asideLead(who, matter.reviewOn ? dayOf(Date.parse(`${matter.reviewOn}T12:00:00+08:00`), now,
    lang) : until), reason: '' }
  if (yours) return { lead: matter.moves.includes('report_in') ? w.toReport : matter.state === 'filed' ? w.toTake : w.toFinish, reason: why }
  return { lead: due === null ? w.heldOpen(who) : due < now ? w.heldLate(who, leftOrOver(due, now, lang)) : w.held(who, until), reason: why }
}

export function Decision({ matter, mine, onWhy }: { matter: MatterDetail; mine: MatterParty | undefined; onWhy: (asked: WhyAsked) => void }) {
  const w = useWords(matterWords)
  const say = useSay()
  const now = useNow()
  const navigate = useNavigate()
  const { lang } = useSettings()
  const [form, open] = useState<OfferedMove | null>(null)
  const yours = isYours(matter)
  const first = firstMove(matter)
  const { lead, reason } = useLead(matter, mine, yours)
  // On the list already, or waiting for the resident: there is nobody to press.
  const offered = OFFERED.filter((o) => matter.moves.includes(o.move) && !(o.move === 'supervise' && matter.supervisedAt) && !(o.move === 'remind' &&
    matter.dueKind === 'verdict') && !(o.move === 'decide_extension' && !toDecide(matter)) && !(o.move === 'ask_extension' &&
      (matter.extension !== null || !askInTime(matter, now)))).sort((a, b) => Number(b.move === first) - Number(a.move === first))
  const buttons = offered.map((o) => <Button key={o.move} kbd={o.letter} icon={o.move === 'whistle' ? 'whistle' : undefined} look={yours &&
    o.move === first ? 'decide' : 'plain'}
    onClick={() => { if (o.form) open(o); else navigate(`/console/m/${matter.id}/whistle`) }}>{say(moves[o.move].say)}</Button>)
  const stage = matter.dueKind
  const aside = matter.due && stage && stage !== 'verdict' && matter.state !== 'joined' ? <button type="button" className="lk-link"
    onClick={() => onWhy({ stage, org: null })}>{w.whyThen(moment(Date.parse(matter.due), now, lang))}</button> : undefined
  const Form = form?.form
  return <>
    {yours ? <DecisionPanel lead={lead} reason={reason} aside={aside}>{buttons}</DecisionPanel>
      : <section className="cs-calm"><div className="lk-decision__head"><p><b>{lead}</b>{reason && <span>{reason}</span>}</p>{aside && <div
        className="lk-decision__aside">{aside}</div>}</div>
        {buttons.length > 0 && <div className="lk-moves">{buttons}</div>}</section>}
    {Form && <Form matter={matter} mine={mine} onClose={() => open(null)} />}
  </>
}
