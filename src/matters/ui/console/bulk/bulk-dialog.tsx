/** One move on many matters: which, with what it needs, and what follows. */
import { useState } from 'react'
import { Button, Choices, Dialog, ErrorNote, Select, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { HAND_OVER_REASONS, moves, reasonOf, reasonStands, type Standing } from '../../../rules/index.ts'
import { HAND_OVER_TO, useParties, type HandOverTo } from '../../staff-api.ts'
import { matterWords } from '../matter-words.ts'
import { moveWords } from '../moves/move-words.ts'
import { useStartBulk, type BulkMove, type BulkStep, type BulkWhich } from './bulk-api.ts'
import { bulkWords } from './bulk-words.ts'

const MOVES: readonly BulkMove[] = ['assign', 'hand_over', 'note', 'remind', 'supervise']

/** The moves that a post of this audience makes on many: the table is asked as if everything were in the reader's hands. */
export function bulkMoves(audience: string): readonly BulkMove[] {
  const standing: Standing = { kind: 'staff', audience: [audience], postKind: null, holds: true, party: null, touched: false, worked: false,
    orgWorked: false }
  return MOVES.filter((move) => moves[move].who(standing))
}

type Given = { readonly org: string; readonly to: HandOverTo | undefined; readonly reason: string; readonly note: string;
  readonly seenBy: 'reporter' | 'staff' }

/** What is sent for a move; null while something is missing. */
function asked(move: BulkMove | undefined, given: Given): BulkStep | null {
  const note = given.note.trim()
  if (move === 'assign') return given.org && note ? { move, input: { org: given.org, note } } : null
  if (move === 'hand_over') return given.to && reasonStands('hand_over', given.reason, note) ? { move, input: { to: given.to, reason: given.reason,
    note } } : null
  if (move === 'note') return note ? { move, input: { note, seenBy: given.seenBy } } : null
  return move ? { move, input: {} } : null
}

function Fields({ move, given, change, first }: { move: BulkMove; given: Given; change: (part: Partial<Given>) => void; first: string }) {
  const [b, w, m] = [useWords(bulkWords), useWords(moveWords), useWords(matterWords)]
  const say = useSay()
  const parties = useParties(first, move === 'assign').data?.filter((p) => p.move === 'assign') ?? []
  const needs = move === 'hand_over' ? reasonOf('hand_over', given.reason)?.needs : null
  if (move === 'remind' || move === 'supervise') return null
  return <>
    {move === 'assign' && <Select label={w.assignTo} empty={w.partyNeeded} hint={b.same} value={given.org}
      onChange={(e) => change({ org: e.target.value })}
      options={parties.map((p) => ({ value: p.org, word: p.name }))} />}
    {move === 'hand_over' && <><Choices legend={w.handTo} shown value={given.to} onChange={(to) => change({ to })}
      options={HAND_OVER_TO.map((value) => ({ value,
      word: w[value] }))} />
      <Select label={w.reason} empty={w.reasonNeeded} value={given.reason} onChange={(e) => change({ reason: e.target.value })}
        options={HAND_OVER_REASONS.map((r) => ({ value: r.code, word: say(r.say) }))} /></>}
    <TextArea label={move === 'assign' ? w.assignTask : w.note} optional={move === 'hand_over' && !needs} hint={needs ? say(needs) : undefined}
      value={given.note}
      most={2000} rows={3} onChange={(e) => change({ note: e.target.value })} />
    {move === 'note' && <Choices legend={b.seenBy} shown value={given.seenBy} onChange={(seenBy) => change({ seenBy })} options={[{ value: 'staff',
      word: m.toStaff },
      { value: 'reporter', word: m.toReporter }]} />}
  </>
}

type BulkDialogProps = {
  /** Those chosen, or the filter whose finds are meant. */
  readonly which: BulkWhich
  readonly count: number | null; readonly first: string; readonly audience: string
  readonly onClose: () => void; readonly onStarted: (id: string) => void
}
/** `count`: how many are ticked, null for all that a filter finds; `first`: one of them, whose place lends the list of parties. */
export function BulkDialog({ which, count, first, audience, onClose, onStarted }: BulkDialogProps) {
  const b = useWords(bulkWords)
  const w = useWords(moveWords)
  const say = useSay()
  const [move, choose] = useState<BulkMove>()
  const [given, set] = useState<Given>({ org: '', to: undefined, reason: '', note: '', seenBy: 'staff' })
  const start = useStartBulk(({ id }) => { onStarted(id); onClose() })
  const asks = asked(move, given)
  const missing = move === undefined ? b.whatFirst : asks === null ? (move === 'assign' && !given.org ? w.partyNeeded : move === 'hand_over' &&
    !given.to ?
    w.handToNeeded : move === 'hand_over' && !given.reason ? w.reasonNeeded : w.noteNeeded) : undefined
  return <Dialog title={count === null ? b.titleAll : b.title(count)} onClose={onClose} wide foot={<><p className="cs-foot-line">{b.tells}</p>
    <Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={start.isPending} whyNot={missing} onClick={() => { if (asks) start.mutate({ ...which,
      ...asks }) }}>{count === null ? b.doAll :
      b.doIt(count)}</Button></>}>
    <Choices legend={b.what} shown value={move} onChange={choose} options={bulkMoves(audience).map((value) => ({ value,
      word: say(moves[value].say) }))} />
    {move && <Fields move={move} given={given} change={(part) => set((before) => ({ ...before, ...part }))} first={first} />}
    {start.error && <ErrorNote error={start.error} />}
  </Dialog>
}
