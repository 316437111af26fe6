import type { Tx } from '../../../kit/db.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { banned, GONE_NAME } from '../../rules/speech/index.ts'
import { speakerById, type SpeakerRow } from '../../store/speakers.ts'

/** Nobody speaks yet on this browser, or no longer. */
export const noSpeaker: Refusal = { code: 'signed_out', rule: 'DS1', explain: { zh: '先用手机号开一个名字，再说话。您写的还在。',
  en: 'Open a name with your phone first. What you wrote is kept.' } }

/** [DS8] The speaker, if they may speak now; a ban says until when and why. The transaction has to be the clock's or a community's. */
export async function maySpeak(tx: Tx, district: string, speaker: string, at: Date): Promise<Result<SpeakerRow>> {
  const row = await speakerById(tx, district, speaker)
  if (!row || row.name === GONE_NAME) return refuse(noSpeaker)
  const free = banned(row.banned_until?.getTime() ?? null, at.getTime())
  return free.ok ? ok(row) : free
}
