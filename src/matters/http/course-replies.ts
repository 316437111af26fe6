import { z } from 'zod'

/** What an outcome rests on, the way to the money, and who confirmed it. */
export const restsOn = {
  moneyPath: z.string().nullable(), verified: z.string().nullable(), tried: z.number(),
  basis: z.object({ kind: z.string(), text: z.string() }).nullable(),
}

/** Whom the street named, who is to verify, and what waits for an answer. */
export const course = {
  ...restsOn, accountableOrg: z.string(), ruledTo: z.string().nullable(), verifier: z.string().nullable(),
  extension: z.object({ org: z.string(), own: z.boolean(), days: z.number(), why: z.string(), at: z.string() }).nullable(),
  extensionsLeft: z.number(),
  objection: z.object({ org: z.string(), ground: z.string(), said: z.string(), forced: z.boolean(), at: z.string() }).nullable(),
}
