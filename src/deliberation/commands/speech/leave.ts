import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { erasePerson } from '../../../trust/index.ts'
import { eraseSpeaker } from '../../store/erase-speaker.ts'
import { speakerById } from '../../store/speakers.ts'
import type { Done, Step } from './desk.ts'
import { noSpeaker } from './may-speak.ts'

/** [DS12] Stops speaking for good: the telephone, the name and the words go at once, the places stay and say 已离开. As the clock. */
export async function leaveSpeaking(ctx: Step, speaker: string): Promise<Result<Done>> {
  const row = await speakerById(ctx.tx, ctx.actor.district, speaker)
  if (!row) return refuse(noSpeaker)
  const erased = await erasePerson(ctx.tx, ctx.actor, row.person, ctx.at, { reason: 'withdrawn', hooks: [eraseSpeaker], channel: 'web' })
  return erased.ok ? ok({ id: speaker, state: 'left' }) : erased
}
