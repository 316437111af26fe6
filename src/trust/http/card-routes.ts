import { z } from 'zod'
import { withScope } from '../../kit/db.ts'
import { common, id, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { appendAct } from '../../record/index.ts'
import { createAccount, issueCard } from '../commands/create-account.ts'
import { isWithin, mayIssueCard, trustActs, type Actor, type Standing } from '../rules/index.ts'
import { accountOfPerson, withdrawSessions } from '../store/account.ts'
import type { Trust } from '../trust.ts'

const problems = { '4xx': problemSchema }
const Card = z.object({ token: z.string(), pin: z.string() }).meta({ id: 'IssuedCard' })

const notYours: Result<never> = refuse({
  code: 'wrong_post', rule: 'T9', explain: { zh: '登录卡由楼栋长所在的社区发。', en: 'Sign-in cards are issued by the community of the captain.' },
})

/** The captain's post of a person that lies in the actor's reach, if there is one: a captain reaches a compound's path, a community its own. */
const captainIn = (standings: readonly Standing[], actor: Actor): Standing | undefined => standings.find(({ audience, path, scopes }) =>
  audience === 'captain' && (path === undefined ? scopes : [path]).some((one) => actor.scopes.some((scope) => isWithin(one, scope))))

/** Records that a card was issued, and makes it: a card exists only with its act, and is told once. */
async function cardFor(trust: Trust, actor: Actor, person: string): Promise<Result<{ readonly token: string; readonly pin: string }>> {
  const { district } = actor
  const at = trust.now()
  return withScope(trust.app, actor, async (tx) => {
    const captain = captainIn(await trust.standingOf(tx, district, person, at), actor)
    if (captain === undefined) return refuse(common.notFound)
    await appendAct(tx, {
      district, at, what: trustActs.state('card.issued', { post: captain.post }), channel: 'web', actorPerson: actor.person, actorPost: actor.post,
      subject: { kind: 'person', id: person },
    })
    const [known] = await accountOfPerson(trust.auth, { district, person })
    const user = known?.id ?? await createAccount(trust.auth, { person, district, username: `card-${newId()}` })
    await withdrawSessions(trust.auth, user, new Date())
    return ok(await issueCard(trust.auth, user))
  })
}

/**
 * Cards with which captains sign in. Issued by the community for captains in its reach; an earlier card stops working and whoever is signed in
 * by it is signed out. Token and PIN are answered once and kept nowhere, so there is no repeat by Idempotency-Key: pressing again makes a new card.
 * [T9]
 */
export function cardRoutes(app: App, trust: Trust): void {
  app.post('/api/v1/cards', {
    schema: { operationId: 'issueCard', summary: 'Issue a sign-in card to a captain', tags: ['trust'], body: z.strictObject({ person: id() }),
      response: { 200: Card, ...problems } },
  }, async (request, reply) => {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const result = mayIssueCard(staff.value, undefined) ? await cardFor(trust, staff.value, request.body.person) : notYours
    void reply.header('cache-control', 'no-store')
    return result.ok ? result.value : sendRefusal(reply, result.refusal)
  })
}
