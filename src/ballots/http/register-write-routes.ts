/** Writing to the voting register over HTTP. */
import type { z } from 'zod'
import type { Context } from '../../kit/command.ts'
import { problemSchema, type App } from '../../kit/http.ts'
import { ok, type Result } from '../../kit/pure.ts'
import { placeById } from '../../places/index.ts'
import { actAs, readAs, runAs, showAs, type Actor } from '../../trust/index.ts'
import { addTitle } from '../commands/register/add-title.ts'
import { adoptRules } from '../commands/register/adopt-rules.ts'
import { handOverRegister, startRegister, takersOf } from '../commands/register/keep-register.ts'
import { addOwner, blockHead, chooseVoter, correctOwner, endOwner, giveProxy, revokeProxy } from '../commands/register/owners.ts'
import { changeStatus, correctArea, moveTitle } from '../commands/register/titles.ts'
import { revealOwner, revealProxy } from '../commands/register/show.ts'
import { UNWRITTEN } from '../rules/compound-rule.ts'
import { rulesOf } from '../store/compound-rules.ts'
import { keptBy } from '../store/register-rows.ts'
import * as s from './register-schemas.ts'
import type { RegisterWiring } from './register-wiring.ts'
import { shanghaiDay } from '../../kit/clock.ts'

const problems = { '4xx': problemSchema }
const tags = ['register']
type Ids = z.ZodObject<Record<string, z.ZodString | z.ZodUUID>>

/** One address for one command: what is in the address and what is in the body together are its input. */
function write<P extends Ids, B extends z.ZodObject, In>(app: App, wiring: RegisterWiring, path: string,
  operationId: string, summary: string, { params, body }: { readonly params: P; readonly body: B },
  command: (ctx: Context<Actor>, input: In) => Promise<Result<{ readonly id: string }>>): void {
  app.post(`/api/v1/${path}`, { schema: { operationId, summary, tags, params, body, response: { 200: s.Done, ...problems } } }, async (request,
    reply) =>
    // the schemas above made both
    actAs(wiring, request, reply, command, { ...(request.body as object), ...(request.params as object) } as In))
}

function headWrites(app: App, wiring: RegisterWiring): void {
  write(app, wiring, 'register-heads/:head/owners', 'addOwner', 'Enter an owner', { params: s.ByHead, body: s.OwnerBody }, addOwner)
  write(app, wiring, 'register-owners/:owner/correct', 'correctOwner', 'Put a right name or telephone in the place of an owner’s',
    { params: s.ByOwner, body: s.CorrectOwnerBody },
    correctOwner)
  write(app, wiring, 'register-owners/:owner/end', 'endOwner', 'Write down that somebody is an owner no more', { params: s.ByOwner,
    body: s.EndOwnerBody }, endOwner)
  write(app, wiring, 'register-heads/:head/voter', 'chooseVoter', 'Write down whom joint owners chose to vote', { params: s.ByHead,
    body: s.VoterBody }, chooseVoter)
  write(app, wiring, 'register-heads/:head/block', 'blockHead', 'Mark that nobody may vote for a head, or that somebody may again',
    { params: s.ByHead, body: s.BlockBody }, blockHead)
  write(app, wiring, 'register-heads/:head/proxies', 'giveProxy', 'Enter a written authority to vote', { params: s.ByHead, body: s.ProxyBody },
    giveProxy)
  write(app, wiring, 'register-proxies/:proxy/revoke', 'revokeProxy', 'Take a written authority back', { params: s.ByProxy, body: s.Plain },
    revokeProxy)
  write(app, wiring, 'register-titles/:title/move', 'moveTitle', 'Enter that a title changed hands', { params: s.ByTitle, body: s.MoveTitleBody },
    moveTitle)
  write(app, wiring, 'register-titles/:title/status', 'changeTitleStatus', 'Mark a title as unsold or not handed over',
    { params: s.ByTitle, body: s.StatusBody }, changeStatus)
  write(app, wiring, 'register-titles/:title/area', 'correctTitleArea', 'Correct an exclusive area with its source', { params: s.ByTitle,
    body: s.AreaBody }, correctArea)
}

