import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendRefusal, type App } from '../../kit/http.ts'
import type { Refusal } from '../../kit/pure.ts'
import { fromOurPages } from '../rules/index.ts'
import type { Trust } from '../trust.ts'

const foreign: Refusal = {
  code: 'foreign_origin', rule: 'T4',
  explain: { zh: '这个请求不是从本站页面发出的，没有执行。', en: 'This request did not come from our own pages and was not carried out.' },
}

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

/**
 * Before any route of the API: refuses writes that don't come from our own pages [T4], and a post that isn't the asker's [T2]. Put it on the
 * application itself, before its routes.
 */
export function guard(app: App, trust: Trust): void {
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.url.startsWith('/api/')) return
    const writes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
    const sender = {
      ours: header(request, 'x-linli'), fetchSite: header(request, 'sec-fetch-site'), origin: header(request, 'origin'), host: request.headers.host,
    }
    if (writes && !fromOurPages(sender)) return sendRefusal(reply, foreign)
    if (header(request, 'x-post') === undefined) return
    const known = await trust.knownOf(request)
    if (!known.ok) return sendRefusal(reply, known.refusal)
  })
}
