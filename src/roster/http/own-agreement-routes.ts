/** What one agreed to, over HTTP: read, ask for care, tell the branch, and take each back with one press. Never on behalf of somebody (P02). */
import { problemSchema, type App } from '../../kit/http.ts'
import { askForCare, leaveBranch, tellBranch, withdrawOwn } from '../commands/consent-own.ts'
import { ownAgreements } from '../views/own-agreements.ts'
import * as s from './law-schemas.ts'
import { actOwn, readOwn, type OwnWiring } from './own-file-session.ts'

const problems = { '4xx': problemSchema }
const tags = ['own-file']

/** Its routes. */
export function ownAgreementRoutes(app: App, wiring: OwnWiring): void {
  app.get('/api/v1/own-file/agreements', {
    schema: { operationId: 'readOwnAgreements', summary: 'What one agreed to and still holds', tags,
      response: { 200: s.OwnAgreementsBack, ...problems } },
  }, async (request, reply) => readOwn(wiring, request, reply, async (tx, own, at) =>
    s.OwnAgreementsBack.parse(await ownAgreements(tx, wiring.trust.district, own, at))))
  app.post('/api/v1/own-file/consents/:id/withdraw', {
    schema: { operationId: 'withdrawOwnConsent', summary: 'Take a consent back; what rested on it is deleted at once', tags, params: s.ById,
      response: { 200: s.Withdrawn, ...problems } },
  }, async (request, reply) => actOwn(wiring, request, reply, withdrawOwn, { consent: request.params.id }))
  app.post('/api/v1/own-file/care', {
    schema: { operationId: 'askForCare', summary: 'Ask for a knock in a storm or a weekly visit', tags, body: s.OwnCareBody,
      response: { 200: s.Arranged, ...problems } },
  }, async (request, reply) => actOwn(wiring, request, reply, askForCare, request.body))
  app.post('/api/v1/own-file/branch', {
    schema: { operationId: 'tellBranch', summary: 'Tell the branch of one’s compound that one is a member', tags, body: s.OwnBranchBody,
      response: { 200: s.MemberKept, ...problems } },
  }, async (request, reply) => actOwn(wiring, request, reply, tellBranch, request.body))
  app.post('/api/v1/own-file/branch/:id/leave', {
    schema: { operationId: 'leaveBranch', summary: 'Leave the branch’s list', tags, params: s.ById, response: { 200: s.MemberKept, ...problems } },
  }, async (request, reply) => actOwn(wiring, request, reply, leaveBranch, { member: request.params.id }))
}
