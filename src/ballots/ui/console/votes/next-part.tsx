/** What somebody may do next with a vote: one form at a time. A step that is missing is named by the refusal. [B17] */
import { useState, type ReactNode } from 'react'
import { Button, ErrorNote, moment, now, SectionTitle, useSay, useSettings, useWords, between } from '../../../../ui-kit/index.ts'
import { FreezeForm } from './freeze-form.tsx'
import { FileForm, NoticeForm, OpinionForm, WithdrawForm, type FormProps } from './next-forms.tsx'
import { Objections } from './objections-part.tsx'
import { TeamForm } from './team-form.tsx'
import { useMove, type Detail, type Sent } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

type Opened = 'notice' | 'freeze' | 'team' | 'opinion' | 'withdraw' | 'file' | 'object'
const FORMS = { notice: NoticeForm, freeze: FreezeForm, team: TeamForm, opinion: OpinionForm, withdraw: WithdrawForm, file: FileForm } as const

export function NextPart({ vote }: { vote: Detail }) {
  const w = useWords(deskWords)
  const { lang } = useSettings()
  const [open, setOpen] = useState<Opened>()
  const move = useMove(vote.id, () => setOpen(undefined))
  const props: FormProps = { vote, send: (sent: Sent) => move.mutate(sent), busy: move.isPending }
  const may = (name: Detail['may'][number]): boolean => vote.may.includes(name)
  const form = (name: keyof typeof FORMS, step: Detail['may'][number], word: string, look: 'primary' | 'plain' | 'quiet'): ReactNode => {
    const Part = FORMS[name]
    return may(step) && <><Button look={look} aria-expanded={open === name} onClick={() => setOpen(open === name ? undefined : name)}>{word}</Button>
      {open === name && <><Part {...props} />{move.error && <ErrorNote title={w.notDone} error={move.error} />}</>}</>
  }
  const once = (name: 'freeze' | 'open' | 'close' | 'count' | 'publish' | 'archive', word: string, note?: string, look: 'primary'
    | 'plain' = 'primary', whyNot?: string): ReactNode =>
    may(name) && <div className="vc-next__one"><Button look={look} busy={move.isPending} whyNot={whyNot}
      onClick={() => props.send({ to: name, body: { version: vote.version } })}>{word}</Button>
      {note && <span className="lk-second">{note}</span>}</div>
  const [opens, closes] = [vote.opensAt, vote.closesAt].map((at) => (at ? moment(Date.parse(at), now(), lang) : ''))
  return <section className="vc-next"><SectionTitle>{w.next}</SectionTitle>
    {form('notice', 'notice', w.postNotice, 'primary')}
    {vote.election && <Candidates vote={vote} election={vote.election} />}
    {vote.item === 'residents_covenant' ? form('freeze', 'freeze', w.freeze, 'primary')
      : once('freeze', w.freeze, w.freezeLine, 'primary', listOpen(vote) ? w.listFirst : undefined)}
    {may('open') && !isPast(vote.opensAt) ? <p className="lk-second">{w.opensItself(opens ?? '')}</p> : once('open', w.openVote, undefined, 'plain')}
    {may('close') && !isPast(vote.closesAt) ? <p className="lk-second">{w.closesItself(closes ?? '')}</p> : once('close', w.close, undefined, 'plain')}
    {once('count', w.count, w.countLine)}{once('publish', w.publish)}
    {vote.steps.some(({ code }) => code === 'filed') && form('file', 'file', w.file, 'primary')}
    {once('archive', w.archive)}
    {may('steps') && <Manual {...props} />}
    {may('notices') && <Doors {...props} />}
    {form('team', 'team', w.team, 'plain')}
    {form('opinion', 'opinions', w.opinion, 'plain')}
    <Objections {...props} open={open === 'object'} onOpen={() => setOpen(open === 'object' ? undefined : 'object')} />
    {form('withdraw', 'withdraw', w.withdraw, 'quiet')}
    {move.error && (open === undefined || open === 'object') && <ErrorNote title={w.notDone} error={move.error} />}
  </section>
}

/** Before its time the clock alone opens and closes: a button that would only be refused is not drawn. [B27] */
const isPast = (at: string | null): boolean => at !== null && Date.parse(at) <= now()

/** Whether the list of candidates is still to be posted: nothing of it can be done any more once the register is frozen. [B103] */
const listOpen = (vote: Detail): boolean => vote.steps.some(({ code, doneOn }) => code === 'candidates_posted' && doneOn === null)

/** Candidates have a page of their own: the way there, while it is their turn. */
function Candidates({ vote, election }: { vote: Detail; election: string }) {
  const w = useWords(deskWords)
  return <div className="vc-next__one"><Button look={listOpen(vote) && ['draft', 'noticed'].includes(vote.state) ? 'plain' : 'quiet'}
    href={`/console/elections/${election}`}>{w.toCandidates}</Button></div>
}

/** Steps that somebody does outside and enters here; the others come about by what is done on this page. */
const MANUAL: readonly string[] = ['residents_told', 'street_told', 'topics_posted']

function Manual({ vote, send, busy }: FormProps) {
  const w = useWords(deskWords)
  const say = useSay()
  const open = vote.steps.filter(({ code, doneOn, state }) => MANUAL.includes(code) && doneOn === null && state !== 'waived')
  return open.length === 0 ? null : <ul className="vc-todo-steps">{open.map((step) => <li key={step.code}><span>{say(step.words)}</span>
    <Button size="small" busy={busy} onClick={() => send({ to: 'steps', body: { code: step.code } })}>{w.did}</Button></li>)}</ul>
}

/** The doors of the notice: what is missing, and that all are posted. */
function Doors({ vote, send, busy }: FormProps) {
  const w = useWords(deskWords)
  const missing = vote.notices.filter(({ postedOn }) => postedOn === null)
  const posted = vote.notices.length - missing.length
  return <div className="vc-next__one"><b>{w.doors}</b><span className="lk-second">{w.doorsLine(posted, vote.notices.length)}</span>
    <Button icon="camera" href={`/console/votes/${vote.id}/doors`}>{w.doorsPhotos}</Button>
    {missing.length > 0 && <><span className="lk-small">{w.doorsMissing(missing.slice(0, 8).map(({ name }) => name).join(between()), missing.length)}</span>
      <Button look="quiet" busy={busy} onClick={() => send({ to: 'notices', body: { photos: missing.map(({ place }) => ({ place, photo: null })) } })}>{w.doorsAll}
        </Button></>}</div>
}
