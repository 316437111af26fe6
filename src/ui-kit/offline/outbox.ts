/** The outbox of a phone: keeps each act until the server has it, sends it once, in order by subject, and asks where the server said no. */
import { newKey, problemOf, type Problem } from '../http.ts'
import { behind, bodyOf, isOpenEnded, nextToSend, nextTry, pauseAfter, versionToSend, type KeptPhoto, type Shown, type Waiting } from './queue.ts'

/** Where acts and photos are kept. Every call is durable when it has ended. */
export type Store = {
  readonly list: () => Promise<readonly Waiting[]>
  readonly add: (item: Omit<Waiting, 'seq'>) => Promise<number>
  readonly put: (item: Waiting) => Promise<void>
  readonly remove: (seq: number) => Promise<void>
  readonly photo: (id: string) => Promise<Blob | undefined>
  readonly dropPhotos: (ids: readonly string[]) => Promise<void>
}
/** How they are sent. Both throw ProblemError. */
export type Transport = {
  readonly send: (item: Waiting, body: Readonly<Record<string, unknown>>) => Promise<unknown>
  readonly sendPhoto: (photo: Blob) => Promise<string>
}
/** The world around: the phone's clock, chance, a wake-up, and a guard that lets one page of this browser send at a time. */
export type Around = {
  readonly now: () => number
  readonly chance: () => number
  readonly wakeAt: (at: number | undefined, wake: () => void) => void
  readonly alone: (work: () => Promise<void>) => Promise<void>
  /** Another body for one that the server could not read, as when a form has changed since; null: ask the person. (case 25) */
  readonly mend: (item: Waiting, problem: Problem) => { readonly body: Readonly<Record<string, unknown>>; readonly flag: string } | null
}

/** An act as a page hands it over. */
export type ToSend = {
  readonly subject: string; readonly path: string; readonly body: Readonly<Record<string, unknown>>; readonly version: number | null
  readonly photos: readonly string[]; readonly shown: Shown; readonly post: string | null
}
/** What became of it while the page waited. */
export type Handed = { readonly how: 'sent'; readonly reply: unknown } | { readonly how: 'refused'; readonly problem: Problem } | { readonly how: 'saved' }

const SENT_KEPT_MS = 24 * 3_600_000

export class Outbox {
  readonly #store: Store
  readonly #transport: Transport
  readonly #around: Around
  readonly #listeners = new Set<() => void>()
  readonly #attended = new Map<string, (handed: Handed) => void>()
  #owner: string | null = null
  #all: readonly Waiting[] = []
  #items: readonly Waiting[] = []
  #running: Promise<void> | null = null
  #again = false

  constructor(store: Store, transport: Transport, around: Around) {
    this.#store = store
    this.#transport = transport
    this.#around = around
  }

