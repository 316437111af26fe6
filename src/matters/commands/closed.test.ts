import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { withScope } from '../../kit/db.ts'
import { ok } from '../../kit/pure.ts'
import { placeById } from '../../places/index.ts'
import { publicActor, type Actor } from '../../trust/index.ts'
import { boardOf, boardScope } from '../views/board.ts'
import { countTabs, listCards } from '../views/cards.ts'
import { matterDetail } from '../views/detail.ts'
import { visibleTo } from '../rules/visibility.ts'
import { building3, district, file, filerAt, followerOf, later, openNeighbourhood, recordOf, run, sees, sendPhoto, start, sure, told,
  type Neighbourhood, type PostKey } from '../testing.ts'
import { addNote } from './add-note.ts'
import { assignMatter } from './assign-matter.ts'
import { blowWhistle } from './blow-whistle.ts'
import { fileMatter } from './file-matter.ts'
import { finishMatter } from './finish-matter.ts'
import { handOverMatter } from './hand-over-matter.ts'
import { approveTitle, releasePhoto, setBoard } from './publish.ts'
import { sendSlip } from './send-slip.ts'
import { verifyMatter } from './verify-matter.ts'

let n: Neighbourhood
beforeAll(async () => { n = await openNeighbourhood() })
afterAll(async () => { await n.close() })

const everybody: readonly PostKey[] = ['captain', 'captain7', 'federation', 'grid', 'grid2', 'secretary', 'deputy', 'worker', 'named', 'mediator',
  'secretary2', 'branch', 'owners',
  'firm', 'firm2', 'enforcement', 'police', 'water', 'power', 'street', 'streetDesk']
const seers = async (id: string): Promise<PostKey[]> => {
  const who: PostKey[] = []
  for (const key of everybody) if (await sees(n, n.as(key), id)) who.push(key)
  return who
}
/** Everything that an actor can read about matters, as one text: lists, counts, parts, acts. */
const worldOf = (actor: Actor): Promise<string> => withScope(n.db, actor, async (tx) => {
  const tabs = []
  for (const tab of ['mine', 'following', 'all', 'supervised'] as const) tabs.push(await listCards(tx, actor, { tab, limit: 100 }))
  const parts = []
  for (const table of ['matter', 'matter_party', 'matter_entry', 'photo',
    'act']) parts.push((await sql`select * from ${sql.table(table)} order by 1, 2`.execute(tx)).rows)
  return JSON.stringify([tabs, await countTabs(tx, actor), parts])
})
const compoundOf = async () => withScope(n.db, publicActor(district),
  async (tx) => sure(ok(await placeById(tx, district, n.place('990106003001K1').id))))
const board = async (at = start) => {
  const compound = await compoundOf()
  if (!compound) throw new Error('no compound')
  return withScope(n.db, boardScope(district, compound), (tx) => boardOf(tx, district, compound, at))
}
const onBoard = async (number: string, at = start): Promise<boolean> => { const { open, done, unable } = await board(at); return [...open, ...done,
  ...unable].some((one) => one.number === number) }

test('[M4] given a complaint about the neighbour upstairs, with a photo, then the captain of the building reads the same world as before',
  async () => {
  const words = '602每天半夜拖椅子，王阿姨说了也不听'
  const [before, branch, owners] = [await worldOf(n.as('captain')), await worldOf(n.as('branch')), await worldOf(n.as('owners'))]
  const { id, heldPost } = await file(n, { category: 'noise_home', words, code: `${building3}-1-302`, photos: [await sendPhoto(n)] })
  expect(heldPost).toBe(n.post('grid'))
  await run(n, n.as('grid'), later(1), addNote, { id, note: '晚上去看', seenBy: 'staff' })
  expect(await worldOf(n.as('captain'))).toBe(before)
  expect(await worldOf(n.as('branch'))).toBe(branch)
  expect(await worldOf(n.as('owners'))).toBe(owners)
  expect(await seers(id)).toEqual(['grid', 'secretary', 'deputy', 'worker', 'named', 'street', 'streetDesk'])
  const { row, notices } = await recordOf(n, id)
  const legs = { path: row.path, compoundPath: row.compound_path, parties: row.parties, closedTo: row.closed_to }
  expect(visibleTo(legs, n.as('captain'))).toBe(false)
  expect(notices.map(({ recipient }) => recipient)).toEqual([`post:${n.post('grid')}`])
  expect(told(await run(n, n.as('captain'), later(1), verifyMatter, { id, pass: true, note: '' }))).toBe('not_found')
})

