/** Headers that tell where a write comes from. */
export type Sender = {
  readonly ours: string | undefined; readonly fetchSite: string | undefined; readonly origin: string | undefined; readonly host: string | undefined
}

/**
 * Whether a write comes from our own pages or from a program, not from a foreign page that rides on the cookie: it carries `X-Linli: 1`
 * (a foreign page can't set it without asking first), or the browser says same-origin, or its Origin is the host that was asked. [T4]
 */
export function fromOurPages(sender: Sender): boolean {
  if (sender.fetchSite === 'cross-site') return false
  if (sender.ours === '1' || sender.fetchSite === 'same-origin') return true
  if (sender.origin === undefined || sender.host === undefined) return false
  return sender.origin === `https://${sender.host}` || sender.origin === `http://${sender.host}`
}
