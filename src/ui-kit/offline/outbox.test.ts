import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ProblemError, readProblem } from '../http.ts'
import { memoryStore, type MemoryStore } from './memory-store.ts'
import { Outbox, type Around, type ToSend, type Transport } from './outbox.ts'
import { forgetActs, unsentOf } from './phone-left.ts'
import type { Waiting } from './queue.ts'

/** What may befall one sending: answered, lost on the way there, lost on the way back, refused by overload, or the phone is killed. */
type Fate = 'well' | 'lost' | 'answer_lost' | 'overload' | 'failed_late' | 'killed_before' | 'killed_after'
class Killed extends Error {}
const problem = (status: number, code: string) => new ProblemError(readProblem({ code, explain: { zh: '不行。', en: 'No.' } }, status))

/** A server that does each key once and repeats its answer, with a version for each subject. */
function fakeServer() {
  const done: { key: string; subject: string; said: unknown; version: unknown }[] = []
  const answers = new Map<string, { version: number }>()
  const versions = new Map<string, number>()
  return {
    done, versions,
    carryOut(item: Waiting, body: Readonly<Record<string, unknown>>): { version: number } {
      const known = answers.get(item.key)
      if (known) return known
      const version = versions.get(item.subject) ?? 1
      if (body['version'] !== undefined && body['version'] !== version) throw problem(409, 'stale')
      versions.set(item.subject, version + 1)
      done.push({ key: item.key, subject: item.subject, said: body['said'], version: body['version'] })
      answers.set(item.key, { version: version + 1 })
      return { version: version + 1 }
    },
  }
}
type Server = ReturnType<typeof fakeServer>

function transport(server: Server, fates: Fate[]): Transport {
  return {
    send: async (item, body) => {
      await Promise.resolve()
      const fate = fates.shift() ?? 'well'
      if (fate === 'lost') throw problem(0, 'no_answer')
      if (fate === 'overload') throw problem(503, 'not_ready')
      if (fate === 'killed_before') throw new Killed()
      const reply = server.carryOut(item, body)
      if (fate === 'answer_lost') throw problem(0, 'no_answer')
      if (fate === 'failed_late') throw problem(500, 'server_error')
      if (fate === 'killed_after') throw new Killed()
      return reply
    },
    sendPhoto: async (blob) => `claim-${blob.size}`,
  }
}

/** A phone whose clock runs as fast as its alarms ask. `Killed` ends it in the middle of sending, as when a page is closed. */
function phone(store: MemoryStore, sends: Transport, around: Partial<Around> = {}) {
  let now = 1_000_000
  let alarm: (() => void) | null = null
  let dead = false
  const killed = async (work: () => Promise<unknown>) => { if (dead) await new Promise<never>(() => {}); return work() }
  const guarded: Transport = {
    send: (item, body) => killed(() => sends.send(item, body)).catch(async (error: unknown) => {
      if (!(error instanceof Killed)) throw error
      dead = true
      return new Promise<never>(() => {}) // nothing after it ever runs
    }),
    sendPhoto: sends.sendPhoto,
  }
  const outbox = new Outbox(store, guarded, {
    now: () => now, chance: () => 0, alone: (work) => work(), mend: () => null,
    wakeAt: (at, wake) => { alarm = at === undefined ? null : () => { now = Math.max(now, at); wake() } }, ...around,
  })
  const rest = () => new Promise<void>((go) => setImmediate(go)) // all that is ready has run by then
  return {
    outbox, isDead: () => dead,
    /** Lets time pass until nothing is left to do, or the phone was killed. */
    async settle() {
      for (let i = 0; i < 400; i++) {
        await rest()
        if (dead || !alarm) { await rest(); if (dead || !alarm) return }
        const ring = alarm
        alarm = null
        ring?.()
      }
    },
  }
}

const act = (subject: string, said: unknown, version: number | null = 1): ToSend =>
  ({ subject, path: `/api/v1/${subject}`, body: { said }, version, photos: [], shown: { title: '', about: '', said: '' }, post: null })

const anyFate = fc.constantFrom<Fate>('well', 'lost', 'answer_lost', 'overload', 'failed_late', 'killed_before', 'killed_after')

test('(case 11) (case 14) whatever befalls the sending, each act is done exactly once and in order by subject', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 8 }), fc.array(anyFate, { maxLength: 20 }),
    async (subjects, fates) => {
      const [store, server, left] = [memoryStore(), fakeServer(), [...fates]]
      const sends = transport(server, left)
      let mine = phone(store, sends)
      await mine.outbox.belongTo('me')
      for (const [n, subject] of subjects.entries()) {
        if (mine.isDead()) { mine = phone(store, sends); await mine.outbox.belongTo('me') }
        await mine.outbox.hand(act(subject, n), 0)
      }
      for (let round = 0; round < 30; round++) {
        await mine.settle()
        if (!mine.isDead()) break
        mine = phone(store, sends) // opened again, over what the phone kept
        await mine.outbox.belongTo('me')
      }
      for (const subject of ['a', 'b', 'c']) {
        const written = subjects.flatMap((one, n) => (one === subject ? [n] : []))
        expect(server.done.filter((one) => one.subject === subject).map(({ said }) => said)).toEqual(written)
      }
      expect((await store.list()).every(({ state }) => state === 'sent')).toBe(true)
    }), { numRuns: 300 })
})

