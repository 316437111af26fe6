/** 往上转: a reason from the list, and to whom. */
import { Choices, Select, useSay, useWords } from '../../../../ui-kit/index.ts'
import { HAND_OVER_REASONS, reasonOf, reasonStands } from '../../../rules/index.ts'
import { useParties, type HandOverTo, type MatterDetail, type StaffPost } from '../../staff-api.ts'
import { receivers } from '../../parts/receivers.ts'
import { useDraft } from '../../../../trust/ui/parts/draft.ts'
import { MoveForm, Part, useFormMove, Words } from '../move-form.tsx'
import { moveWords } from '../move-words.ts'

const empty: { to: HandOverTo | ''; reason: string; note: string } = { to: '', reason: '', note: '' }

export function HandOverForm({ matter, post }: { matter: MatterDetail; post: StaffPost }) {
  const w = useWords(moveWords)
  const say = useSay()
  const { draft, change, clear } = useDraft(`hand_over.${matter.id}`, empty)
  const { send, busy, error } = useFormMove(matter, 'hand-over', clear)
  const firm = useParties(matter.id).data?.find((party) => party.kind === 'firm')
  const { to, reason, note } = draft
  const names: Readonly<Record<HandOverTo, string>> = {
    captain: w.toCaptain, grid: w.toGrid, community: w.toCommunity, firm: firm?.name ?? w.toFirm, named_worker: w.toNamedWorker,
      mediation: w.toMediation,
  }
  const needs = reasonOf('hand_over', reason)?.needs ?? null
  const missing = reason === '' ? w.chooseReason : to === '' ? w.chooseWho : !reasonStands('hand_over', reason, note) && needs ? say(needs)
    : undefined
  const onSend = () => { if (to !== '') send({ to, reason, note }, w.handOverDone(names[to])) }
  return <MoveForm matter={matter} title={w.hand_over} send={to === '' ? w.sendHandOverPlain : w.sendHandOver(names[to])} after={w.afterHandOver}
    whyNot={missing} busy={busy} error={error} onSend={onSend}>
    <Select label={w.handOverWhy} value={reason} empty={w.chooseReason}
      options={HAND_OVER_REASONS.map((one) => ({ value: one.code, word: say(one.say) }))}
      onChange={(event) => change({ reason: event.target.value })} />
    <Part title={w.handOverTo}><Choices legend={w.handOverTo} look="answer" columns={2} value={to === '' ? undefined : to}
      onChange={(chosen) => change({ to: chosen })}
      options={receivers(matter, post.audience, firm !== undefined).map((one) => ({ value: one, word: names[one] }))} /></Part>
    <Words label={w.handOverSaid} optional={needs === null} hint={needs ? say(needs) : undefined} value={note}
      onChange={(event) => change({ note: event.target.value })} />
  </MoveForm>
}
