/** The words of one matter's page. */
import { words } from '../../../ui-kit/index.ts'
import type { DueKind } from '../../rules/index.ts'

const until: Readonly<Record<DueKind, { readonly zh: string; readonly en: string }>> = {
  sign: { zh: '最晚什么时候接', en: 'To be taken by' }, finish: { zh: '最晚什么时候办完', en: 'To be done by' },
    report_in: { zh: '最晚什么时候报到', en: 'To report in by' },
  verify: { zh: '最晚什么时候复核', en: 'To be verified by' }, verdict: { zh: '评到什么时候', en: 'Verdict until' },
}
const stage: Readonly<Record<DueKind, { readonly zh: string; readonly en: string }>> = {
  sign: { zh: '接下来', en: 'to take it' }, finish: { zh: '办完', en: 'to finish it' }, report_in: { zh: '报到', en: 'to report in' },
  verify: { zh: '复核', en: 'to verify it' }, verdict: { zh: '请报的人评', en: 'for the verdict' },
}

export const matterWords = words({
  back: { zh: '今天', en: 'Today' },
  number: (n: string) => ({ zh: `第 ${n} 件`, en: `No. ${n}` }),
  notFound: { zh: '没有找到这件事', en: 'This matter was not found' },
  notFoundLine: { zh: '可能编号少了一位，也可能已经不归这个岗位看。', en: 'A character may be missing, or this post may not see it any more.' },
  toToday: { zh: '回到今天', en: 'Back to today' },
  whoHas: { zh: '现在谁在办', en: 'Who has it now' },
  you: { zh: '您', en: 'You' },
  waitsForWhom: { zh: '现在等谁', en: 'Waits for' },
  anotherEye: { zh: '没经手的人', en: 'Somebody else' },
  theReporter: { zh: '报的人', en: 'The reporter' },
  doneBy: (who: string) => ({ zh: `${who}办的`, en: `handled by ${who}` }),
  yourSide: { zh: '您也可以办', en: 'you may handle it too' },
  until: (kind: DueKind) => until[kind],
  noDue: { zh: '没定期限', en: 'No date yet' },
  whyTitle: (when: string) => ({ zh: `为什么是${when}？`, en: `Why ${when}?` }),
  whyHours: (from: string, length: string,
    kind: DueKind) => ({ zh: `从${from}起，给${length}${stage[kind].zh}。`, en: `From ${from} on there are ${length} ${stage[kind].en}.` }),
  whyProvisional: { zh: '暂定：现在按钟点算，夜里和休息日也算在内。', en: 'Provisional: plain hours for now, nights and days off included.' },
  whyHolder: { zh: '归谁办', en: 'Whose duty' },
  stripStart: { zh: '起', en: 'start' },
  stripDue: { zh: '到期', en: 'due' },
  stripNth: (n: number) => ({ zh: `第${n}天`, en: `day ${n}` }),
  said: { zh: '报的人说', en: 'What was said' },
  reporter: { zh: '报的人', en: 'Reporter' },
  noReporter: { zh: '没留姓名电话', en: 'left no name or phone' },
  answerUnable: { zh: '办不了，因为', en: 'Not possible, because' },
  answerExplained: { zh: '这样解释的', en: 'How it was explained' },
  dangerFirst: { zh: '先打电话', en: 'Call first' },
  numbersDemo: { zh: '演示里不拨号', en: 'the demo dials nothing' },
  dangerBasis: (law: string) => ({ zh: `依据：${law}`, en: `Rule: ${law}` }),
  parties: { zh: '几方一起办', en: 'Who takes part' },
  slips: { zh: '联系单', en: 'Contact slips' },
  partyAsked: { zh: '还没报到', en: 'has not reported in' },
  partyAskedBy: (when: string) => ({ zh: `${when}前报到`, en: `report in by ${when}` }),
  partyReported: { zh: '报到了，在办', en: 'reported in, at work' },
  partyFinished: { zh: '这一方办完了', en: 'finished its part' },
  slipAsked: { zh: '发出了，等答复', en: 'sent, waits for an answer' },
  slipAnswered: { zh: '答复了', en: 'answered' },
  outsideNumber: (n: string) => ({ zh: `对方单号${n}`, en: `their number ${n}` }),
  story: { zh: '经过', en: 'Story' },
  photoBefore: { zh: '办前', en: 'before' },
  photoAfter: { zh: '办后', en: 'after' },
  photoAlt: (phase: string, when: string) => ({ zh: `${phase}的照片，${when}拍`, en: `Photo ${phase}, taken ${when}` }),
  colleaguesOnly: { zh: '只给同事', en: 'colleagues only' },
  moreMoves: { zh: '别的', en: 'Other' },
  otherMoves: { zh: '还可以', en: 'You can also' },
  verdictReached: { zh: '联系过', en: 'was contacted' },
  verdictNotReached: { zh: '没人联系过', en: 'nobody got in touch' },
  verdictSolved: { zh: '解决了', en: 'solved' },
  verdictNotSolved: { zh: '没解决', en: 'not solved' },
  verdictYes: { zh: '满意', en: 'satisfied' },
  verdictBasically: { zh: '基本满意', en: 'on the whole satisfied' },
  verdictNo: { zh: '不满意', en: 'not satisfied' },
})

/** How a matter came, by its channel. */
export const channelWords = words({
  qr: { zh: '扫门口的码报的', en: 'by the code at the door' }, page: { zh: '在网页上报的', en: 'on the web page' },
    captain: { zh: '楼栋长代报的', en: 'filed by the captain' },
  grid: { zh: '网格员代报的', en: 'filed by the grid worker' }, desk: { zh: '在社区窗口报的', en: 'at the community’s desk' },
    phone: { zh: '打电话报的', en: 'by phone' },
  reception: { zh: '接待日说的', en: 'at a reception' }, chat: { zh: '从群聊里记下的', en: 'out of a chat' },
    import: { zh: '从别的系统转来的', en: 'from another system' },
})