test('(case 13) the second is not sent while the first failed; other subjects go ahead', async () => {
  const [store, server] = [memoryStore(), fakeServer()]
  const mine = phone(store, transport(server, ['overload', 'well', 'overload', 'well']))
  await mine.outbox.belongTo('me')
  for (const [subject, said] of [['a', 1], ['a', 2], ['b', 3]] as const) await mine.outbox.hand(act(subject, said), 0)
  await mine.settle()
  expect(server.done.map(({ said }) => said)).toEqual([3, 1, 2])
})

test('acts on one matter carry on each other’s version, so that one’s own change is not taken for somebody else’s', async () => {
  const [store, server] = [memoryStore(), fakeServer()]
  server.versions.set('a', 7)
  const mine = phone(store, transport(server, ['lost', 'answer_lost']))
  await mine.outbox.belongTo('me')
  for (const said of ['take', 'log', 'finish']) await mine.outbox.hand(act('a', said, 7), 0)
  await mine.settle()
  expect(server.done.map(({ version }) => version)).toEqual([7, 8, 9])
})

test('what moved on meanwhile asks: sent again for what is there now, or dropped; later ones wait for the answer', async () => {
  const [store, server] = [memoryStore(), fakeServer()]
  const mine = phone(store, transport(server, []))
  server.versions.set('a', 9)
  await mine.outbox.belongTo('me')
  await mine.outbox.hand(act('a', 'finish', 7), 0)
  await mine.outbox.hand(act('a', 'note after', 7), 0)
  await mine.settle()
  const [asking, behind] = mine.outbox.items()
  expect([asking?.state, asking?.problem?.code, behind?.state]).toEqual(['asking', 'stale', 'waiting'])
  expect(server.done).toEqual([])
  await mine.outbox.sendAgain(asking?.seq ?? 0, 9)
  await mine.settle()
  expect(server.done.map(({ said, version }) => [said, version])).toEqual([['finish', 9], ['note after', 10]])
})

test('(case 12) too late for a change, it is kept as a note: the text stays, the state does not change', async () => {
  const [store, server] = [memoryStore(), fakeServer()]
  const mine = phone(store, transport(server, []))
  server.versions.set('a', 9)
  await mine.outbox.belongTo('me')
  await mine.outbox.hand(act('a', '修好了', 7), 0)
  await mine.settle()
  await mine.outbox.sendAs(mine.outbox.items()[0]?.seq ?? 0, '/api/v1/a/note', { said: '记成一句：修好了' }, '补一句', 9)
  await mine.settle()
  expect(server.done.map(({ said, version }) => [said, version])).toEqual([['记成一句：修好了', undefined]])
})

test('what is handed over while the last sending lets go of its lock is sent at once, not at the next alarm', async () => {
  const [store, server] = [memoryStore(), fakeServer()]
  let letGo = (): void => undefined
  const alone = async (work: () => Promise<void>): Promise<void> => { await work(); await new Promise<void>((go) => { letGo = go }) }
  const { outbox } = phone(store, transport(server, []), { alone, wakeAt: () => undefined })
  const rest = () => new Promise<void>((go) => setImmediate(go))
  await outbox.belongTo('me')
  await rest()
  await outbox.hand(act('a', 1), 0)
  letGo()
  await rest()
  expect(server.done.length).toBe(1)
})

test('dropped after it was refused: what was written later counts on what the person saw', async () => {
  const [store, server] = [memoryStore(), fakeServer()]
  const mine = phone(store, transport(server, []))
  server.versions.set('a', 9)
  await mine.outbox.belongTo('me')
  await mine.outbox.hand(act('a', 'finish', 7), 0)
  await mine.outbox.hand(act('a', 'log', 7), 0)
  await mine.settle()
  await mine.outbox.drop(mine.outbox.items()[0]?.seq ?? 0, 9)
  await mine.settle()
  expect(server.done.map(({ said, version }) => [said, version])).toEqual([['log', 9]])
})

test('(case 25) a form that changed since: taken in under another body, once, and flagged', async () => {
  const [store, server] = [memoryStore(), fakeServer()]
  const sends = transport(server, [])
  const strict: Transport = { ...sends, send: async (item, body) => {
    if (body['category'] === 'gone') throw problem(400, 'bad_request')
    return sends.send(item, body)
  } }
  const mine = phone(store, strict, { mend: (item) => ({ body: { ...item.body, category: 'other' }, flag: 'form_changed' }) })
  await mine.outbox.belongTo('me')
  await mine.outbox.hand({ ...act('new', '灯坏了', null), body: { said: '灯坏了', category: 'gone' } }, 0)
  await mine.settle()
  expect(server.done.map(({ said }) => said)).toEqual(['灯坏了'])
  expect(mine.outbox.items().map(({ state, flag }) => [state, flag])).toEqual([['sent', 'form_changed']])
})

