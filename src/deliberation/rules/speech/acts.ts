import { code, codeOf, defineActs, flag, id, maybe, whole } from '../../../record/rules/index.ts'

/** The acts of speaking: ids, codes and numbers; nobody's name and none of the words. */
export const speechActs = defineActs({
  'speech.open': { say: { zh: '有人开始发言', en: 'Somebody began to speak' }, facts: { minor: flag } },
  'speech.say': { say: { zh: '说了一条', en: 'Said something' }, facts: { about: codeOf('thread', 'covenant'), subject: id, channel: code, held: maybe(code), reply: maybe(flag) } },
  'speech.withdraw': { say: { zh: '撤回了自己说的', en: 'Took back what they said' }, facts: {} },
  'speech.show': { say: { zh: '看过，放出来了', en: 'Looked and let it be shown' }, facts: { about: code } },
  'speech.remove': { say: { zh: '按规则拿掉了一条', en: 'Took something away by a rule' }, facts: { about: code, rule: code, moderation: id } },
  'speech.ban': { say: { zh: '暂停了一个人发言', en: 'Kept a speaker from speaking' }, facts: { rule: code, days: whole, moderation: id } },
  'speech.appeal': { say: { zh: '申诉', en: 'Appealed' }, facts: { moderation: id } },
  'speech.rule': { say: { zh: '答复了申诉', en: 'Ruled on an appeal' }, facts: { moderation: id, ruling: codeOf('stands', 'restored') } },
})