  /** Calls `tell` after every change; answers how to stop. */
  subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell)
    return () => { this.#listeners.delete(tell) }
  }

  /**
   * The acts of who is signed in, those of the last day that were sent among them; the same array until something changes. An act whose page still
   * waits for the answer stands on that page and not yet here.
   */
  items = (): readonly Waiting[] => this.#items

  /** Says who is signed in here: their acts are shown and sent, nobody else's. Null: nobody, and nothing is sent. */
  async belongTo(owner: string | null): Promise<void> {
    this.#owner = owner
    await this.#read()
    void this.run()
  }

  async #read(): Promise<readonly Waiting[]> {
    const all = await this.#store.list()
    this.#all = all.filter((item) => item.owner === this.#owner)
    this.#show()
    return this.#all
  }

  #show(): void {
    this.#items = this.#all.filter((item) => item.state === 'sent' || !this.#attended.has(item.key))
    for (const tell of this.#listeners) tell()
  }

  /**
   * Keeps an act and tries to send it. The answer comes when its fate is known, or after `waitMs` as 'saved'; a refusal while the page waits
   * takes it out again, since the form still holds what was written. Throws when nobody is signed in or the phone keeps nothing.
   */
  async hand(act: ToSend, waitMs: number): Promise<Handed> {
    if (this.#owner === null) throw new Error('an act needs somebody who does it')
    const { photos, ...rest } = act
    const key = newKey()
    const handed = waitMs <= 0 ? null : new Promise<Handed>((settle) => {
      this.#attended.set(key, settle)
      setTimeout(() => this.#settle(key, { how: 'saved' }), waitMs)
    })
    await this.#store.add({
      ...rest, key, owner: this.#owner, photos: photos.map((id) => ({ id, claim: null })),
      at: this.#around.now(), state: 'waiting', tries: 0, notBefore: 0, problem: null, sentAt: null, reply: null, flag: null,
    })
    await this.#read()
    void this.run()
    return handed ?? { how: 'saved' }
  }

  /** Sends what can be sent now; while it is sending already, it looks once more at the end. */
  async run(): Promise<void> {
    if (this.#running) { this.#again = true; return this.#running }
    const running = this.#around.alone(async () => {
      do { this.#again = false; await this.#drain() } while (this.#again)
    }).finally(() => {
      this.#running = null
      if (this.#again) void this.run() // asked while the lock was let go
    })
    this.#running = running
    return running
  }

  /** Tries everything again at once: the signal is back. */
  async wake(): Promise<void> {
    for (const item of await this.#read()) if (item.state === 'waiting' && item.notBefore > 0) await this.#store.put({ ...item, notBefore: 0 })
    return this.run()
  }

  async #drain(): Promise<void> {
    for (;;) {
      const items = await this.#read()
      await this.#forget(items)
      const next = this.#owner === null ? undefined : nextToSend(items, this.#around.now())
      if (!next) {
        this.#around.wakeAt(this.#owner === null ? undefined : nextTry(items), () => void this.run())
        return
      }
      if (await this.#send(next) === 'no_line') {
        this.#around.wakeAt(nextTry(await this.#read()), () => void this.run())
        return
      }
    }
  }

  async #send(item: Waiting): Promise<'on' | 'no_line'> {
    try {
      const ready = await this.#photosSent({ ...item, version: versionToSend(this.#all, item) })
      const reply = await this.#transport.send(ready, bodyOf(ready))
      await this.#sent(ready, reply)
      return 'on'
    } catch (error) {
      const problem = problemOf(error)
      return isOpenEnded(problem.status) || problem.code === 'signed_out' ? this.#later(item, problem) : this.#refused(item, problem)
    }
  }

  async #photosSent(item: Waiting): Promise<Waiting> {
    let ready = item
    for (const photo of item.photos) {
      if (photo.claim !== null) continue
      const blob = await this.#store.photo(photo.id)
      const claim = blob ? await this.#transport.sendPhoto(blob) : null
      const photos: readonly KeptPhoto[] = ready.photos.flatMap((one) => (one.id !== photo.id ? [one] : claim === null ? [] : [{ id: one.id, claim }]))
      ready = { ...ready, photos }
      await this.#store.put(ready)
    }
    return ready
  }

  async #sent(item: Waiting, reply: unknown): Promise<void> {
    await this.#store.put({ ...item, state: 'sent', sentAt: this.#around.now(), reply, problem: null })
    await this.#store.dropPhotos(item.photos.map(({ id }) => id))
    await this.#read()
    this.#settle(item.key, { how: 'sent', reply })
  }

  /** Whether anybody has it is not known, or nobody can be reached: the same key goes out again later. */
  async #later(item: Waiting, problem: Problem): Promise<'on' | 'no_line'> {
    const kept = (await this.#store.list()).find((one) => one.seq === item.seq) ?? item
    const tries = kept.tries + 1
    await this.#store.put({ ...kept, tries, problem, notBefore: this.#around.now() + pauseAfter(tries, this.#around.chance()) })
    await this.#read()
    if (problem.status === 0) this.#settle(item.key, { how: 'saved' })
    return problem.status === 0 || problem.code === 'signed_out' ? 'no_line' : 'on'
  }

  async #refused(item: Waiting, problem: Problem): Promise<'on'> {
    const kept = (await this.#store.list()).find((one) => one.seq === item.seq) ?? item
    // Claims of photos end after a while: the photos are still here and go again.
    if (problem.code === 'photo_gone' && kept.photos.some(({ claim }) => claim !== null)) {
      await this.#store.put({ ...kept, key: newKey(), photos: kept.photos.map(({ id }) => ({ id, claim: null })) })
      return 'on'
    }
    const mended = kept.flag === null ? this.#around.mend(kept, problem) : null
    if (mended) { await this.#store.put({ ...kept, ...mended, key: newKey() }); return 'on' }
    const settle = this.#attended.get(kept.key)
    if (settle) {
      await this.#store.remove(kept.seq)
      await this.#read()
      this.#settle(kept.key, { how: 'refused', problem })
      return 'on'
    }
    await this.#store.put({ ...kept, state: 'asking', problem })
    await this.#read()
    return 'on'
  }

  #settle(key: string, handed: Handed): void {
    const settle = this.#attended.get(key)
    if (!settle) return
    this.#attended.delete(key)
    this.#show()
    settle(handed)
  }

  /** What stands behind an act was written for the same version: it goes on from the one that the person has seen now. */
  async #moveOn(item: Waiting, version: number | null): Promise<void> {
    if (version === null) return
    for (const later of behind(await this.#store.list(), item)) if (later.version !== null) await this.#store.put({ ...later, version })
  }

  /** The person's answer: send it again as it is, for the version they have seen now. A refusal is definite, so the act gets a new key. */
  async sendAgain(seq: number, version: number | null): Promise<void> {
    await this.#change(seq, (item) => ({ ...item, key: newKey(), state: 'waiting', problem: null, notBefore: 0, tries: 0,
      version: item.version === null ? null : version }), version)
  }

  /** The person's answer: keep what was written in another form, as a note: the text stays, the state does not change. (case 12) */
  async sendAs(seq: number, path: string, body: Readonly<Record<string, unknown>>, title: string, now: number | null): Promise<void> {
    await this.#change(seq, (item) => ({ ...item, key: newKey(), path, body, version: null, state: 'waiting', problem: null, notBefore: 0, tries: 0,
      shown: { ...item.shown, title } }), now)
  }

  /** The person's answer: not needed any more. What was written after it counts on the version they have seen now. */
  async drop(seq: number, version: number | null): Promise<void> {
    const item = (await this.#store.list()).find((one) => one.seq === seq)
    if (!item || item.state === 'sent') return
    await this.#moveOn(item, version)
    await this.#store.remove(seq)
    await this.#store.dropPhotos(item.photos.map(({ id }) => id))
    await this.#read()
    void this.run()
  }

  async #change(seq: number, how: (item: Waiting) => Waiting, version: number | null): Promise<void> {
    const item = (await this.#store.list()).find((one) => one.seq === seq)
    if (!item || item.state !== 'asking') return
    await this.#moveOn(item, version)
    await this.#store.put(how(item))
    await this.#read()
    void this.run()
  }

  async #forget(items: readonly Waiting[]): Promise<void> {
    const old = this.#around.now() - SENT_KEPT_MS
    for (const item of items) if (item.state === 'sent' && (item.sentAt ?? 0) < old) await this.#store.remove(item.seq)
  }
}
