import { code, codes, codeOf, day, defineActs, id, maybe, whole } from '../../../record/rules/index.ts'

/** The acts of standing bodies: ids, codes and numbers; who sits there by name and what was brought are not in them. */
export const bodyActs = defineActs({
  'council.found': { say: { zh: '成立了一个议事组织', en: 'Set up a standing body' }, facts: { kind: code, seats: whole, rhythm_days: whole } },
  'council.seat': { say: { zh: '请了一位成员', en: 'Seated a member' }, facts: { seat: id, role: code, side: code, until: day } },
  'council.unseat': { say: { zh: '一位成员离任', en: 'A member left' }, facts: { seat: id, on: day } },
  'council.charter': { say: { zh: '改了议事组织的章程', en: 'Changed the by-law of a body' }, facts: { powers: codes, rhythm_days: whole } },
  'council.bring': { say: { zh: '给议事组织提了一件事', en: 'Brought something to a body' }, facts: { intake: id, channel: codeOf('phone', 'paper'), held: maybe(code) } },
  'council.answer': { say: { zh: '答复了提来的事', en: 'Answered what was brought' }, facts: { intake: id, to: codeOf('meeting', 'thread', 'declined'), meeting: maybe(id), thread: maybe(id) } },
  'council.end': { say: { zh: '结束了一个议事组织', en: 'Ended a standing body' }, facts: { on: day } },
})
