/** Plays the demo's history through the front door of matters, one matter a transaction, while the product already runs. */
import sharp from 'sharp'
import { demoCommunity, type DemoMatter, type DemoPhoto, type Step } from '../../../demo/index.ts'
import type { Context } from '../../kit/command.ts'
import { actAs, withScope, type Db, type Tx } from '../../kit/db.ts'
import { newId, randomCode, sha256 } from '../../kit/ids.ts'
import { errorLine, log } from '../../kit/log.ts'
import type { Result } from '../../kit/pure.ts'
import * as matters from '../../matters/index.ts'
import { standingOf } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import { clockActor, publicActor, residentActor, staffActor, type Actor } from '../../trust/index.ts'
import { keepPast } from './past-notices.ts'

type Where = { readonly district: string; readonly path: string; readonly dataDir: string }
type Stored = { readonly file: string; readonly width: number; readonly height: number; readonly bytes: number }

/** One player of stories: keeps the photos that were rendered and the posts that were looked up. */
class Player {
  readonly where: Where
  readonly store: matters.PhotoStore
  readonly rendered = new Map<string, Stored>()
  readonly actors = new Map<string, Actor>()
  readonly photos: readonly DemoPhoto[]
  constructor(where: Where, photos: readonly DemoPhoto[]) {
    this.where = where
    this.photos = photos
    this.store = matters.photoFolder(matters.photosIn(where.dataDir))
  }

  async staff(tx: Tx, by: { readonly post: string; readonly person: string }, at: Date): Promise<Actor> {
    const known = this.actors.get(`${by.person} ${by.post}`)
    if (known) return known
    const standing = (await standingOf(tx, this.where.district, by.person, at)).find((s) => s.post === by.post)
    if (!standing) throw new Error('demo: somebody acts in a post they do not hold')
    const actor = staffActor(this.where.district, by.person, standing)
    this.actors.set(`${by.person} ${by.post}`, actor)
    return actor
  }

  /** Claims for photos by name, as if they had just been sent. */
  async claims(tx: Tx, names: readonly string[], at: Date): Promise<string[]> {
    const claims: string[] = []
    for (const name of names) {
      const stored = this.rendered.get(name) ?? await this.render(name)
      this.rendered.set(name, stored)
      const claim = randomCode(26)
      await tx.insertInto('upload').values({ district: this.where.district, id: newId(), claim: sha256(claim), ...stored, at }).execute()
      claims.push(claim)
    }
    return claims
  }

  async render(name: string): Promise<Stored> {
    const drawing = this.photos.find((p) => p.name === name)
    if (!drawing) throw new Error(`demo: no photo ${name}`)
    const saved = await this.store.save(await sharp(Buffer.from(drawing.svg)).jpeg({ quality: 90 }).toBuffer())
    if (!saved.ok) throw new Error(`demo: photo ${name} could not be rendered`)
    return saved.value
  }
}

const must = <T>(result: Result<T>, what: string): T => {
  if (!result.ok) throw new Error(`demo: ${what}: ${result.refusal.explain.en}`)
  return result.value
}

async function file(player: Player, tx: Tx, matter: DemoMatter): Promise<string> {
  const at = new Date(matter.at)
  const place = await placeById(tx, player.where.district, matter.place)
  if (!place) throw new Error('demo: no such place')
  const scopes = [place.path, ...(place.compoundPath ? [place.compoundPath] : [])]
  const staff = matter.filedBy ? await player.staff(tx, matter.filedBy, at) : undefined
  const actor: Actor = staff ? { ...staff, scopes: [...staff.scopes, place.path] }
    : { ...publicActor(player.where.district), audience: ['public'], scopes, kind: 'resident' }
  await actAs(tx, actor)
  const claims = await player.claims(tx, matter.photos, at)
  const { place: where, words, category, channel, onBoard, phone } = matter
  return must(await matters.fileMatter({ tx, actor, at }, { place: where, words, category, channel, onBoard, photos: claims, phone }), 'file').id
}

type Run = (ctx: Context<Actor>, base: matters.OnMatter) => Promise<Result<unknown>>

function runOf(step: Step): Run {
  switch (step.move) {
    case 'take': return matters.takeMatter
    case 'finish': return (ctx, base) => matters.finishMatter(ctx, { ...base, ...step.input })
    case 'hand_over': return (ctx, base) => matters.handOverMatter(ctx, { ...base, ...step.input })
    case 'contact': return (ctx, base) => matters.contactReporter(ctx, { ...base, ...step.input })
    case 'object': return (ctx, base) => matters.objectToDispatch(ctx, { ...base, ...step.input })
    case 'rule': return (ctx, base) => matters.ruleOnDispatch(ctx, { ...base, ...step.input })
    case 'suspend': return (ctx, base) => matters.suspendMatter(ctx, { ...base, ...step.input })
    case 'resume': return (ctx, base) => matters.resumeMatter(ctx, { ...base, ...step.input })
    case 'assign': return (ctx, base) => matters.assignMatter(ctx, { ...base, ...step.input })
    case 'whistle': return (ctx, base) => matters.blowWhistle(ctx, { ...base, ...step.input })
    case 'slip': return (ctx, base) => matters.sendSlip(ctx, { ...base, ...step.input })
    case 'slip_answer': return (ctx, base) => matters.answerSlip(ctx, { ...base, ...step.input })
    case 'report_in': return (ctx, base) => matters.reportIn(ctx, { ...base, ...step.input })
    case 'log': return (ctx, base) => matters.logWork(ctx, { ...base, ...step.input })
    case 'verify': return (ctx, base) => matters.verifyMatter(ctx, { ...base, ...step.input })
    case 'note': return (ctx, base) => matters.addNote(ctx, { ...base, ...step.input })
    case 'verdict': return (ctx, base) => matters.enterVerdict(ctx, { ...base, ...step.input })
    case 'withdraw': return (ctx, base) => matters.withdrawMatter(ctx, { ...base, ...step.input })
    case 'title': return (ctx, base) => matters.approveTitle(ctx, { ...base, ...step.input })
    case 'remind': case 'supervise': case 'call_ruling': case 'unverified': case 'close': return (ctx, base) => matters.stepClock(ctx, base)
  }
}

