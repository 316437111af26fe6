/** The branch's compartment over HTTP: for the branch alone; everybody else is told that there is nothing. */
import { problemSchema, type App } from '../../kit/http.ts'
import { ok } from '../../kit/pure.ts'
import { endMember, keepMember, revealMember } from '../commands/party.ts'
import { mayKeepParty } from '../rules/law/index.ts'
import { partyList } from '../views/care.ts'
import { actAs, readAs, showAs } from '../../trust/index.ts'
import type { HomeWiring } from './home-wiring.ts'
import * as s from './law-schemas.ts'

const problems = { '4xx': problemSchema }
const tags = ['roster']

/** Its routes. */
export function partyRoutes(app: App, wiring: HomeWiring): void {
  app.get('/api/v1/branch/members', {
    schema: { operationId: 'listBranchMembers', summary: 'Members whom the branch of a compound keeps, masked', tags,
      response: { 200: s.PartyBack, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const list = await partyList(tx, actor, at)
    return list && s.PartyBack.parse(list)
  }))
  app.post('/api/v1/branch/members', {
    schema: { operationId: 'keepBranchMember', summary: 'Write somebody down who signed for it', tags, body: s.MemberBody,
      response: { 200: s.MemberKept, ...problems } },
  }, async (request, reply) => {
    const { signed: _signed, ...member } = request.body
    return actAs(wiring, request, reply, keepMember, member)
  })
  app.post('/api/v1/branch/members/:id/end', {
    schema: { operationId: 'endBranchMember', summary: 'Delete a line of the branch’s list', tags, params: s.ById, body: s.EndMemberBody,
      response: { 200: s.MemberKept, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, async (ctx, input: Parameters<typeof endMember>[1]) => {
    const may = mayKeepParty(ctx.actor.audience)
    return may.ok ? endMember(ctx, input) : may
  }, { ...request.body, member: request.params.id }))
  app.post('/api/v1/branch/members/:id/reveal', {
    schema: { operationId: 'revealBranchMember', summary: 'Show a name or telephone of the branch’s list in clear, for a purpose', tags,
      params: s.ById,
      body: s.RevealMemberBody, response: { 200: s.Clear, ...problems } },
  }, async (request, reply) => showAs(wiring, request, reply, async (ctx, input: Parameters<typeof revealMember>[1]) => {
    const shown = await revealMember(ctx, input)
    return shown.ok ? ok({ clear: shown.value }) : shown
  }, { ...request.body, member: request.params.id }))
}
