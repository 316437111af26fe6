/** Opening one's mouth in public: a code to a phone, then a free name in front of it. */
import { runCommand } from '../../../kit/command.ts'
import type { Tx } from '../../../kit/db.ts'
import { sendNotice } from '../../../kit/jobs.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { addPersonWith, askPhoneCode, clockActor, keptFields, lookupHash, normalisePhone, personsByPhone, standInSubject } from '../../../trust/index.ts'
import { speakerByHash } from '../../store/speakers.ts'
import type { SpeechDesk } from './desk.ts'

export const badPhone: Refusal = { code: 'bad_phone', rule: 'DS1', explain: { zh: '手机号不对，改一下再发。', en: 'The phone number is not right: correct it.' } }

/** What the code is for: speaking, with this phone. */
export const speakingSubject = (phone: string) => standInSubject('speaking', normalisePhone(phone) ?? phone)
/** By what a speaker is found: another hash than anywhere else, so that what somebody says can't be laid beside what they reported or voted (P19). */
export const speakerHash = (district: string, phone: string): Buffer => lookupHash(district, 'speaker', phone)

/** Whose key seals this phone for speaking alone; made where there is nobody yet. */
export async function speakingPerson(tx: Tx, district: string, phone: string, at: Date): Promise<string> {
  const known = await speakerByHash(tx, district, speakerHash(district, phone))
  if (known) return known.person
  for (const person of await personsByPhone(tx, district, phone)) {
    const fields = await keptFields(tx, district, person)
    if (fields.some(({ field, purpose }) => field === 'phone' && purpose === 'speaking')) return person
  }
  return addPersonWith(tx, { district, kind: 'resident', fields: [{ field: 'phone', value: phone, purpose: 'speaking' }], at })
}

/** [DS1] Sends a code to any phone that wants to speak; the answer is the same for all. */
export const askToSpeak = ({ db, district, path }: SpeechDesk, phone: string, at: Date): Promise<Result<{ readonly sent: boolean }>> =>
  runCommand(db, clockActor(district, path), at, undefined, async (tx) => {
    if (normalisePhone(phone) === null) return refuse(badPhone)
    const person = await speakingPerson(tx, district, phone, at)
    const asked = await askPhoneCode(tx, { district, subject: speakingSubject(phone), phone, person, known: true, at })
    if (!asked.ok) return asked
    const { send } = asked.value
    if (send) await sendNotice(tx, { district, channel: 'sms', recipient: `contact:${send.person}`, template: 'phone.code', facts: { code: send.code } }, at)
    return ok({ sent: true })
  })
