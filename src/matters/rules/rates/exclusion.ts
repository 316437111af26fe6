import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { groundOf, type RatePack } from './pack.ts'

/** Who asks or decides, as plain data. */
export type Officer = { readonly person: string | null; readonly org: string | null; readonly audience: readonly string[] }

/** The judgment that is to be left out: how it stands, who did the work, who is party to it. */
export type Judgment = {
  readonly state: 'judged' | 'left_out' | 'unreached' | null
  readonly doneBy: string | null
  readonly accountable: string
  readonly parties: readonly string[]
  /** Persons that did work on the matter. */
  readonly doers: readonly string[]
}
export type Asked = { readonly org: string; readonly person: string; readonly ground: string }

const no = (code: string, zh: string, en: string): { readonly ok: false; readonly refusal: Refusal } =>
  refuse({ code, rule: 'R6', explain: { zh, en } })

/**
 * [R6] The community that answers, or a station that is a party, may ask for a judgment to be left out, on a ground of the pack and in a sentence.
 * The firm, the captain and the street may not ask.
 */
export function mayAskExclusion(who: Officer, judgment: Judgment, open: Asked | null, ground: string, note: string, pack: RatePack): Result<null> {
  const ours = who.org !== null && (who.org === judgment.accountable || judgment.parties.includes(who.org) || who.org === judgment.doneBy)
  if (!ours || !who.audience.some(one => one === 'community' || one === 'station')) {
    return no('not_yours', '只有社区和办这件事的站所可以提。', 'Only the community and a station that took part may ask.')
  }
  if (judgment.state !== 'judged') {
    return no('nothing_to_leave_out', '这件还没有算进三率的评价。', 'There is no judgment of this matter in the rates.')
  }
  if (open !== null) return no('already', '已经提过，等街道定。', 'It was asked already and waits for the street.')
  if (groundOf(pack, ground) === null) return no('no_such_ground', '理由要从口径里选。', 'The ground has to be one of the pack.')
  return [...note.replace(/\s/g, '')].length < 4 ? no('say_more', '请写明事实，至少四个字。', 'Please state the facts in a few words.') : ok(null)
}

/**
 * [R6] The street decides, never for itself: not on its own request, not by the person who asked (in whatever post), not by somebody who did the work, and
 * not on a matter that the street itself did.
 */
export function mayDecideExclusion(who: Officer, judgment: Judgment, open: Asked | null): Result<null> {
  if (open === null || judgment.state !== 'judged') return no('nothing_asked', '没有等着定的申请。', 'Nothing waits to be decided.')
  if (who.org === null || !who.audience.includes('street')) return no('not_yours', '由街道定。', 'The street decides this.')
  if (who.org === open.org || who.person === null || who.person === open.person) {
    return no('own_request', '提的和定的不能是同一家、同一人。', 'Who asked may not decide.')
  }
  if (who.org === judgment.doneBy || judgment.doers.includes(who.person)) {
    return no('own_work', '这件是您这边办的，自己的评价不能自己剔。', 'This is your own work: its judgment is not yours to leave out.')
  }
  return ok(null)
}
