/** 往上转: a reason from the list, and to whom. */
import { Choices, Select, useSay, useWords } from '../../../../ui-kit/index.ts'
import { categoryOf, HAND_OVER_REASONS, reasonOf, reasonStands } from '../../../rules/index.ts'
import { HAND_OVER_TO, useParties, type HandOverTo, type MatterDetail, type StaffPost } from '../../staff-api.ts'
import { useDraft } from '../draft.ts'
import { MoveForm, Part, useFormMove, Words } from '../move-form.tsx'
import { moveWords } from '../move-words.ts'

const empty: { to: HandOverTo | ''; reason: string; note: string } = { to: '', reason: '', note: '' }

/**
 * To whom it may go from here: not to oneself, not to whom this kind of matter is closed, to a firm only where there is one,
 * to mediation and the named worker only what is theirs.
 */
function receivers(matter: MatterDetail, post: StaffPost, firm: boolean): readonly HandOverTo[] {
  const atHome = ['building', 'unit', 'room'].includes(matter.place?.kind ?? '')
  const quarrel = matter.sensitive !== null || categoryOf(matter.category).group === 'dispute'
  const there: Readonly<Record<HandOverTo, boolean>> = { captain: atHome, grid: true, community: true, firm, named_worker: matter.sensitive !== null,
    mediation: quarrel }
  return HAND_OVER_TO.filter((to) => there[to] && to !== post.audience && !matter.closedTo.includes(to))
}

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
      options={receivers(matter, post, firm !== undefined).map((one) => ({ value: one, word: names[one] }))} /></Part>
    <Words label={w.handOverSaid} optional={needs === null} hint={needs ? say(needs) : undefined} value={note}
      onChange={(event) => change({ note: event.target.value })} />
  </MoveForm>
}
