import type { Said } from '../../kit/pure.ts'

const said = (zh: string, en: string): Said => ({ zh, en })
/** What happened to a clock when no reason of the list fits: by the kind of its entry. */
const KINDS: Readonly<Record<string, Said>> = {
  start: said('开始计时', 'the clock began'), pause: said('暂停计时', 'the clock was paused'), resume: said('接着计时', 'the clock went on'),
  policy: said('改了时限', 'the time allowed was changed'), stop: said('停表', 'the clock stopped'),
}
/** Reasons of the ledger, in a resident's words: by the kind of entry and its reason. */
const WHYS: Readonly<Record<string, Said>> = {
  'start filed': said('报来了，开始算', 'filed: the clock begins'), 'start reopened': said('重新办，重新算', 'reopened: it begins anew'),
  'start handed_over': said('转了手，重新算', 'handed over: it begins anew'), 'start assigned': said('派出去，重新算', 'assigned: it begins anew'),
  'start whistle': said('吹哨，开始算', 'the whistle was blown: the clock begins'), 'start taken': said('接了，开始算', 'taken on: the clock begins'),
  'start sent_back': said('复核没过，重新算', 'sent back: it begins anew'), 'start finished': said('办完了，开始算', 'finished: the clock begins'),
  'start accepted': said('报的人认了照片，开始算', 'accepted by its photo: the clock begins'),
  'start unverified': said('到时没人复核，开始算', 'not verified in time: the clock begins'),
  'start objection': said('有人提异议，街道有时间裁定', 'somebody objected: the street has its time to rule'),
  'start third_return': said('退了三次，街道有时间裁定', 'returned three times: the street has its time to rule'),
  'start nothing_moves': said('督办了还没动，街道有时间裁定', 'nothing moves: the street has its time to rule'),
  'start ruled': said('裁定了，重新算', 'ruled: it begins anew'), 'start suspended': said('挂账，到这天再看', 'put aside: looked at again then'),
  'start verified': said('复核过了，开始算', 'verified: the clock begins'),
  'stop taken': said('接了，停表', 'taken on: it stopped'), 'stop contacted': said('联系上了，停表', 'in touch: it stopped'),
  'stop reported_in': said('报到了，停表', 'reported in: it stopped'), 'stop finished': said('办完了，停表', 'finished: it stopped'),
  'stop verified': said('复核过了，停表', 'verified: it stopped'), 'stop sent_back': said('复核没过，退回', 'sent back'),
  'stop accepted': said('报的人认了照片，停表', 'accepted by its photo: it stopped'), 'stop unverified': said('到时没人复核', 'not verified in time'),
  'stop ruled': said('裁定了，停表', 'ruled: it stopped'), 'stop resumed': said('接着办了', 'taken up again'),
  'stop whistle': said('改走吹哨', 'a whistle took its place'), 'stop handed_over': said('转了手', 'handed over'),
  'stop assigned': said('派给了一方', 'assigned to a party'), 'stop closed': said('办结了', 'closed'), 'stop withdrawn': said('撤回了', 'withdrawn'),
  'stop reopened': said('重新办', 'reopened'),
  'pause suspended': said('挂账，暂停计时', 'put aside: paused'), 'resume resumed': said('接着办，接着计时', 'taken up again: it goes on'),
  'policy extended': said('批准延期', 'an extension was approved'), 'policy whistle': said('吹哨，按哨的时限', 'a whistle: by its time'),
}

/** What an entry of the ledger says: what happened to the clock, and why. */
export const clockSaid = (kind: string, why: string): Said => WHYS[`${kind} ${why}`] ?? KINDS[kind] ?? said('记了一笔', 'an entry was made')
