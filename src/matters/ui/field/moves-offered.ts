/** Which of the moves that are open now the phone offers, and in which order. */
import { situationsFor, type MoveName } from '../../rules/index.ts'
import type { MatterDetail, StaffPost } from '../staff-api.ts'

/** Moves with a form on the phone; the first that is open is the big button. */
export const FIELD_MOVES = ['take', 'finish', 'report_in', 'verify', 'verdict', 'contact', 'log', 'hand_over', 'note', 'whistle', 'slip',
  'slip_answer', 'visit_tried', 'ask_extension', 'suspend', 'resume', 'tell'] as const satisfies readonly MoveName[]
export type FieldMove = (typeof FIELD_MOVES)[number]

/** A word out of an address as a move of the phone, or null. */
export const fieldMove = (word: string | undefined): FieldMove | null => FIELD_MOVES.find((move) => move === word) ?? null

/** Ways by which a post files what a neighbour told it: who told it may come back and ask. */
const FOR_OTHERS: readonly string[] = ['captain', 'grid', 'desk', 'phone', 'reception']

/** The moves to draw, most likely first. A whistle only where this kind of post may blow one; an answer only where a slip waits for it. */
export function movesToOffer(matter: Pick<MatterDetail, 'moves' | 'parties' | 'state' | 'closedTo' | 'clocks'> & Partial<Pick<MatterDetail, 'extension' | 'channel'>>, post: Pick<StaffPost,
  'kind'>): readonly FieldMove[] {
  // Getting in touch comes early while somebody owes it, else after everything that moves the matter on.
  const owed = matter.clocks.some((clock) => clock.stage === 'contact' && clock.state !== 'ended')
  const inOrder = owed ? FIELD_MOVES : [...FIELD_MOVES.filter((move) => move !== 'contact'), 'contact' as const]
  return inOrder.filter((move) => {
    if (!matter.moves.includes(move)) return false
    if (move === 'tell') return FOR_OTHERS.some((one) => one === matter.channel)
    // What is not taken yet is taken first; finishing at once stands among the others.
    if (move === 'whistle') return situationsFor(post.kind).length > 0 && !matter.closedTo.includes('station')
    if (move === 'ask_extension') return (matter.extension ?? null) === null
    if (move === 'slip_answer') return matter.parties.some((party) => party.role === 'slip' && party.state === 'asked')
    return true
  })
}

/** The moves that are for somebody to decide now: their button may be cinnabar when it is the reader's turn. */
export const DECISIVE: readonly FieldMove[] = ['take', 'finish', 'report_in', 'verify']
/** What is offered first when it is there. */
export const LEADING: readonly FieldMove[] = ['take', 'finish', 'report_in', 'verify', 'verdict']
