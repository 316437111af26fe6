import type { Standing } from '../rules/index.ts'
import type { PostView } from './schemas.ts'

/** A post as a page sees it: without its scopes, which are the server's business. */
export const postView = ({ post, kind, title, org, orgKind, orgName, place, placeName, audience }: Standing): PostView =>
  ({ post, kind, title, org, orgKind, orgName, place, placeName, audience })
