/** 我的调解: a mediator's sessions of these days, and entering one right after it. */
import { useState } from 'react'
import { Button, Choices, dayAndWeekday, daysBetween, clockTime, Dialog, Empty, ErrorNote, FieldShell, Go, Meta, Row, SectionTitle, Skeleton, TextArea,
  useNow, useSay, useSettings, useWords, words } from '../../../ui-kit/index.ts'
import { ReadError, SignedIn } from '../../../trust/ui/parts/field-frame.tsx'
import { KIND_WORDS, SIDE_WORDS, SIDES, type SideName } from '../../rules/index.ts'
import { useDisputeMove, useSittings, type DaySitting } from '../api.ts'

const sessionWords = words({
  title: { zh: '我的调解', en: 'My sessions' }, none: { zh: '这两周没有约好的调解', en: 'No session in these two weeks' },
    noneLine: { zh: '在电脑上约好时间，这里就有了。', en: 'Set a time at the desk and it appears here.' },
  enter: { zh: '谈完了，记下来', en: 'Enter it' }, held: { zh: '记一次调解', en: 'Enter a session' }, who: { zh: '谁来了', en: 'Who came' },
    both: { zh: '双方', en: 'Both' },
  said: { zh: '谈了什么', en: 'What was said' }, only: { zh: '只有您看得到。', en: 'Only you read this.' }, cancel: { zh: '先不', en: 'Not now' },
    save: { zh: '记好', en: 'Enter it' }, missing: { zh: '先写谈了什么', en: 'What was said is missing' },
  back: { zh: '我', en: 'Me' },
})

/** The page at /field/mediation. */
export default function SessionsPage() {
  return <SignedIn>{() => <Sessions />}</SignedIn>
}

function Sessions() {
  const w = useWords(sessionWords)
  const now = useNow()
  const { lang } = useSettings()
  const list = useSittings()
  const [entering, enter] = useState<DaySitting | null>(null)
  const days = [...Map.groupBy(list.data?.items ?? [], ({ at }) => dayAndWeekday(Date.parse(at), now, lang))]
  return <FieldShell title={w.title} current="mine">
    {list.error && !list.data ? <ReadError error={list.error} onAgain={() => void list.refetch()} /> : !list.data ? <Skeleton repeat={3} />
      : days.length === 0 ? <Empty title={w.none} line={w.noneLine} /> : days.map(([day, items]) => <section key={day}><SectionTitle
        rule="hair">{day}</SectionTitle>
        {items.map((one) => <Sitting key={one.id} sitting={one} onEnter={() => enter(one)} />)}</section>)}
    {entering && <Enter sitting={entering} onClose={() => enter(null)} />}
  </FieldShell>
}

function Sitting({ sitting, onEnter }: { sitting: DaySitting; onEnter: () => void }) {
  const w = useWords(sessionWords)
  const say = useSay()
  const now = useNow()
  const over = Date.parse(sitting.at) <= now && daysBetween(Date.parse(sitting.at), now) >= 0
  return <Row title={<Go className="lk-link" href={`/field/disputes/${sitting.dispute}`}>{clockTime(Date.parse(sitting.at))} {sitting.spot}</Go>}
    meta={<Meta><span>{say(KIND_WORDS[sitting.kind])}</span><span>{sitting.place}</span></Meta>}
    right={over ? <Button look="primary" onClick={onEnter}>{w.enter}</Button> : undefined} middle />
}

function Enter({ sitting, onClose }: { sitting: DaySitting; onClose: () => void }) {
  const w = useWords(sessionWords)
  const say = useSay()
  const [who, setWho] = useState<'both' | SideName>('both')
  const [note, write] = useState('')
  const act = useDisputeMove(sitting.dispute, 'hold', onClose)
  return <Dialog title={w.held} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={act.isPending} whyNot={note.trim() ? undefined : w.missing}
      onClick={() => act.mutate({ version: sitting.version, session: sitting.id, present: who === 'both' ? ['a', 'b'] : [who],
        note: note.trim() })}>{w.save}</Button></>}>
    <div className="lk-stack"><Choices legend={w.who} shown look="answer" columns={3} value={who} onChange={setWho}
      options={[{ value: 'both', word: w.both }, ...SIDES.map((side) => ({ value: side, word: say(SIDE_WORDS[side]) }))]} />
      <TextArea label={w.said} hint={w.only} rows={5} most={4000} value={note} onChange={(e) => write(e.target.value)} />
      {act.error && <ErrorNote error={act.error} />}</div>
  </Dialog>
}