test('(case 15) while the server is down it is kept, tried again ever later, and stands in the list with its tries', async () => {
  const [store, server] = [memoryStore(), fakeServer()]
  const down: Transport = { send: async () => { throw problem(503, 'not_ready') }, sendPhoto: async () => '' }
  const pauses: number[] = []
  const mine = phone(store, down, { now: () => 0, wakeAt: (at, wake) => { if (at && pauses.length < 12) { pauses.push(at); void store.list()
    .then(async ([item]) => { if (item) await store.put({ ...item, notBefore: 0 }); wake() }) } } })
  await mine.outbox.belongTo('me')
  await mine.outbox.hand(act('a', 1), 0)
  await mine.settle()
  for (let i = 0; i < 40; i++) await new Promise((go) => setTimeout(go, 1))
  expect(pauses.slice(0, 3)).toEqual([2000, 4000, 8000])
  expect(Math.max(...pauses)).toBe(300_000)
  expect((await store.list())[0]?.tries).toBeGreaterThan(8)
  expect(server.done).toEqual([])
})

test('photos go first and once; a claim that has run out makes them go again', async () => {
  const [store, server] = [memoryStore(), fakeServer()]
  const sends = transport(server, [])
  const seen: unknown[] = []
  let refused = false
  const counting: Transport = {
    send: async (item, body) => {
      seen.push(body['photos'])
      if (!refused) { refused = true; throw problem(422, 'photo_gone') }
      return sends.send(item, body)
    },
    sendPhoto: async (blob) => `claim-${blob.size}-${seen.length}`,
  }
  store.photos.set('p1', new Blob(['abc']))
  const mine = phone(store, counting)
  await mine.outbox.belongTo('me')
  await mine.outbox.hand({ ...act('a', 1), photos: ['p1', 'not there'] }, 0)
  await mine.settle()
  expect(seen).toEqual([['claim-3-0'], ['claim-3-1']])
  expect(store.photos.size).toBe(0)
})

test('what somebody else wrote on this phone is neither shown nor sent', async () => {
  const [store, server] = [memoryStore(), fakeServer()]
  const first = phone(store, transport(server, ['lost']))
  await first.outbox.belongTo('me')
  await first.outbox.hand(act('a', 'mine'), 0)
  await first.outbox.belongTo(null)
  const other = phone(store, transport(server, []))
  await other.outbox.belongTo('somebody else')
  await other.settle()
  expect([other.outbox.items(), server.done]).toEqual([[], []])
  const again = phone(store, transport(server, []))
  await again.outbox.belongTo('me')
  await again.settle()
  expect(server.done.map(({ said }) => said)).toEqual(['mine'])
})

test('[T13] who signs out erases their own acts and photos and no others; only those that the server lacks are counted', async () => {
  const [store, server] = [memoryStore(), fakeServer()]
  store.photos.set('mine', new Blob(['a']))
  store.photos.set('theirs', new Blob(['b']))
  const first = phone(store, transport(server, ['well', 'lost', 'lost', 'lost']))
  await first.outbox.belongTo('me')
  for (const [subject, said] of [['a', 'sent'], ['b', 'waits']] as const) { await first.outbox.hand(act(subject, said), 0); await first.settle() }
  await store.add({ ...(await store.list())[1] as Waiting, owner: 'me', state: 'waiting', photos: [{ id: 'mine', claim: null }] }) // both were handed in
  await store.add({ ...(await store.list())[1] as Waiting, owner: 'somebody else', state: 'waiting', photos: [{ id: 'theirs', claim: null }] })
  expect([await unsentOf(store, 'somebody else'), await unsentOf(store, 'nobody')]).toEqual([1, 0])
  const waiting = await unsentOf(store, 'me')
  expect(waiting).toBe((await store.list()).filter(({ owner, state }) => owner === 'me' && state !== 'sent').length)
  expect(waiting).toBeGreaterThan(0)
  await forgetActs(store, 'me')
  expect([(await store.list()).map(({ owner }) => owner), [...store.photos.keys()]]).toEqual([['somebody else'], ['theirs']])
})

test('a page that waits hears the answer, the refusal, or that it is saved', async () => {
  const [store, server] = [memoryStore(), fakeServer()]
  const mine = phone(store, transport(server, ['well', 'well', 'lost']))
  await mine.outbox.belongTo('me')
  expect(await mine.outbox.hand(act('a', 1), 5000)).toMatchObject({ how: 'sent', reply: { version: 2 } })
  server.versions.set('a', 5) // somebody else was there
  expect(await mine.outbox.hand(act('a', 2, 1), 5000)).toMatchObject({ how: 'refused', problem: { code: 'stale' } })
  expect(mine.outbox.items().filter(({ state }) => state !== 'sent')).toEqual([]) // the form still holds it
  expect(await mine.outbox.hand(act('b', 3), 5000)).toEqual({ how: 'saved' })
})
