import { z } from 'zod'
import { id, words } from '../../kit/http.ts'

export const NameAndPassword = z.object({ name: words(64), password: z.string().min(1).max(128) }).strict()
export const CardAndPin = z.object({ card: words(64), pin: z.string().regex(/^[\d０-９]{6}$/) }).strict()
export const DemoPerson = z.object({ person: id() }).strict()

const Post = z.object({
  post: z.string(), kind: z.string(), title: z.string(), org: z.string(), orgKind: z.string(), orgName: z.string(),
  place: z.string(), placeName: z.string(), audience: z.string(),
})

/** Who is signed in: `person` is null when nobody is; `post` is the one acted in. `withdrawn`: the session that this browser had was taken away. */
export const Session = z.object({
  person: z.object({ id: z.string(), name: z.string() }).nullable(), posts: z.array(Post), post: z.string().nullable(), demo: z.boolean(),
  withdrawn: z.boolean().optional(),
})
export const DemoPeople = z.object({ people: z.array(z.object({ person: z.string(), name: z.string(), posts: z.array(Post) })) })
export type PostView = z.infer<typeof Post>
