import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Spoken } from '../rules/speech/index.ts'
import { decisionsAbout } from '../store/moderations.ts'
import { speakerById } from '../store/speakers.ts'
import { postTitles, ruledView, standOf } from './talk.ts'

type Row = { readonly about: Spoken; readonly id: string; readonly words: string; readonly at: Date; readonly state: string; readonly held_for: string | null
  readonly withdrawn_at: Date | null; readonly name: string; readonly topic: string | null }

/** The last forty things that a speaker said, wherever it was. */
async function saidBy(tx: Tx, district: string, speaker: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    (select 'speech' as about, id, words, at, state, held_for, withdrawn_at, name, case when about = 'thread' then '/threads/' || subject else '/covenants/' || place end as topic
      from speech where district = ${district} and speaker = ${speaker}::uuid order by at desc, id desc limit 40)
    union all select 'statement', id, words, at, state, held_for, null, name, '/polls/' || poll from statement where district = ${district} and speaker = ${speaker}::uuid
    union all select 'amendment', a.id, a.words, a.at, a.state, null, null, a.name, '/covenants/' || c.place from covenant_amendment a
      join covenant c on c.district = a.district and c.id = a.covenant where a.district = ${district} and a.speaker = ${speaker}::uuid
    union all select 'intake', id, words, at, state, null, null, name, '/bodies/' || body from agenda_intake where district = ${district} and speaker = ${speaker}::uuid
    order by at desc, id desc limit 40`.execute(tx)
  return rows
}

/** [DS7] What a speaker said, what became of it, and what may be appealed against. Only for the speaker. */
export async function ownSaid(tx: Tx, district: string, speaker: string, at: Date) {
  const row = await speakerById(tx, district, speaker)
  const said = await saidBy(tx, district, speaker)
  const decisions = await decisionsAbout(tx, district, [speaker, ...said.map(({ id }) => id)])
  const titles = await postTitles(tx, district, decisions.flatMap((one) => [one.by_post, one.ruled_by]))
  const bannedUntil = row?.banned_until && row.banned_until > at ? row.banned_until.toISOString() : null
  return { bannedUntil, bans: decisions.filter(({ subject }) => subject === speaker).map((one) => ruledView(one, titles, at, true)),
    items: said.map((one) => {
      const decision = decisions.find(({ subject, did }) => subject === one.id && did === 'removed')
      return { about: one.about, id: one.id, words: one.words, at: one.at.toISOString(), state: one.about === 'speech' ? standOf(one) : one.state, heldFor: one.state === 'held' ? one.held_for : null,
        href: one.topic, decision: decision ? ruledView(decision, titles, at, true) : null }
    }) }
}

