/** A phone that works without a signal: reads from what it kept, writes into its outbox, and belongs to whoever is signed in. */
import { useSyncExternalStore } from 'react'
import { actingAs, keepAnswers, newKey, problemOf, request, upload } from '../http.ts'
import { readAnew, readOffline } from '../data.tsx'
import { keepsHere } from './left-here.ts'
import { hasLine, heardFromServer, showsOld } from './line.ts'
import { Outbox, type Around, type Handed, type ToSend, type Transport } from './outbox.ts'
import { phoneKeeper } from './phone-left.ts'
import { openPhoneStore, type PhoneStore } from './phone-store.ts'
import type { Waiting } from './queue.ts'

type Options = {
  /** Which reads are kept for later, by their address. */
  readonly keeps: (path: string) => boolean
  readonly mend: Around['mend']
  /** Called when everything on this phone was erased because its session was taken away. */
  readonly onWithdrawn: () => void
}

const SESSION = '/api/v1/session'
const PATIENCE_MS = 7000
const HAND_WAIT_MS = 8000
const ASK_MS = 15_000
const KEPT_DAYS_MS = 30 * 86_400_000

let opened: Promise<PhoneStore> | null = null
let outbox: Outbox | null = null
const none: readonly Waiting[] = []
const store = (): Promise<PhoneStore> => { opened ??= openPhoneStore(); return opened }
const answerId = (path: string): string => `${actingAs() ?? ''} ${path}`

const transport: Transport = {
  send: async (item, body) => listened(() => request('POST', item.path, {
    body, key: item.key, inPost: item.post, headers: { 'X-Phone-Now': String(Date.now()) },
  })),
  sendPhoto: async (photo) => listened(async () => (await upload<{ readonly claim: string }>('/api/v1/photos', photo, () => undefined, newKey())).claim),
}

async function listened<T>(ask: () => Promise<T>): Promise<T> {
  try {
    const value = await ask()
    heardFromServer(true)
    return value
  } catch (error) {
    heardFromServer(!noLine(error))
    if (problemOf(error).code === 'signed_out') void request('GET', SESSION).then(readAnew, () => undefined) // taken away, or run out?
    throw error
  }
}

const noLine = (error: unknown): boolean => !(error instanceof DOMException) && [0, 502, 503, 504].includes(problemOf(error).status)

let alarm: ReturnType<typeof setTimeout> | undefined

const around = (mend: Around['mend']): Around => ({
  now: Date.now, chance: Math.random, mend,
  wakeAt: (at, wake) => {
    clearTimeout(alarm)
    if (at !== undefined) alarm = setTimeout(wake, Math.max(50, at - Date.now()))
  },
  // One page of this browser sends at a time; where there are no locks (plain http) the keys alone see to it that nothing is done twice.
  alone: async (work) => {
    if (!('locks' in navigator)) return work()
    await navigator.locks.request('linli.outbox', work)
  },
})

type Who = { readonly person: { readonly id: string } | null; readonly withdrawn?: boolean }
const whoIn = (value: unknown): Who => value as Who // the border: the session's reply

let owner: string | null | undefined

/** What a session means for this phone: taken away, everything goes; somebody else's, the answers kept for the one before go. */
async function belongTo(session: Who, fresh: boolean, onWithdrawn: () => void): Promise<void> {
  const kept = await store()
  if (session.withdrawn) {
    const belonged = await kept.answer('owner') !== undefined
    await kept.wipe()
    await outbox?.belongTo(null)
    owner = null
    if (belonged) onWithdrawn()
    return
  }
  const person = session.person?.id ?? null
  if (fresh && person !== null) {
    const before = await kept.answer('owner')
    if (before && before.value !== person) await kept.dropAnswers()
    await kept.keepAnswer('owner', person)
  }
  if (person === owner) return
  owner = person
  await outbox?.belongTo(person)
}

/** Starts the phone's own memory; called once, before the first page is drawn. */
export function startPhone({ keeps, mend, onWithdrawn }: Options): void {
  readOffline()
  outbox = null
  const keeper = phoneKeeper(store)
  keepsHere({ ...keeper, erase: async (person) => { await keeper.erase(person); owner = null; await outbox?.belongTo(null) } })
  const ready = store().then((kept) => {
    outbox = new Outbox(kept, transport, around(mend))
    outbox.subscribe(() => { for (const tell of listeners) tell() })
    void kept.tidy(Date.now() - KEPT_DAYS_MS)
    return kept
  })
  keepAnswers(async (path, ask) => {
    if (!keeps(path)) return ask()
    const kept = await ready
    const id = answerId(path)
    const old = await kept.answer(id).catch(() => undefined)
    const say = async (value: unknown, at: number | null): Promise<unknown> => {
      if (path === SESSION) await belongTo(whoIn(value), at === null, onWithdrawn)
      else showsOld(at)
      return value
    }
    if (old && !navigator.onLine) return say(old.value, old.at)
    try {
      const value = await listened(() => (old ? patiently(ask) : ask()))
      await say(value, null)
      void kept.keepAnswer(id, value).catch(() => undefined) // the phone is full: it still shows what it read
      return value
    } catch (error) {
      if (old && noLine(error)) return say(old.value, old.at)
      throw error
    }
  })
  const wake = () => { heardFromServer(true); showsOld(null); void outbox?.wake(); readAnew() }
  addEventListener('online', wake)
  // Without a network event nobody says that the server is back: it is asked.
  setInterval(() => { if (navigator.onLine && !hasLine()) request('GET', SESSION).then(() => { if (hasLine()) wake() }, () => undefined) }, ASK_MS)
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') void outbox?.wake() })
}

/** A slow line counts as none where there is something to show meanwhile. */
function patiently<T>(ask: () => Promise<T>): Promise<T> {
  return new Promise((done, fail) => {
    const wait = setTimeout(() => fail(new Error('too slow')), PATIENCE_MS)
    ask().then(done, fail).finally(() => clearTimeout(wait))
  })
}

const listeners = new Set<() => void>()
const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => { listeners.delete(tell) }
}

/** The acts of who is signed in that wait on this phone, ask, or were sent within a day. */
export const useOutbox = (): readonly Waiting[] => useSyncExternalStore(subscribe, () => outbox?.items() ?? none)

/** Those that are not with the server yet. */
export const useUnsent = (): readonly Waiting[] => useOutbox().filter(({ state }) => state !== 'sent')

/** Keeps an act on this phone and sends it; answers when its fate is known, at once 'saved' without a line. */
export async function sendFromPhone(act: Omit<ToSend, 'post'>): Promise<Handed> {
  await store()
  if (!outbox) throw new Error('the phone was not started')
  return outbox.hand({ ...act, post: actingAs() }, hasLine() ? HAND_WAIT_MS : 0)
}

/** Keeps a photo on this phone; its id is named with the act that it belongs to. */
export const keepPhotoHere = async (file: Blob): Promise<{ id: string }> => ({ id: await (await store()).keepPhoto(file) })

/** The person's answer to what the server refused. */
export const answers = {
  sendAgain: (seq: number, version: number | null) => outbox?.sendAgain(seq, version),
  sendAs: (seq: number, path: string, body: Readonly<Record<string, unknown>>, title: string, version: number | null) =>
    outbox?.sendAs(seq, path, body, title, version),
  drop: (seq: number, version: number | null) => outbox?.drop(seq, version),
}

/** Tries everything that waits again, now. */
export const sendNow = (): void => { void outbox?.wake() }
