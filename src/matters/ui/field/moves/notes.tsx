/** 记一笔, 补一句, 报到: words, photos, and who sees them. */
import { Choices, Select, useSay, useWords } from '../../../../ui-kit/index.ts'
import { reasonOf, reasonStands, REPORT_IN_NOTES } from '../../../rules/index.ts'
import type { MatterDetail } from '../../staff-api.ts'
import { useDraft } from '../../../../trust/ui/parts/draft.ts'
import { MoveForm, Part, useFormMove, usePhotos, Words } from '../move-form.tsx'
import { moveWords } from '../move-words.ts'

/** 记一笔: how far it is. */
export function LogForm({ matter }: { matter: MatterDetail }) {
  const w = useWords(moveWords)
  const { draft, change, clear } = useDraft(`log.${matter.id}`, { note: '' })
  const { send, busy, error } = useFormMove(matter, 'log', clear)
  const { claims, waiting, picker } = usePhotos()
  return <MoveForm matter={matter} title={w.log} send={w.sendLog} after={w.afterLog} busy={busy} error={error}
    whyNot={draft.note.trim() === '' ? w.writeSomething : waiting ? w.photosOnTheWay : undefined}
      onSend={() => send({ note: draft.note, photos: claims }, w.logDone)}>
    <Words label={w.logSaid} value={draft.note} rows={4} onChange={(event) => change({ note: event.target.value })} />
    <Part title={w.photos}>{picker}</Part>
  </MoveForm>
}

const emptyNote: { note: string; seenBy: 'reporter' | 'staff' } = { note: '', seenBy: 'reporter' }

/** 补一句: a note that changes nothing else. */
export function NoteForm({ matter }: { matter: MatterDetail }) {
  const w = useWords(moveWords)
  const { draft, change, clear } = useDraft(`note.${matter.id}`, emptyNote)
  const { send, busy, error } = useFormMove(matter, 'note', clear)
  const { claims, waiting, picker } = usePhotos()
  return <MoveForm matter={matter} title={w.note} send={draft.seenBy === 'reporter' ? w.sendNoteReporter : w.sendNoteStaff} busy={busy} error={error}
    whyNot={draft.note.trim() === '' ? w.writeSomething : waiting ? w.photosOnTheWay : undefined}
      onSend={() => send({ ...draft, photos: claims }, w.noteDone)}>
    <Words label={w.noteSaid} value={draft.note} rows={4} onChange={(event) => change({ note: event.target.value })} />
    <Part title={w.noteWho}><Choices legend={w.noteWho} look="answer" columns={2} value={draft.seenBy} onChange={(seenBy) => change({ seenBy })}
      options={[{ value: 'reporter', word: w.noteReporter }, { value: 'staff', word: w.noteStaff }]} /></Part>
    <Part title={w.photos}>{picker}</Part>
  </MoveForm>
}

/** 报到: a whistled station says where it is. */
export function ReportInForm({ matter }: { matter: MatterDetail }) {
  const w = useWords(moveWords)
  const say = useSay()
  const { draft, change, clear } = useDraft(`report_in.${matter.id}`, { how: '', note: '' })
  const { send, busy, error } = useFormMove(matter, 'report-in', clear)
  const how = reasonOf('report_in', draft.how)
  const missing = how === null ? w.chooseAnswer : !reasonStands('report_in', draft.how, draft.note) && how.needs ? say(how.needs) : undefined
  return <MoveForm matter={matter} title={w.report_in} send={w.sendReportIn} after={w.afterReportIn} whyNot={missing} busy={busy} error={error}
    onSend={() => { if (how) send({ note: [how.say.zh, draft.note.trim()].filter(Boolean).join('：') }, w.reportInDone) }}>
    <Select label={w.reportInHow} value={draft.how} empty={w.chooseAnswer}
      options={REPORT_IN_NOTES.map((one) => ({ value: one.code, word: say(one.say) }))}
      onChange={(event) => change({ how: event.target.value })} />
    <Words label={w.reportInSaid} optional={!how?.needs} hint={how?.needs ? say(how.needs) : undefined} value={draft.note}
      onChange={(event) => change({ note: event.target.value })} />
  </MoveForm>
}
