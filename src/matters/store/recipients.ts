import { streetInbox } from '../../notices/rules/index.ts'
import type { Addressee } from '../rules/notices.ts'
import type { Row } from './load-matter.ts'

/** To whom a notice about a matter goes, as the outbox names them; null where there is nobody: a reporter who left no contact. */
export function recipientOf(to: Addressee, row: Row): string | null {
  if (to === 'holder') return row.held_post ? `post:${row.held_post}` : `org:${row.held_by}`
  if (to === 'accountable') return `org:${row.accountable}`
  if (to === 'street') return streetInbox(row.path)
  if (to === 'reporter') return row.contact ? `contact:${row.contact}` : null
  return 'org' in to ? `org:${to.org}` : `post:${to.post}`
}
