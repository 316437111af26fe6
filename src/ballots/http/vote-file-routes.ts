/** What a ballot team takes along: papers in Word and PDF, and the file by which scrutineers count again. */
import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { withScope } from '../../kit/db.ts'
import { common, sendRefusal, type App } from '../../kit/http.ts'
import { paperDocx, paperPdf } from '../../kit/papers/index.ts'
import { countFile } from '../views/count-file.ts'
import { noticeFile } from '../views/notice-file.ts'
import { isPaper, votePaper } from '../views/vote-papers.ts'
import type { VotesWiring } from './votes-routes.ts'
import * as s from './votes-schemas.ts'

const tags = ['votes']
const TYPES = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' } as const

/** Sends bytes as a file under a name that any system can store. */
const sendFile = (reply: FastifyReply, bytes: Uint8Array | string, type: string, name: string): FastifyReply => reply.type(type)
  .header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store').send(typeof bytes === 'string' ? bytes : Buffer.from(bytes))

/** Where photos lie: a file of the store by its name, null where there is none. */
export type NoticePhotos = { readonly open: (file: string, size: 'full' | 'small') => Promise<Readable | null> }

/** Papers, photos of notices, and the count file. `host`: what the codes on paper lead to. */
export function voteFileRoutes(app: App, wiring: VotesWiring & { readonly host: string; readonly photos: NoticePhotos }): void {
  const { db, trust, host } = wiring
  app.get('/api/v1/votes/:id/papers/:paper', {
    schema: { operationId: 'printVotePaper', summary: 'A paper of a vote in Word or PDF: notice, ballots, delivery list, count sheet, posting, certificate, filing form', tags,
      params: s.Paper },
  }, async (request, reply) => {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const [name = '', kind = ''] = request.params.paper.split('.')
    const paper = isPaper(name) ? await withScope(db, staff.value, (tx) => votePaper(tx, staff.value, request.params.id, name, trust.now(), host)) : null
    if (paper === null) return sendRefusal(reply, common.notFound)
    return kind === 'pdf' ? sendFile(reply, await paperPdf(paper), TYPES.pdf, `${name}.pdf`) : sendFile(reply, await paperDocx(paper), TYPES.docx, `${name}.docx`)
  })
  app.get('/api/v1/votes/:id/notices/:place/photo', {
    schema: { operationId: 'readNoticePhoto', summary: 'The photo of the notice at a door, for whoever sees the vote', tags, params: s.ByDoor, querystring: s.PhotoQuery },
  }, async (request, reply) => {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const name = await withScope(db, staff.value, (tx) => noticeFile(tx, staff.value, request.params.id, request.params.place, trust.now()))
    const file = name === null ? null : await wiring.photos.open(name, request.query.size)
    return file ? reply.type('image/jpeg').header('cache-control', 'private, max-age=3600').send(file) : sendRefusal(reply, common.notFound)
  })
  app.get('/api/v1/votes/:id/count-file', {
    schema: { operationId: 'readCountFile', summary: 'The file by which scrutineers count again: pseudonyms, weights and choices, no names', tags, params: s.ById },
  }, async (request, reply) => {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const [actor, at] = [staff.value, trust.now()]
    const file = await withScope(db, actor, (tx) => countFile({ tx, actor, at }, request.params.id))
    return file ? sendFile(reply, file.text, 'application/x-ndjson', file.name) : sendRefusal(reply, common.notFound)
  })
}
