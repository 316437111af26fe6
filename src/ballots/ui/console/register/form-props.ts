import type { HeadFile, HeadProxy, HeadTitle, Owner, Register } from './register-api.ts'

/** What somebody wants to do to a head, with what of it is meant. */
export type Ask = { readonly what: 'add' | 'correct' | 'end' | 'choose' | 'block' | 'unblock' | 'proxy' | 'revoke' | 'move' | 'area' | 'status'
  readonly owner?: Owner; readonly title?: HeadTitle; readonly proxy?: HeadProxy; readonly why?: 'inheritance' }
/** What each window gets. */
export type FormProps = { readonly ask: Ask; readonly file: HeadFile; readonly register: Register; readonly onClose: () => void;
  readonly onDone: (said: string) => void }
