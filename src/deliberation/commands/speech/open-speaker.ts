import { runCommand } from '../../../kit/command.ts'
import type { Tx } from '../../../kit/db.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { placeById } from '../../../places/index.ts'
import { appendAct } from '../../../record/index.ts'
import { checkPhoneCode, clockActor, normalisePhone } from '../../../trust/index.ts'
import { speechActs } from '../../rules/speech/acts.ts'
import { checkName, GONE_NAME, maySpeakAt, type Age, type Speaking } from '../../rules/speech/index.ts'
import { changeSpeaker, insertSpeaker, nameTaken, speakerByHash, speakerById, speakingOf } from '../../store/speakers.ts'
import { badPhone, speakerHash, speakingPerson, speakingSubject } from './ask-to-speak.ts'
import type { SpeechDesk } from './desk.ts'

const taken = { code: 'name_taken', rule: 'DS1', explain: { zh: '这个名字，您小区里有人在用了，换一个。', en: 'A neighbour of yours speaks under this name already: choose another.' } }
const noPlace = { code: 'no_place', rule: 'DS1', explain: { zh: '没有找到这栋楼，再选一次。', en: 'This building was not found: choose again.' } }

type Home = { readonly compound: string | null; readonly building: string | null }

/** Compound and building as they belong together; one building names its compound. */
async function homeOf(tx: Tx, district: string, { compound, building }: Home): Promise<Home | null> {
  if (building !== null) {
    const place = await placeById(tx, district, building)
    return place?.kind === 'building' && (compound === null || place.compound === compound) ? { compound: place.compound, building } : null
  }
  if (compound === null) return { compound, building }
  return (await placeById(tx, district, compound))?.kind === 'compound' ? { compound, building } : null
}

export type OpenSpeaker = { readonly phone: string; readonly code: string; readonly name: string; readonly age: Age; readonly compound: string | null
  readonly building: string | null }

/**
 * [DS1] [DS2] Opens speaking on this phone: the name is looked at before the code is used up. The same phone is the same speaker, under the name that
 * was chosen last; what was said before keeps the name that stood in front of it. Somebody under 14 is refused and nothing is kept.
 */
export async function openSpeaker({ db, district, path }: SpeechDesk, input: OpenSpeaker, at: Date): Promise<Result<Speaking>> {
  const age = maySpeakAt(input.age)
  if (!age.ok) return age
  const name = checkName(input.name)
  if (!name.ok) return name
  if (normalisePhone(input.phone) === null) return refuse(badPhone)
  const clock = clockActor(district, path)
  const hash = speakerHash(district, input.phone)
  const look = await runCommand(db, clock, at, undefined, async (tx) => {
    const home = await homeOf(tx, district, input)
    if (home === null) return refuse(noPlace)
    const known = await speakerByHash(tx, district, hash)
    return (await nameTaken(tx, district, { name: name.value, compound: home.compound, id: known?.id ?? null })) ? refuse(taken) : ok(home)
  })
  if (!look.ok) return look
  const checked = await checkPhoneCode(db, { district, subject: speakingSubject(input.phone), phone: input.phone, code: input.code, at })
  if (!checked.ok) return checked
  const shown = { name: name.value, ...look.value, minor: age.value.minor }
  return runCommand(db, clock, at, undefined, async (tx) => {
    const id = newId()
    const known = await speakerByHash(tx, district, hash)
    if (known) {
      await changeSpeaker(tx, district, known.id, shown)
      return ok({ id: known.id, ...shown })
    }
    await insertSpeaker(tx, { district, id, phone_hash: hash, person: await speakingPerson(tx, district, input.phone, at), since: at, ...shown })
    const row = await speakerByHash(tx, district, hash)
    if (row?.id === id) await appendAct(tx, { district, at, channel: 'web', subject: { kind: 'speaker', id }, path, what: speechActs.state('speech.open', { minor: shown.minor }) })
    return ok({ id: row?.id ?? id, ...shown })
  })
}

/** [DS1] Chooses another free name; what was said keeps the old one. */
export const renameSpeaker = ({ db, district, path }: SpeechDesk, speaker: string, wanted: string, at: Date): Promise<Result<Speaking>> =>
  runCommand(db, clockActor(district, path), at, undefined, async (tx) => {
    const name = checkName(wanted)
    if (!name.ok) return name
    const row = await speakerById(tx, district, speaker)
    if (!row || row.name === GONE_NAME) return refuse({ code: 'signed_out', rule: 'DS1', explain: { zh: '请再用手机号开一次。您写的还在。', en: 'Please open it with your phone again. What you wrote is kept.' } })
    if (await nameTaken(tx, district, { name: name.value, compound: row.compound, id: row.id })) return refuse(taken)
    await changeSpeaker(tx, district, speaker, { name: name.value })
    return ok({ ...speakingOf(row), name: name.value })
  })
