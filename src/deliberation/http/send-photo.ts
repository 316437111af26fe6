import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { common, sendRefusal } from '../../kit/http.ts'

/** Where photos lie: a file of the store by its name, null where there is none. */
export type MeetingPhotos = { readonly open: (file: string, size: 'full' | 'small') => Promise<Readable | null> }

/** Answers with a photo of the store, to be kept as `cache` says; with 'not found' where there is no name or no file. */
export async function sendPhoto(photos: MeetingPhotos, reply: FastifyReply, name: string | null, size: 'full' | 'small', cache: string): Promise<FastifyReply> {
  const file = name === null ? null : await photos.open(name, size)
  return file ? reply.type('image/jpeg').header('cache-control', cache).send(file) : sendRefusal(reply, common.notFound)
}
