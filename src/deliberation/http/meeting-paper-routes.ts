/** The papers of a meeting in Word and PDF: all of them for who holds it, the notice, the minutes and the posting for everybody once they are public. */
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { withScope } from '../../kit/db.ts'
import { common, id, sendRefusal, type App } from '../../kit/http.ts'
import { addressLimit } from '../../kit/limit.ts'
import { paperDocx, paperPdf, type Paper } from '../../kit/papers/index.ts'
import { clockActor } from '../../trust/index.ts'
import { isMeetingPaper, meetingPaper } from '../views/meeting-papers.ts'
import type { MeetingWiring } from './meeting-routes.ts'

const tags = ['meetings']
const TYPES = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' } as const
const params = z.object({ id: id(), paper: z.string().regex(/^[a-z-]{3,20}\.(docx|pdf)$/) })
const tooMany = { code: 'too_many', rule: 'DM40', explain: { zh: '从这里要的文书太多了，请过一会儿再来。',
  en: 'Too many papers were asked for from here: please wait a while.' } }

const split = (paper: string): readonly [string, 'docx' | 'pdf'] => {
  const [name = '', kind = ''] = paper.split('.')
  return [name, kind === 'pdf' ? 'pdf' : 'docx']
}

async function send(reply: FastifyReply, paper: Paper | null, name: string, kind: 'docx' | 'pdf'): Promise<FastifyReply> {
  if (paper === null) return sendRefusal(reply, common.notFound)
  const bytes = kind === 'pdf' ? await paperPdf(paper) : await paperDocx(paper)
  return reply.type(TYPES[kind]).header('content-disposition', `attachment; filename="${name}.${kind}"`).header('cache-control',
    'no-store').send(Buffer.from(bytes))
}

/** Papers of meetings. `host`: what the codes on paper lead to. */
export function meetingPaperRoutes(app: App, { db, trust, path, host }: MeetingWiring & { readonly host: string }): void {
  const { district } = trust
  app.get('/api/v1/meetings/:id/papers/:paper', {
    schema: { operationId: 'printMeetingPaper',
      summary: 'A paper of a meeting in Word or PDF: notice, sign-in sheet, minutes, hearing record, posting of resolutions', tags, params },
  }, async (request, reply) => {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const [name, kind] = split(request.params.paper)
    const paper = isMeetingPaper(name) ? await withScope(db, staff.value, (tx) => meetingPaper(tx, district, staff.value, request.params.id, name,
      trust.now(), host)) : null
    return send(reply, paper, name, kind)
  })
  // each takes a third of a second of a core
  const waitOf = addressLimit(30, 10)
  app.get('/api/v1/public/meetings/:id/papers/:paper', {
    schema: { operationId: 'readMeetingPaper', summary: 'A public paper of a meeting: its notice, its posted minutes, its resolutions', tags,
      params },
  }, async (request, reply) => {
    if (waitOf(request.ip) > 0) return sendRefusal(reply, tooMany)
    const [name, kind] = split(request.params.paper)
    const paper = isMeetingPaper(name)
      ? await withScope(db, clockActor(district, path), (tx) => meetingPaper(tx, district, null, request.params.id, name, trust.now(), host)) : null
    return send(reply, paper, name, kind)
  })
}
