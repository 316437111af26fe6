/** For how many days a notice is kept: our own default, in no law. What it is about stays where it is. [N8] */
export const KEPT_DAYS = 180

/** Unread lines are counted to this; beyond it a page says '99+'. [N6] */
export const COUNTED_TO = 99

type Reader = { readonly post?: string | null; readonly orgs: readonly string[]; readonly audience: readonly string[]; readonly scopes: readonly string[] }

/** The recipient of what a street is told: its administrative path. */
export const streetInbox = (path: string): string => `street:${path.split('.').slice(0, 2).join('.')}`

/**
 * [N1] For which recipients somebody reads: the post acted in, the organisations it speaks for, and its street. The same as app_inboxes() of the database,
 * which guards by itself.
 */
export const inboxesOf = ({ post, orgs, audience, scopes }: Reader): readonly string[] => [
  ...(post ? [`post:${post}`] : []), ...orgs.map((org) => `org:${org}`), ...(audience.includes('street') ? scopes.map((path) => `street:${path}`) : []),
]