test('[M4] a sensitive matter is not handed, assigned or slipped to those to whom it is closed', async () => {
  const { id } = await file(n, { category: 'noise_home', words: '楼上吵' })
  const by = n.as('secretary')
  expect(told(await run(n, by, start, handOverMatter, { id, to: 'captain', reason: 'no_power', note: '请楼栋长去' }))).toBe('closed_to_party')
  for (const key of ['owners', 'branch', 'team']) expect([key,
    told(await run(n, by, start, assignMatter, { id, org: n.org(key), note: '请办', hours: 4 }))]).toEqual([key, 'closed_to_party'])
  const family = await file(n, { category: 'family', words: '两口子总闹离婚' })
  expect(told(await run(n, by, start, handOverMatter, { id: family.id, to: 'mediation', reason: 'no_power', note: '请调解' }))).toBe('closed_to_party')
  expect(told(await run(n, by, start, handOverMatter, { id: family.id, to: 'firm', reason: 'no_power', note: '请物业去' }))).toBe('closed_to_party')
  expect(told(await run(n, by, start, sendSlip, { id: family.id, org: n.org('water'), note: '请看', urgent: false }))).toBe('closed_to_party')
  expect(told(await run(n, by, start, assignMatter, { id: family.id, org: n.org('firm'), note: '请办', hours: 4 }))).toBe('closed_to_party')
  expect((await recordOf(n, family.id)).acts).toEqual(['filed'])
})

test('[M4] given words of a beating, in whatever category, then only the named worker is told, minutes count, and nobody outside the community reads another world', async () => {
  const others = everybody.filter((key) => !['secretary', 'deputy', 'worker', 'named'].includes(key))
  const before = new Map<PostKey, string>()
  for (const key of others) before.set(key, await worldOf(n.as(key)))
  const { id, heldPost, urgent, due } = await file(n, { category: 'corridor_clutter', words: '楼道堆物没人管，隔壁男的天天打老婆，孩子一直哭', code: `${building3}-1-602`,
    photos: [await sendPhoto(n)] })
  expect([heldPost, urgent !== null, due]).toEqual([n.post('named'), true, later(0.25).toISOString()])
  for (const key of others) expect([key, await worldOf(n.as(key)) === before.get(key)]).toEqual([key, true])
  expect(await seers(id)).toEqual(['secretary', 'deputy', 'worker', 'named'])
  const held = await recordOf(n, id)
  expect(held.notices).toEqual([{ recipient: `post:${n.post('named')}`, template: 'matter.harm' }])
  expect(held.row).toMatchObject({ sensitive: 'harm', parties: [], community: n.place('990106003001').id })
  expect(JSON.stringify(await board())).not.toContain(held.row.number)
})

test('[M4] words of harm are given to nobody else afterwards, and the board stays shut', async () => {
  const { id } = await file(n, { words: '隔壁男的天天打老婆' })
  const by = n.as('named')
  for (const to of ['captain', 'grid', 'firm', 'mediation'] as const) expect([to,
    told(await run(n, by, start, handOverMatter, { id, to, reason: 'no_power', note: '请去看看' }))]).toEqual([to, 'closed_to_party'])
  for (const key of ['firm', 'police', 'team']) expect(told(await run(n, n.as('secretary'), start, assignMatter,
    { id, org: n.org(key), note: '请办', hours: 4 }))).toBe('closed_to_party')
  expect(told(await run(n, n.as('secretary'), start, blowWhistle, { id, situation: 'emergency', difficulty: '急',
    lead: { org: n.org('police'), task: '去' }, supports: [] }))).toBe('closed_to_party')
  expect(told(await run(n, n.as('secretary'), start, sendSlip, { id, org: n.org('water'), note: '请看', urgent: false }))).toBe('closed_to_party')
  expect(told(await run(n, followerOf(id), start, setBoard, { id, shown: true }))).toBe('never_public')
  expect((await recordOf(n, id)).acts).toEqual(['filed'])
})

