/** Matters in every state, brought there over HTTP by those whose turn it is. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import sharp from 'sharp'
import { demoVotes } from '../../../demo/votes.ts'
import { fileReport, type Report } from '../../confidential/index.ts'
import { codeOf } from '../../confidential/rules/index.ts'
import { now } from '../../kit/clock.ts'
import { openDb } from '../../kit/db.ts'
import { foldAllRates } from '../../matters/index.ts'
import { openSigner, sealAll } from '../../record/index.ts'
import { cookieFrom, type Reply, type Who, type World } from './world.ts'

/** What is put into words, names and phones, to be looked for where it must not be. */
export const planted = { words: '栽下的话Zq7', name: '栽名温小禾', phone: '19900007731', password: 'Planted-Pass-77' } as const

export type Filed = {
  readonly id: string; readonly receipt: string; readonly number: string; readonly cookie: string; readonly place: string; readonly phone: string
}

/** Everything a test asks for by name: places, organisations and posts of the community, and matters in the state that is needed. */
export class Stories {
  readonly world: World
  /** Receipt codes and claims that were given out; none of them belongs in a log. */
  readonly secrets: string[] = []
  #phones = 10_000
  readonly #reports = new Set<string>()
  #counting: ReadonlySet<string> | undefined
  constructor(world: World) { this.world = world }