function reveals(app: App, wiring: RegisterWiring): void {
  app.post('/api/v1/register-owners/:owner/reveal', {
    schema: { operationId: 'revealOwner', summary: 'Show an owner’s name or telephone in clear for a purpose', tags, params: s.ByOwner,
      body: s.RevealBody,
      response: { 200: s.Clear, ...problems } },
  }, async (request, reply) => showAs(wiring, request, reply, async (ctx: Context<Actor>, input: Parameters<typeof revealOwner>[1]) => {
    const shown = await revealOwner(ctx, input)
    return shown.ok ? ok({ clear: shown.value }) : shown
  }, { ...request.body, owner: request.params.owner }))
  app.post('/api/v1/register-proxies/:proxy/reveal', {
    schema: { operationId: 'revealProxy', summary: 'Show the name of somebody who holds a proxy', tags, params: s.ByProxy, body: s.RevealBody,
      response: { 200: s.Clear, ...problems } },
  }, async (request, reply) => showAs(wiring, request, reply, async (ctx: Context<Actor>, input: Parameters<typeof revealProxy>[1]) => {
    const shown = await revealProxy(ctx, input)
    return shown.ok ? ok({ clear: shown.value }) : shown
  }, { purpose: request.body.purpose, proxy: request.params.proxy }))
}

function rules(app: App, wiring: RegisterWiring): void {
  app.get('/api/v1/registers/:compound/rules', {
    schema: { operationId: 'readCompoundRules', summary: 'The compound’s own rules of procedure with their versions', tags, params: s.ByCompound,
      response: { 200: s.Rules, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const place = await placeById(tx, actor.district, request.params.compound)
    if (place?.kind !== 'compound') return null
    const versions = await rulesOf(tx, actor.district, place.id)
    const today = shanghaiDay(at)
    const now = versions.find(({ validFrom, validTo }) => validFrom <= today && (validTo === null || today <= validTo))?.says ?? UNWRITTEN
    return s.Rules.parse({ compound: { id: place.id, name: place.fullName }, mayWrite: await keptBy(tx, actor, place.id) !== null, now, versions })
  }))
  write(app, wiring, 'registers/:compound/rules', 'adoptCompoundRules', 'Enter a new version of the compound’s rules', { params: s.ByCompound,
    body: s.RuleBody },
    adoptRules)
}

/** Writes, looks in clear, and the compound's rules. */
export function registerWrites(app: App, wiring: RegisterWiring): void {
  headWrites(app, wiring)
  reveals(app, wiring)
  rules(app, wiring)
  write(app, wiring, 'registers/:compound/start', 'startRegister', 'Begin the voting register of a compound', { params: s.ByCompound,
    body: s.Plain }, startRegister)
  write(app, wiring, 'registers/:compound/titles', 'addTitle', 'Enter one title by hand', { params: s.ByCompound, body: s.AddTitleBody }, addTitle)
  app.get('/api/v1/registers/:compound/takers', {
    schema: { operationId: 'listTakers', summary: 'To whom the register may be handed over', tags, params: s.ByCompound, response: { 200: s.Takers,
      ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) =>
    (await keptBy(tx, actor, request.params.compound) ? s.Takers.parse({ items: await takersOf({ tx, actor, at },
      request.params.compound) }) : null)))
  app.post('/api/v1/registers/:compound/hand-over', {
    schema: { operationId: 'handOverRegister', summary: 'Hand the register over to another keeper', tags, params: s.ByCompound, body: s.HandOverBody,
      response: { 200: s.Done, ...problems } },
  }, async (request, reply) => runAs(wiring, request, reply, (ctx) =>
    handOverRegister(ctx, { compound: request.params.compound, to: request.body.to, root: wiring.path })))
}