test('[M4] given a captain or a firm who files for somebody what is closed to themselves, then it is filed, and they see nothing of it afterwards',
  async () => {
  for (const [key, channel, category, words] of [['captain', 'captain', 'noise_home', '三楼说楼上吵'],
    ['captain', 'captain', 'corridor_clutter', '隔壁男的天天打老婆'],
    ['firm', 'desk', 'theft', '业主说电动车被偷']] as const) {
    const by = { ...n.as(key), scopes: [...n.as(key).scopes, n.place(building3).path] }
    const result = await run(n, by, start, async (ctx, input: Parameters<typeof fileMatter>[1]) => {
      const filed = await fileMatter(ctx, input)
      return filed.ok ? ok({ id: filed.value.id, state: 'filed' }) : filed
    }, { place: n.place(building3).id, words, category, channel, onBoard: true, photos: [await sendPhoto(n)] })
    expect([words, told(result)]).toEqual([words, 'filed'])
    if (!result.ok) continue
    expect(await sees(n, n.as(key), result.value.id)).toBe(false)
    expect((await recordOf(n, result.value.id)).row.hands).toEqual([n.person(key), n.post(key)])
  }
})

test('[M20] given matters of a compound, then the board shows titles from templates, never words, names, phones or doors', async () => {
  const { number } = await file(n, { code: `${building3}-1-302`, words: '302门口李大爷的纸箱堆到天花板，电话13800138000', phone: '13800138000', name: '张三' })
  const text = JSON.stringify(await board())
  expect(text).toContain(number)
  for (const secret of ['李大爷', '张三', '纸箱', '138', '302', '602', 'words', 'contact', n.person('captain'), '本人']) expect([secret,
    text.includes(secret)]).toEqual([secret, false])
  const there = (await board()).open.find((one) => one.number === number)
  expect(there).toMatchObject({ title: expect.stringContaining('梧桐苑3号楼'), holder: '3号楼楼栋长', answer: null, photos: [] })
})

test('[M20] what the reporter keeps off the board is off it, and can be put there and taken back by the reporter alone', async () => {
  const { id, number } = await file(n, { onBoard: false })
  expect(await onBoard(number)).toBe(false)
  expect(told(await run(n, n.as('secretary'), start, setBoard, { id, shown: true }))).toBe('not_yours')
  expect(told(await run(n, followerOf(id), start, setBoard, { id, shown: true }))).toBe('filed')
  expect(await onBoard(number)).toBe(true)
  expect(told(await run(n, followerOf(id), start, setBoard, { id, shown: false }))).toBe('filed')
  expect(await onBoard(number)).toBe(false)
})

test('[M20] a category that is never public is not put on the board, also when it is not sensitive', async () => {
  const { id, number } = await file(n, { category: 'hardship', words: '低保怎么办' })
  expect(await onBoard(number)).toBe(false)
  expect(told(await run(n, followerOf(id), start, setBoard, { id, shown: true }))).toBe('never_public')
})

