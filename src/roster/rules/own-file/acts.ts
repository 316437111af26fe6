import { codeOf, defineActs, maybe, whole } from '../../../record/rules/index.ts'
import { askers, refusalReasons, requestKinds } from './request.ts'

/** What somebody does with their own file. Codes alone; the person is the act's subject. */
export const ownFileActs = defineActs({
  'file.opened': { say: { zh: '本人打开了自己的档案', en: 'Somebody opened their own file' }, facts: { ties: whole } },
  'request.asked': { say: { zh: '本人对自己的信息提了申请', en: 'Somebody asked about their own data' }, facts: { kind: codeOf(...requestKinds),
    by: codeOf(...askers) } },
  'request.withdrawn': { say: { zh: '本人撤回了申请', en: 'A request was withdrawn' }, facts: { kind: codeOf(...requestKinds) } },
  'request.answered': {
    say: { zh: '答复了本人的申请', en: 'A request about one’s own data was answered' },
    facts: { kind: codeOf(...requestKinds), outcome: codeOf('done', 'refused'), reason: maybe(codeOf(...refusalReasons)) },
  },
})
