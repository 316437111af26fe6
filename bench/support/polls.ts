/** An open opinion poll in the demo's 梧桐苑 with many statements, and neighbours who have opened a name to speak under. */
import { writeFile, readFile } from 'node:fs/promises'
import path from 'node:path'
import { orgId } from '../../demo/orgs.ts'
import { codeOf, placeId } from '../../demo/places.ts'
import { openDb, withScope } from '../../src/kit/db.ts'
import { newId } from '../../src/kit/ids.ts'
import { clockActor, openKeys, signClaim, useKeys } from '../../src/trust/index.ts'
import type { Installation } from './installation.ts'

const district = '990106'
export const STATEMENTS = 200

/** Lays out the poll; answers its id and the file that holds the ids of its speakers, for the processes that answer. */
export async function layPoll({ connection, dataDir }: Installation, speakers: number): Promise<{ readonly poll: string; readonly file: string }> {
  useKeys(openKeys(dataDir))
  const db = openDb(connection, 'linli_app', 2)
  const [poll, place, at] = [newId(), placeId(codeOf('wty')), new Date('2026-11-19T02:00:00Z')]
  const ids = Array.from({ length: speakers }, () => newId())
  await withScope(db, clockActor(district, `d${district}`), async (tx) => {
    const legs = await tx.selectFrom('place').select(['path', 'compound_path']).where('district', '=', district).where('id', '=', place).executeTakeFirstOrThrow()
    await tx.insertInto('poll').values({ district, id: poll, place, ...legs, keeper: orgId('com-001'), question: '楼下的空地怎么用', about: '', opens_on: '2026-11-14', closes_on: '2026-12-14',
      state: 'open', seed: poll }).execute()
    await tx.insertInto('statement').values(Array.from({ length: STATEMENTS }, (_, i) => ({ district, id: newId(), poll, ...legs, n: i + 1, words: `第${i + 1}种用法，大家看行不行。`,
      name: '梧桐里社区居委会', state: 'shown', at }))).execute()
    for (let from = 0; from < speakers; from += 1000) {
      await tx.insertInto('speaker').values(ids.slice(from, from + 1000).map((id) =>
        ({ district, id, phone_hash: Buffer.from(id.replaceAll('-', ''), 'hex'), person: newId(), name: `街坊${id.slice(-6)}`, since: at }))).execute()
    }
  })
  await db.destroy()
  const file = path.join(dataDir, 'speakers.json')
  await writeFile(file, JSON.stringify(ids))
  return { poll, file }
}

/** Speakers of a file; every second one, beginning with `from`, so that two processes do not answer as the same. */
export async function speakersOf(file: string, from: number): Promise<readonly string[]> {
  return (JSON.parse(await readFile(file, 'utf8')) as string[]).filter((_, i) => i % 2 === from) // written by layPoll
}

/** The cookie of a speaker; `now` epoch milliseconds of the server's clock. */
export const speakerCookieOf = (id: string, now: number): string => `linli_speaker=${signClaim(`speaker ${district}`,
  JSON.stringify({ id, name: '街坊', compound: null, building: null, minor: false }), Math.floor(now / 1000) + 86_400)}`
