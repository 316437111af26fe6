/** One call that waits for an answer: the first in full, the others in a line, each with its one button. */
import { useState } from 'react'
import { Button, ClockChip, Facts, Meta, moment, Photo, storyTime, useNow, useSay, useSettings, useWords,
  leftOrOver } from '../../../../ui-kit/index.ts'
import { categoryName, SITUATIONS } from '../../../rules/index.ts'
import { photoAddress } from '../../filing.ts'
import { SlipAnswerForm } from '../moves/passing-moves.tsx'
import { ReportInForm, TakeForm } from '../moves/simple-moves.tsx'
import type { Called } from './called.ts'
import { departmentWords } from './department-words.ts'

const FORMS = { report_in: ReportInForm, take: TakeForm, slip_answer: SlipAnswerForm } as const
const LETTERS = { report_in: 'I', take: 'T', slip_answer: 'E' } as const

/** How it came to us and in which part: situation and role for a whistle, category for the rest. */
function Kind({ called: { matter, part } }: { called: Called }) {
  const w = useWords(departmentWords)
  const say = useSay()
  const situation = SITUATIONS.find((s) => s.code === matter.situation)
  const lead = matter.parties.find((p) => p.role === 'lead')
  const role = part?.role === 'lead' ? w.youLead : part?.role === 'support' && lead ? w.youSupport(lead.name) : part?.role === 'slip' ? w.youSlip :
    w.youAlone
  return <span className="cs-small"><Meta><span>{say(situation?.name ?? categoryName(matter.category))}</span><span>{role}</span></Meta></span>
}

function Clock({ called: { answer, answerBy, finishBy, matter } }: { called: Called }) {
  const w = useWords(departmentWords)
  const now = useNow()
  const { lang } = useSettings()
  const due = answerBy ?? finishBy
  const word = answerBy === null ? undefined : answerBy - now > 24 * 3_600_000 ? undefined : answer === 'take' ? w.takeLeft(leftOrOver(answerBy, now,
    lang)) : w.reportLeft(leftOrOver(answerBy, now, lang))
  return <ClockChip now={now} state={matter.provisional ? 'provisional' : 'running'} due={due ?? undefined} from={matter.dueFrom
    ? Date.parse(matter.dueFrom) : undefined} word={word} />
}

/** Who blew or sent it, in the last entry that did. */
function sentIn({ matter }: Called) {
  return matter.story.find((e) => ['whistle', 'assign', 'slip', 'hand_over', 'filed'].includes(e.kind))
}

function useAnswer(called: Called) {
  const w = useWords(departmentWords)
  const [open, setOpen] = useState(false)
  const Form = called.answer ? FORMS[called.answer] : null
  const word = called.answer === 'report_in' ? w.report : called.answer === 'take' ? w.take : w.answer
  return { word, press: () => setOpen(true), form: open && Form ? <Form matter={called.matter} mine={called.part} onClose={() => setOpen(false)} /> :
    null }
}

export function FirstCall({ called }: { called: Called }) {
  const w = useWords(departmentWords)
  const now = useNow()
  const { lang } = useSettings()
  const { word, press, form } = useAnswer(called)
  const { matter, part } = called
  const sent = sentIn(called)
  const others = matter.parties.filter((p) => (p.role === 'lead' || p.role === 'support') && p.org !== part?.org &&
    p.state !== 'released').map((p) => p.name)
  const photo = matter.story.flatMap((e) => e.photos)[0]
  const by = sent ? [sent.org, sent.who ? `${sent.post ?? ''}${sent.who}` : ''].filter(Boolean).join(' ') : ''
  const facts = [
    ...(sent && by ? [[sent.kind === 'whistle' ? w.blownBy : w.sentBy,
      `${by}${lang === 'zh' ? '，' : ', '}${moment(Date.parse(sent.at), now, lang)}`] as const] : []),
    ...(part?.task ? [[w.task, part.task] as const] : []),
    ...(others.length > 0 ? [[w.together, others.join(lang === 'zh' ? '、' : ', ')] as const] : []),
    ...(sent?.said && sent.kind === 'whistle' ? [[w.hard, sent.said] as const] : [[w.theirWords, matter.words] as const]),
  ]
  return <section className="lk-decision cs-first">
    {photo && <Photo src={photoAddress(photo.id)} large={photoAddress(photo.id, 'full')} alt={matter.title}
      caption={storyTime(Date.parse(photo.at), now, lang)} />}
    <div className="cs-first__text">
      <p className="cs-first__line"><Clock called={called} /><Kind called={called} /></p>
      <h2 className="lk-title cs-first__title">{matter.title}</h2>
      <Facts facts={facts} />
    </div>
    <div className="cs-first__moves">
      <Button look="decide" size="usual" kbd={called.answer ? LETTERS[called.answer] : undefined} onClick={press}>{word}</Button>
      <Button href={`/console/m/${matter.id}`} look="quiet">{w.all}</Button>
      {part?.role !== 'slip' && matter.situation && <Button href={`/console/m/${matter.id}/whistle`} look="quiet">{w.joint}</Button>}
    </div>
    {form}
  </section>
}

export function NextCall({ called }: { called: Called }) {
  const now = useNow()
  const { lang } = useSettings()
  const w = useWords(departmentWords)
  const { word, press, form } = useAnswer(called)
  const sent = sentIn(called)
  return <section className="cs-next">
    <div><p className="cs-first__line"><Clock called={called} /><Kind called={called} /></p><h3 className="cs-next__title">{called.matter.title}</h3>
      {sent && <p className="cs-small">{[sent.org, sent.who].filter(Boolean).join(' ') || w.filedIt}{lang === 'zh' ? '，' :
        ', '}{moment(Date.parse(sent.at), now, lang)}</p>}</div>
    <div className="cs-next__moves"><Button look="quiet" href={`/console/m/${called.matter.id}`}>{w.all}</Button><Button look="primary"
      onClick={press}>{word}</Button></div>
    {form}
  </section>
}