const photoOf = (step: Step): readonly string[] => (
  'input' in step && 'photo' in step.input && step.input.photo !== undefined ? [step.input.photo] : []
)

async function playStep(player: Player, tx: Tx, id: string, step: Step): Promise<void> {
  const { district, path: root } = player.where
  const at = new Date(step.at)
  const actor = step.by === 'clock' ? clockActor(district, root)
    : step.by === 'resident' ? { ...residentActor(district, null), matters: [id] } : await player.staff(tx, step.by, at)
  await actAs(tx, actor)
  const photoNames = photoOf(step)
  const claims = photoNames.length > 0 ? await player.claims(tx, photoNames, at) : undefined
  must(await runOf(step)({ tx, actor, at }, { id, photos: claims }), `${step.move} at ${step.at}`)
}

/** Notices of long ago are there to read and not sent again, and photos of what was solved stand on the board as if a handler had released them. */
async function settle(tx: Tx, where: Where, matter: DemoMatter, id: string): Promise<void> {
  await actAs(tx, clockActor(where.district, where.path))
  const end = new Date(matter.steps.at(-1)?.at ?? matter.at)
  await keepPast(tx, where.district, 'matter', id)
  if (matter.onBoard && matter.state === 'closed') {
    await tx.updateTable('photo').set({ released_at: end }).where('district', '=', where.district).where('matter', '=', id).execute()
  }
}

async function playMatter(db: Db, player: Player, matter: DemoMatter, done: number): Promise<void> {
  const { district, path: root } = player.where
  await withScope(db, clockActor(district, root), async (tx) => {
    const id = await file(player, tx, matter)
    for (const step of matter.steps) await playStep(player, tx, id, step)
    await settle(tx, player.where, matter, id)
    await tx.updateTable('setting').set({ value: String(done) }).where('district', '=', district).where('name', '=', 'demo_done').execute()
  })
}

/** What a visitor meets first is filled in first: open matters, then the newest. The order is the same at every start. */
const inOrder = (all: readonly DemoMatter[]): DemoMatter[] =>
  [...all].sort(
    (a, b) =>
      Number(a.state === 'closed' || a.state === 'withdrawn') - Number(b.state === 'closed' || b.state === 'withdrawn')
        || b.at.localeCompare(a.at) || a.id.localeCompare(b.id),
  )

/** A story that the rules refuse is left out and named in the log, so that one does not keep the others back; a test holds that there is none. */
async function leaveOut(db: Db, where: Where, matter: DemoMatter, done: number, error: unknown): Promise<void> {
  log.warn('story left out', { story: matter.key ?? matter.id, error: errorLine(error) })
  await withScope(db, clockActor(where.district, where.path), (tx) => tx.updateTable('setting').set({ value: String(done) })
    .where('district', '=', where.district).where('name', '=', 'demo_done').execute())
}

/**
 * Goes on filling in the history from where it stopped; does nothing when it is complete. Answers how many stories were left out. `stories`: which; all of
 * the demo's if it is not said.
 */
export async function fillDemo(db: Db, where: Where, stories?: readonly DemoMatter[]): Promise<number> {
  const rows = await db.selectFrom('setting').select(['name', 'value'])
    .where('district', '=', where.district).where('name', 'in', ['demo_done', 'demo_total']).execute()
  const value = (name: string): number => Number(rows.find((row) => row.name === name)?.value ?? 0)
  if (value('demo_total') > 0 && value('demo_done') >= value('demo_total')) return 0
  let leftOut = 0
  const demo = demoCommunity()
  const player = new Player(where, demo.photos)
  const chosen = stories ?? demo.matters
  const total = { value: String(chosen.length) }
  await withScope(db, clockActor(where.district, where.path), (tx) =>
    tx.updateTable('setting').set(total).where('district', '=', where.district).where('name', '=', 'demo_total').execute())
  for (const [index, matter] of inOrder(chosen).entries()) {
    if (index < value('demo_done')) continue
    await playMatter(db, player, matter, index + 1)
      .catch(async (error: unknown) => { leftOut++; await leaveOut(db, where, matter, index + 1, error) })
  }
  return leftOut
}
