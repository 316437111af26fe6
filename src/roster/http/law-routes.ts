/** The law kept over HTTP: the register for everybody, assessments, consents, what rests on them, care, certificates. */
import { withScope } from '../../kit/db.ts'
import { problemSchema, type App } from '../../kit/http.ts'
import { ok } from '../../kit/pure.ts'
import { actAs, publicActor, readAs, showAs } from '../../trust/index.ts'
import { assessImpact, endAssessment } from '../commands/assess-impact.ts'
import { arrangeCare, endCare, openCare } from '../commands/care.ts'
import { keepSensitive, revealSensitive } from '../commands/consent-value.ts'
import { withdrawConsent, writeConsent } from '../commands/consent.ts'
import { neverKept, registerGroups, registerLines } from '../rules/law/index.ts'
import { careList } from '../views/care.ts'
import { homeLaw, lawOf } from '../views/law.ts'
import { privacyContacts } from '../views/privacy-contacts.ts'
import type { HomeWiring } from './home-wiring.ts'
import * as s from './law-schemas.ts'
import { partyRoutes } from './party-routes.ts'

/** What these routes work with: anybody may read the register, so the district is asked for. */
export type LawWiring = Pick<HomeWiring, 'db'> & { readonly trust: HomeWiring['trust'] & { readonly district: string } }
const problems = { '4xx': problemSchema }
const tags = ['roster']

function publicRoutes(app: App, { db, trust }: LawWiring): void {
  app.get('/api/v1/privacy', {
    schema: { operationId: 'readPrivacyRegister', summary: 'What is kept of people, why, by what right, how long, and who sees it: for anybody', tags,
      response: { 200: s.RegisterView } },
  }, async () => ({
    groups: registerGroups.map((one) =>
      ({ ...one, lines: registerLines.filter(({ group }) => group === one.group).map((line) => ({ ...line, seenBy: [...line.seenBy] })) })),
    never: [...neverKept], contacts: [...await withScope(db, publicActor(trust.district), (tx) => privacyContacts(tx, trust.district))],
  }))
}

function assessmentRoutes(app: App, wiring: HomeWiring): void {
  app.get('/api/v1/roster/law', {
    schema: { operationId: 'readRosterLaw', summary: 'Assessments of impact and certificates of deletion', tags,
      response: { 200: s.LawBack, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const law = await lawOf(tx, actor, at)
    return law && s.LawBack.parse(law)
  }))
  app.post('/api/v1/roster/assessments', {
    schema: { operationId: 'assessImpact', summary: 'Record an assessment of impact, before sensitive data', tags, body: s.AssessBody,
      response: { 200: s.Assessed, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, assessImpact, request.body))
  app.post('/api/v1/roster/assessments/:id/end', {
    schema: { operationId: 'endAssessment', summary: 'Take an assessment back: nothing new rests on it', tags, params: s.ById,
      response: { 200: s.Assessed, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, endAssessment, { assessment: request.params.id }))
}

function consentRoutes(app: App, wiring: HomeWiring): void {
  app.get('/api/v1/roster/homes/:id/consents', {
    schema: { operationId: 'readHomeConsents', summary: 'What the people of a home agreed to', tags, params: s.ById,
      response: { 200: s.HomeLawBack, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const law = await homeLaw(tx, actor, request.params.id, at)
    return law && s.HomeLawBack.parse(law)
  }))
  app.post('/api/v1/roster/ties/:id/consents', {
    schema: { operationId: 'writeConsent', summary: 'Write down a consent that somebody signed or said', tags, params: s.ById, body: s.ConsentBody,
      response: { 200: s.Consented, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, writeConsent, { ...request.body, tie: request.params.id }))
  app.post('/api/v1/roster/consents/:id/withdraw', {
    schema: { operationId: 'withdrawConsent', summary: 'Write down that a consent was withdrawn; what rested on it is deleted', tags, params: s.ById,
      body: s.HowBody, response: { 200: s.Withdrawn, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, withdrawConsent, { ...request.body, consent: request.params.id }))
  app.post('/api/v1/roster/ties/:id/sensitive', {
    schema: { operationId: 'keepSensitive', summary: 'Keep a sensitive value under an assessment and a consent', tags, params: s.ById,
      body: s.SensitiveBody,
      response: { 200: s.SensitiveKept, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, keepSensitive, { ...request.body, tie: request.params.id }))
  app.post('/api/v1/roster/sensitive/:id/reveal', {
    schema: { operationId: 'revealSensitive', summary: 'Show a sensitive value in clear for a purpose; its person sees that', tags, params: s.ById,
      body: s.RevealBody, response: { 200: s.Clear, ...problems } },
  }, async (request, reply) => showAs(wiring, request, reply, async (ctx, input: Parameters<typeof revealSensitive>[1]) => {
    const shown = await revealSensitive(ctx, input)
    return shown.ok ? ok({ clear: shown.value }) : shown
  }, { ...request.body, value: request.params.id }))
}

function careRoutes(app: App, wiring: HomeWiring): void {
  app.get('/api/v1/roster/care', {
    schema: { operationId: 'listCare', summary: 'How many agreements of care each building has; no home and no name', tags,
      response: { 200: s.CareBack, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const list = await careList(tx, actor, at)
    return list && s.CareBack.parse(list)
  }))
  app.post('/api/v1/roster/ties/:id/care', {
    schema: { operationId: 'arrangeCare', summary: 'Write down that somebody, or their family, asked for care', tags, params: s.ById,
      body: s.ArrangeBody,
      response: { 200: s.Arranged, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, arrangeCare, { ...request.body, tie: request.params.id }))
  app.post('/api/v1/roster/care/:id/open', {
    schema: { operationId: 'openCare', summary: 'Open one agreement for its purpose: counted and limited', tags, params: s.ById, body: s.OpenBody,
      response: { 200: s.OpenedBack, ...problems } },
  }, async (request, reply) => showAs(wiring, request, reply, openCare, { ...request.body, care: request.params.id }))
  app.post('/api/v1/roster/care/:id/end', {
    schema: { operationId: 'endCare', summary: 'Write down that care is no longer wanted; the agreement is deleted', tags, params: s.ById,
      body: s.HowBody,
      response: { 200: s.Withdrawn, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, endCare, { ...request.body, care: request.params.id }))
}

/** All routes of the law kept. */
export function lawRoutes(app: App, wiring: LawWiring): void {
  const staff: HomeWiring = { db: wiring.db, trust: wiring.trust, mattersOf: async () => [] }
  publicRoutes(app, wiring)
  assessmentRoutes(app, staff)
  consentRoutes(app, staff)
  careRoutes(app, staff)
  partyRoutes(app, staff)
}