test('[M20] the board shows released photos only, and those of matters on the board only', async () => {
  const { id, number } = await file(n, { photos: [await sendPhoto(n), await sendPhoto(n)] })
  const [one] = (await n.database.pool('linli_owner').query('select id from photo where matter = $1 order by id', [id])).rows
  const photos = async () => (await board()).open.find((item) => item.number === number)?.photos
  expect(await photos()).toEqual([])
  expect(told(await run(n, n.as('captain'), start, releasePhoto, { id, photo: one.id, released: true }))).toBe('not_yours')
  expect(told(await run(n, n.as('secretary'), start, releasePhoto, { id, photo: id, released: true }))).toBe('not_found')
  expect(told(await run(n, n.as('secretary'), start, releasePhoto, { id, photo: one.id, released: true }))).toBe('filed')
  expect(await photos()).toEqual([{ id: one.id, phase: 'before' }])
  expect(told(await run(n, n.as('secretary'), later(1), releasePhoto, { id, photo: one.id, released: false }))).toBe('filed')
  expect(await photos()).toEqual([])
})

test('[M20] a photo of one matter is not released through another', async () => {
  const [mine, other] = [await file(n, { photos: [await sendPhoto(n)] }), await file(n)]
  const [photo] = (await n.database.pool('linli_owner').query('select id from photo where matter = $1', [mine.id])).rows
  expect(told(await run(n, n.as('secretary'), start, releasePhoto, { id: other.id, photo: photo.id, released: true }))).toBe('not_found')
})

test('[M20] a title is approved by the community and names nobody and no door', async () => {
  const { id, number } = await file(n)
  for (const title of ['3单元302室门口堆物', '楼道堆物请打13800138000', '王大爷家门口的纸箱']) expect([title,
    told(await run(n, n.as('secretary'), start, approveTitle, { id, title }))]).toEqual([title, 'private_words'])
  expect(told(await run(n, n.as('captain'), start, approveTitle, { id, title: '3号楼楼道堆了纸箱' }))).toBe('not_yours')
  expect(told(await run(n, n.as('secretary'), start, approveTitle, { id, title: '3号楼楼道堆了纸箱' }))).toBe('filed')
  expect((await board()).open.find((item) => item.number === number)?.title).toBe('3号楼楼道堆了纸箱')
  expect((await recordOf(n, id)).row.title_from).toBe('approved')
})

test('[M20] the public answer to what could not be done leaves out doors, names and phones; the reporter reads it whole', async () => {
  const { id, number } = await file(n)
  const note = '302室李大爷不同意，电话13800138000，十二月再谈'
  await run(n, n.as('captain'), later(1), finishMatter, { id, outcome: 'unable', reason: 'owners_decide', note })
  await run(n, n.as('grid'), later(2), verifyMatter, { id, pass: true, note: '' })
  const answer = (await board(later(2))).unable.find((item) => item.number === number)?.answer ?? ''
  expect(answer).toContain('十二月再谈')
  for (const secret of ['302', '李大爷', '138']) expect(answer).not.toContain(secret)
  expect((await recordOf(n, id)).row.answer).toBe(note)
})

test('[M20] [M4] the grid worker who acts in a matter closed to others still finds the whole story in it', async () => {
  const { id } = await file(n, { category: 'noise_home', words: '楼上吵', photos: [await sendPhoto(n)] })
  const seen = await withScope(n.db, n.as('grid'), (tx) => matterDetail(tx, n.as('grid'), id))
  expect(seen).toMatchObject({ words: '楼上吵', sensitive: 'neighbour', moves: expect.arrayContaining(['take', 'finish', 'hand_over']) })
  expect(seen?.story[0]?.photos).toHaveLength(1)
  expect(filerAt(n, building3).kind).toBe('resident')
})

test('[M4] given a phone in the resident’s words, then who answers to them reads it and the firm it goes to does not', async () => {
  const { id } = await file(n, { words: '楼道灯坏了三个月，打我电话13812345678', category: 'lighting' })
  const read = async (key: PostKey): Promise<string> => (await withScope(n.db, n.as(key), (tx) => matterDetail(tx, n.as(key), id)))?.words ?? ''
  expect(await read('secretary')).toContain('13812345678')
  expect(await read('grid')).toContain('13812345678')
  const outside = await read('firm')
  expect(outside).toContain('楼道灯坏了三个月')
  expect(outside).not.toContain('12345678')
})
