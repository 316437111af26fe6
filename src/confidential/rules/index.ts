export {
  CONCERNED_GROUPS, GROUP_SAID, groupOf, isOfficial, type ConcernedGroup, type ConcernedKind,
} from './concerned.ts'
export { HANDLER_KIND, handlerFor, type PostInChain } from './handler.ts'
export {
  BODIES, deliveryHour, forgotten, HOUR_MS, hourKept, KEPT_DAYS, LETTER_MOST, mayHandle, mayWriteBack, overdue,
  RETALIATIONS, stateOf, waits, type Body, type EntryKind, type EntrySeen, type Retaliation, type ThreadMove, type ThreadState,
} from './thread.ts'
export { CODE_LENGTH, codeOf, groupsOf, isCodeShape, SIGN_LENGTH, typedCode } from './code.ts'
export { WAYS } from './ways.ts'
export { confidentialActs } from './acts.ts'
