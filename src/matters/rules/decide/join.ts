import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { change, type Change } from '../change.ts'
import { stopped } from '../clock-state.ts'
import type { Moment } from '../clocks.ts'
import type { Matter, Standing, State } from '../matter.ts'
import { mayMove } from '../moves.ts'
import { answered } from './judge.ts'

/** The one that is worked on, as joining looks at it. */
export type Root = Pick<Matter, 'id' | 'state' | 'sensitive' | 'heldBy' | 'heldPost'>
/** States in which others may still join: the reply is not out yet. */
export const JOINABLE: readonly State[] = ['filed', 'taken', 'whistled', 'finished']

const no = (code: string, zh: string, en: string): { readonly ok: false; readonly refusal: Refusal } => refuse({ code, rule: 'M24', explain: { zh, en } })

/** What a matter becomes when it is joined: its clocks are not touched, and what it was is kept for undoing. */
const joining = (matter: Matter, root: Root, via: 'me_too' | 'staff' | 'moved'): Change => change('join', {
  facts: { to: root.id, via }, set: { state: 'joined', joinedTo: root.id, joinedState: matter.joinedState ?? matter.state },
  tell: [{ to: root.heldPost === null ? { org: root.heldBy } : { post: root.heldPost }, template: 'matter.one_more' },
    ...(via === 'me_too' ? [] : [{ to: 'reporter' as const, template: 'matter.joined' as const }])],
})

/**
 * [M24] The community joins a matter to the one that is worked on 并单: always to a root. Nothing of it is lost: own number, receipt, words, contact
 * and clocks stay, and undoing gives back what was. `joinedHere`: how many are joined to the matter itself; such a one is not joined, because
 * undoing could not give back which of them belonged to it. Sensitive matters are each handled by themselves: joining would tell one of another.
 */
export function decideJoin(matter: Matter, standing: Standing, root: Root, joinedHere: number): Result<Change> {
  const may = mayMove('join', matter, standing)
  if (!may.ok) return may
  if (root.id === matter.id) return no('same_matter', '不能并到它自己。', 'A matter is not joined to itself.')
  if (matter.sensitive !== null || root.sensitive !== null) {
    return no('sensitive', '涉及私事或人身安全的，一件一件单独办，不并单。', 'What is private or dangerous is handled one by one and never joined.')
  }
  if (!JOINABLE.includes(root.state)) {
    return no('root_ended', '那一件已经答复或办结，不能再并进去。', 'The other one has been answered or ended: nothing joins it any more.')
  }
  if (joinedHere > 0) {
    return no('has_joined', '已经有别的并到这一件了：请反过来，把那一件并到这一件。', 'Others are joined to this one: join the other one to it instead.')
  }
  return ok(joining(matter, root, 'staff'))
}

/**
 * [M24] A resident met the same: what they file is joined at once. Null where it has to be handled by itself: words of danger, a private matter, or a
 * root that ended meanwhile. Nobody is refused by that.
 */
export const decideMeToo = (matter: Matter, urgent: string | null, root: Root): Change | null =>
  urgent !== null || matter.sensitive !== null || root.sensitive !== null || root.id === matter.id || !JOINABLE.includes(root.state) ? null
    : joining(matter, root, 'me_too')

/** [M24] Undone by the community or the reporter: the state it had, the clocks as they stand in the ledger, which joining never touched (case 19). */
export function decideUnjoin(matter: Matter, standing: Standing): Result<Change> {
  const may = mayMove('unjoin', matter, standing)
  if (!may.ok) return may
  return ok(change('unjoin', {
    facts: { from: matter.joinedTo ?? undefined }, set: { state: matter.joinedState ?? 'filed', joinedTo: null, joinedState: null },
    tell: [{ to: 'holder', template: 'matter.yours' }, ...(standing.kind === 'resident' ? [] : [{ to: 'reporter' as const, template: 'matter.unjoined' as const }]),
      ...matter.parties.filter((p) => p.role === 'slip' && p.state === 'asked').map((p) => ({ to: { org: p.org }, template: 'matter.slip' as const }))],
  }))
}

/** How the root was answered: what each joined one is given too. */
export type RootAnswer = Pick<Matter, 'id' | 'outcome' | 'workedBy' | 'verified'>
  & { readonly reason: string | null; readonly answer: string | null; readonly basis: string | null; readonly basisNote: string | null }

/** [M24] The root was answered: a joined one has the same answer, and its reporter is asked what they say of it, by themselves (case 18). */
export const answeredWith = (matter: Matter, root: RootAnswer, moment: Moment): Change => change('answered_with', {
  facts: { to: root.id, outcome: root.outcome ?? 'solved' },
  set: { state: 'answered', joinedState: null, outcome: root.outcome, reason: root.reason, answer: root.answer, basis: root.basis, basisNote: root.basisNote,
    workedBy: root.workedBy, verified: root.verified, verdict: null, tried: 0 },
  clocks: answered(matter, 'verified', moment), tell: [{ to: 'reporter', template: 'matter.your_verdict' }],
})

/**
 * [M24] The reporter of the root took it back: the oldest joined one takes its place. Was the root in hand, whoever has it goes on there; else the
 * joined one is again what it was before.
 */
export function takePlace(matter: Matter, root: Matter): Change {
  const facts = { from: root.id }
  const back = { joinedTo: null, joinedState: null }
  if (root.state !== 'taken') {
    return change('take_place', { facts, set: { ...back, state: matter.joinedState ?? 'filed' }, tell: [{ to: 'holder', template: 'matter.yours' }] })
  }
  return change('take_place', {
    facts, set: { ...back, state: 'taken', heldBy: root.heldBy, heldPost: root.heldPost, passes: root.passes, ruledTo: root.ruledTo },
    parties: root.parties.filter((p) => p.state !== 'released').map(({ org, role, state, task, reportBy, finishBy }) =>
      ({ org, role, state, task, reportBy, finishBy })),
    clocks: stopped(matter.clocks, 'taken', ['sign']), tell: [{ to: 'holder', template: 'matter.yours' }],
  })
}

/** [M24] The others go over to whoever took the place of the root. */
export const moveOver = (matter: Matter, root: Root): Change => ({ ...joining(matter, root, 'moved'), tell: [] })
