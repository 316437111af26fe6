/** Makes the field app work without a signal: what it keeps of what it read, and what it does with a form that has changed since. */
import { startPhone } from '../../../ui-kit/index.ts'
import { forgetDrafts } from '../../../trust/ui/parts/draft.ts'

/** Lists, details, doors, notices and the session are kept; what was searched for, and what is shown only for a purpose, is not. */
const keeps = (path: string): boolean => {
  const [address = '', query = ''] = path.split('?')
  if (new URLSearchParams(query).has('q')) return false
  return /^\/api\/v1\/(session$|matters(\/|$)|visits\/(doors|mine)|notices(\/count)?$|roster\/door\/|contact$|field\/polls$|public\/threads$|places\/[0-9a-f-]{36}$)/.test(address)
}

/** A category that is no longer on the list: the matter is taken in as 'other' and flagged, for somebody to look again. (case 25) */
const mend: Parameters<typeof startPhone>[0]['mend'] = ({ path, body }, { status, errors = [] }) =>
  path === '/api/v1/matters' && status === 400 && body['category'] !== 'other' && errors.some((one) => one.path.includes('category'))
    ? { body: { ...body, category: 'other' }, flag: 'form_changed' } : null

/** Called once, before the first page is drawn. */
export function startField(): void {
  startPhone({ keeps, mend, onWithdrawn: () => { forgetDrafts(); location.assign('/field') } })
  if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/field-sw.js', { scope: '/field' }).catch(() => undefined) // works on, while it is open
}