  place(name: string): string { return this.#find(this.world.demo.places.find((one) => one.fullName === name)?.id, name) }
  org(key: string): string { return this.#find(this.world.demo.orgs.find((one) => one.key === key)?.id, key) }

  /** The posts of captains in the first community that nobody of the first page holds and no ballot team needs, with who holds each. */
  captains(): { readonly post: string; readonly person: string }[] {
    const { posts, tenures, signIns, places } = this.world.demo
    this.#counting ??= new Set(demoVotes().flatMap(({ team }) => team.map(({ post }) => post)))
    const counting = this.#counting
    const inFirst = new Set(places.filter((one) => one.path.startsWith('d990106.s003.c001')).map((one) => one.id))
    const shown = new Set(signIns.map((one) => one.person))
    return tenures.filter((one) => one.until === undefined && !shown.has(one.person))
      .filter((one) => posts.some((post) => post.id === one.post && post.kind === 'captain' && inFirst.has(post.place)) && !counting.has(one.post))
      .map(({ post, person }) => ({ post, person }))
  }

  #find(found: string | undefined, what: string): string {
    if (found === undefined) throw new Error(`the community has no ${what}`)
    return found
  }

  phone(): string { return `1990${String(++this.#phones).padStart(7, '0')}` }

  async must(as: Who, url: string, body?: object, cookie?: string): Promise<Reply> {
    const reply = await this.world.send({ as, method: body === undefined ? 'GET' : 'POST', url, ...(body === undefined ? {} : { body }), cookie })
    if (reply.statusCode >= 300) throw new Error(`${as} ${url} answered ${reply.statusCode}: ${reply.body}`)
    return reply
  }

  async file(more: object = {}): Promise<Filed> {
    const phone = this.phone()
    const body = { place: this.place('梧桐苑3号楼'), words: `楼道里堆了纸箱，${planted.words}`, category: 'corridor_clutter', onBoard: true, channel: 'qr',
      phone, name: planted.name, ...more }
    const reply = await this.must('nobody', '/api/v1/matters', body)
    const filed = reply.json<{ id: string; receipt: string; number: string }>()
    this.secrets.push(filed.receipt, phone)
    return { ...filed, cookie: cookieFrom(reply), place: body.place, phone }
  }

  async move(as: Who, id: string, move: string, body: object = {}): Promise<void> { await this.must(as, `/api/v1/matters/${id}/${move}`, body) }

  /** Sends a photo and answers its claim. */
  async photo(colour = '#3b6'): Promise<string> {
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: colour } }).jpeg().toBuffer()
    const reply = await this.world.send({ url: '/api/v1/photos', ...multipart(bytes) })
    const { claim } = reply.json<{ claim: string }>()
    this.secrets.push(claim)
    return claim
  }

  async withPhoto(): Promise<Filed & { readonly photo: string }> {
    const filed = await this.file({ photos: [await this.photo()] })
    const detail = (await this.must('worker', `/api/v1/matters/${filed.id}`)).json<{ story: { photos: { id: string }[] }[] }>()
    return { ...filed, photo: detail.story.flatMap((entry) => entry.photos)[0]?.id ?? '' }
  }

  async finishedWithPhoto(): Promise<Filed> {
    const filed = await this.file()
    await this.move('captain', filed.id, 'finish', { note: '清走了', photos: [await this.photo()] })
    return filed
  }
  async slipped(): Promise<Filed> {
    const filed = await this.file()
    await this.move('worker', filed.id, 'slip', { org: this.org('ut-water'), note: '请来看' })
    return filed
  }
  async whistled(): Promise<Filed> {
    const filed = await this.file()
    await this.move('secretary', filed.id, 'whistle', {
      situation: 'joint_enforcement', difficulty: '劝了三次', lead: { org: this.org('st-enforce'), task: '到场查处' },
    })
    return filed
  }
  async reported(): Promise<Filed> {
    const filed = await this.whistled()
    await this.move('enforcement', filed.id, 'report-in', { note: '人已到场' })
    return filed
  }
  /** A whistle that was answered: done by its lead and verified. */
  async whistleAnswered(): Promise<Filed> {
    const filed = await this.reported()
    await this.move('enforcement', filed.id, 'finish', { note: '清走了' })
    await this.move('worker', filed.id, 'verify', { pass: true })
    return filed
  }
  /** The review of a whistle: its id. */
  async reviewed(): Promise<string> {
    const { id } = await this.whistleAnswered()
    await this.move('secretary', id, 'review', { lacked: '没有夜间电话', changes: '给一个夜间电话', by: this.org('st-enforce'), until: '2026-12-10' })
    return (await this.must('secretary', `/api/v1/matters/${id}/whistle`)).json<{ review: { id: string } }>().review.id
  }
  /** What opens an answer link of the enforcement team. */
  async answerLink(): Promise<{ readonly token: string; readonly code: string }> {
    const { id } = await this.whistled()
    const { token, code } = (await this.must('secretary', `/api/v1/matters/${id}/answer-link`, { org: this.org('st-enforce') })).json<{ token: string; code: string }>()
    this.secrets.push(token)
    return { token, code }
  }
  /** A notice that could not be delivered so far: its id. */
  async stuck(): Promise<string> {
    const { id } = await this.whistled()
    const owner = openDb(this.world.database.connection, 'linli_owner', 1)
    try {
      const notice = await owner.updateTable('outbox').set({ tries: 1, sent_at: null, due: new Date(now().getTime() + 3_600_000) })
        .where(sql<string>`facts ->> 'matter'`, '=', id).returning('id').executeTakeFirstOrThrow()
      return notice.id
    } finally { await owner.destroy() }
  }
  /** A bulk that was asked for by the worker. */
  async bulk(): Promise<string> {
    const { id } = await this.file()
    return (await this.must('worker', '/api/v1/bulk', { move: 'remind', input: {}, ids: [id] })).json<{ id: string }>().id
  }
  async stoppedBulk(): Promise<string> {
    const id = await this.bulk()
    await this.must('worker', `/api/v1/bulk/${id}/stop`, {})
    return id
  }
  /** A matter that its reporter joined to another of the same. */
  async joined(): Promise<Filed> { return this.file({ join: (await this.file()).number }) }
  async objected(): Promise<Filed> {
    const filed = await this.whistled()
    await this.move('enforcement', filed.id, 'object', { ground: 'other_owner', note: '产权归供水公司' })
    return filed
  }
  async taken(): Promise<Filed> {
    const filed = await this.file()
    await this.move('captain', filed.id, 'take', {})
    return filed
  }
  async suspended(): Promise<Filed> {
    const filed = await this.taken()
    await this.move('worker', filed.id, 'suspend', { path: 'warranty', reviewOn: '2026-12-20', note: '等保修' })
    return filed
  }
  async asked(): Promise<Filed> {
    const filed = await this.taken()
    await this.move('captain', filed.id, 'ask-extension', { days: 3, note: '要等配件' })
    return filed
  }
  async finished(): Promise<Filed> {
    const filed = await this.file()
    await this.move('captain', filed.id, 'finish', { note: '清走了' })
    return filed
  }
  async answered(): Promise<Filed> {
    const filed = await this.finished()
    await this.move('worker', filed.id, 'verify', { pass: true })
    return filed
  }

  /** A matter whose unhappy judgment the worker has read into the three rates; `asked`: that it be left out was asked already. */
  async judged(asked = false): Promise<Filed> {
    const filed = await this.answered()
    await this.move('secretary', filed.id, 'verdict', { reached: true, solved: false, satisfied: 'no', said: planted.words })
    const owner = openDb(this.world.database.connection, 'linli_owner', 1)
    try {
      await sealAll(owner, await openSigner(this.world.settings.dataDir), now)
      await foldAllRates(owner)
    } finally { await owner.destroy() }
    if (asked) await this.move('secretary', filed.id, 'exclusion', { ground: 'judged_other', note: planted.words })
    return filed
  }

  async draft(): Promise<string> {
    await this.must('worker', '/api/v1/drafts', { text: `张三 10:21\n3号楼门口的路灯坏了${planted.words}\n` })
    const { items } = (await this.must('worker', '/api/v1/drafts')).json<{ items: { id: string }[] }>()
    return this.#find(items[0]?.id, 'draft')
  }

  /** A code for the line that serves a place, as a sender's own device makes it. */
  async confidentialCode(place: string): Promise<string> {
    const { sign } = (await this.must('nobody', `/api/v1/confidential/places/${place}`)).json<{ sign: string }>()
    const code = codeOf(sign, randomBytes(26))
    this.secrets.push(code)
    return code
  }
  /** A report on somebody in power that was written three hours ago, so that it has been delivered; taken by its handler if asked. */
  async reportOnPower(concerned: Report['concerned'] = { kind: 'other' }, taken = false): Promise<{ readonly code: string; readonly id: string }> {
    const place = this.place('梧桐苑3号楼')
    const code = await this.confidentialCode(place)
    const filed = await fileReport(this.world.db, '990106', new Date(now().getTime() - 3 * 3_600_000), { code, place, concerned, words: planted.words })
    if (!filed.ok) throw new Error(filed.refusal.explain.en)
    const { items } = (await this.must('discipline', '/api/v1/confidential/threads')).json<{ items: { id: string; state: string }[] }>()
    const id = this.#find(items.find((one) => one.state === 'filed' && !this.#reports.has(one.id))?.id, 'report')
    this.#reports.add(id)
    if (taken) await this.must('discipline', `/api/v1/confidential/threads/${id}/take`, {})
    return { code, id }
  }

  /** The digits that would have been sent last. */
  async code(): Promise<string> { return this.#find((await this.must('nobody', '/api/v1/demo/code')).json<{ code: string }>().code, 'code') }
}

/** A multipart body with one file, as a browser sends it. */
export function multipart(bytes: Uint8Array, type = 'image/jpeg', name = 'photo.jpg'): {
  readonly raw: Buffer; readonly headers: { readonly [name: string]: string }
} {
  const edge = 'linli-edge'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  return {
    raw: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
  }
}
