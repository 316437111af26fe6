/** 办好了, 办不了, 解释清楚了: who did the work says how it ended. */
import { Choices, Select, useSay, useWords } from '../../../../ui-kit/index.ts'
import { reasonOf, reasonStands, UNABLE_REASONS, type Outcome } from '../../../rules/index.ts'
import type { MatterDetail } from '../../staff-api.ts'
import { useDraft } from '../../../../trust/ui/parts/draft.ts'
import { MoveForm, Part, useFormMove, usePhotos, Words } from '../move-form.tsx'
import { moveWords } from '../move-words.ts'

const empty: { outcome: Outcome; reason: string; note: string } = { outcome: 'solved', reason: '', note: '' }

export function FinishForm({ matter }: { matter: MatterDetail }) {
  const w = useWords(moveWords)
  const say = useSay()
  const { draft, change, clear } = useDraft(`finish.${matter.id}`, empty)
  const { send, busy, error } = useFormMove(matter, 'finish', clear)
  const { claims, waiting, picker } = usePhotos()
  const { outcome, reason, note } = draft
  const unable = outcome === 'unable'
  const needs = unable ? reasonOf('unable', reason)?.needs ?? null : null
  const missing = unable && reason === '' ? w.chooseReason : note.trim() === '' ? w.writeSomething
    : unable && !reasonStands('unable', reason, note) && needs ? say(needs) : waiting ? w.photosOnTheWay : undefined
  const labels = { solved: [w.solvedSaid, w.sendSolved, w.afterSolved], unable: [w.unableSaid, w.sendUnable, w.afterUnable],
    explained: [w.explainedSaid, w.sendExplained, w.afterExplained] } as const
  const [label, word, after] = labels[outcome]
  return <MoveForm matter={matter} title={w.finish} send={word} after={after} whyNot={missing} busy={busy} error={error}
    onSend={() => send({ outcome, note, ...(unable ? { reason } : {}), photos: claims }, w.finishDone)}>
    <Part title={w.finishHow}><Choices legend={w.finishHow} look="answer" columns={3} value={outcome}
      onChange={(chosen) => change({ outcome: chosen })}
      options={[{ value: 'solved', word: w.solved }, { value: 'unable', word: w.unable }, { value: 'explained', word: w.explained }]} /></Part>
    {unable && <Select label={w.why} value={reason} empty={w.chooseReason}
      options={UNABLE_REASONS.map((one) => ({ value: one.code, word: say(one.say) }))}
      onChange={(event) => change({ reason: event.target.value })} />}
    <Words label={label} hint={needs ? say(needs) : w.solvedHint} value={note} onChange={(event) => change({ note: event.target.value })} />
    <Part title={w.photos} aside={w.photosAfter}>{picker}</Part>
  </MoveForm>
}
