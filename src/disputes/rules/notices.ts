/** What the committee and its mediator are told about a dispute inside the product, and what both sides are told by telephone message. */
import { defineNotices, type NoticeName } from '../../notices/rules/index.ts'

const say = (zh: string, en: string) => ({ say: { zh, en } })

/** [N2] The notices about disputes. */
export const disputeNotices = defineNotices('dispute', (subject) => ({ console: `/console/disputes/${subject}`, field: `/field/disputes/${subject}` }), {
  'dispute.accepted': say('双方都愿意调解，先定调解员', 'Both sides agreed to mediation: choose a mediator'),
  'dispute.refused': say('有一方不愿调解，或者没有回音', 'A side declined, or there was no answer'),
  'dispute.ask_again': say('请的人还没有回音，再问一次', 'No answer yet: ask once more'),
  'dispute.yours': say('请您来调解', 'You are asked to mediate'),
  'dispute.objected': say('有一方要求换调解员', 'A side asks for another mediator'),
  'dispute.declined': say('调解员回避了，另定一位', 'The mediator stood aside: choose another'),
  'dispute.second': say('协议要第二个人看过才能签', 'The agreement needs a second pair of eyes'),
  'dispute.seconded': say('协议有人看过了，可以签', 'The agreement was looked at: it may be signed'),
  'dispute.signed': say('双方签了调解协议', 'Both sides signed the agreement'),
  'dispute.left': say('有一方不调了', 'A side ended the mediation'),
  'dispute.failed': say('没有谈成，去处已告诉双方', 'No agreement: both sides were told the ways on'),
  'dispute.stopped': say('这件事不能调解，已经停下', 'Not for mediation: it was stopped'),
  'dispute.check': say('协议里一条到日子了，看看做到没有', 'A duty of the agreement is due: see whether it was kept'),
})

/** Both sides are told by telephone message, where they left one. */
export type SideNotice = 'dispute.ways' | 'dispute.mediator' | 'dispute.session' | 'dispute.drafted' | 'dispute.signed' | 'dispute.kept'

/** Who is told what: the committee and the mediator read it inside the product. */
export type Notice = { readonly to: 'committee' | 'mediator'; readonly template: NoticeName<typeof disputeNotices> } | { readonly to: 'sides'; readonly template: SideNotice }
