import { runCommand } from '../../kit/command.ts'
import { actAs, withScope, type Db, type Scope, type Tx } from '../../kit/db.ts'
import { sendNotice } from '../../kit/jobs.ts'
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import { appendAct } from '../../record/index.ts'
import { askPhoneCode, checkPhoneCode, clockActor, normalisePhone, standInSubject, type CodeSubject } from '../../trust/index.ts'
import { FILE_MINUTES, meantBy, opensTies, ownFileActs } from '../rules/own-file/index.ts'
import { candidatesByPhone, tiesByPhone, tiesOfSame, type OwnRow } from '../store/own-ties.ts'

/** Where one's own file is looked for: the district, and its path for the clock. */
export type OwnDesk = { readonly db: Db; readonly district: string; readonly path: string }

/** Somebody with their file open: the ties that their phone opens, the one they came by first. */
export type Own = { readonly tie: OwnRow; readonly ties: readonly OwnRow[]; readonly persons: readonly string[] }

/** By phone alone, whether anybody has it or not: so that limits of rate are the same for both. */
const subjectOf = (phone: string): CodeSubject => standInSubject('own_file', normalisePhone(phone) ?? phone)

/** What a transaction of theirs may see: their own values, no place and no audience. */
export const ownScope = (district: string, { ties, persons }: Own): Scope => ({
  district, person: null, scopes: [], orgs: [], audience: [], residents: [...new Set([...persons, ...ties.map(({ who }) => who)])],
})

/**
 * Sends a one-time code to a phone that is somebody's current one in the roster. The answer is the same for every phone. [RO50] [T6]
 */
export async function askOwnFile({ db, district, path }: OwnDesk, phone: string, at: Date): Promise<Result<{ readonly sent: boolean }>> {
  return runCommand(db, clockActor(district, path), at, undefined, async (tx) => {
    const [first] = await tiesByPhone(tx, district, phone)
    const asked = await askPhoneCode(tx, { district, subject: subjectOf(phone), phone, person: first?.person ?? null, known: first !== undefined,
      at })
    if (!asked.ok) return asked
    const { send } = asked.value
    if (send) await sendNotice(tx, { district, channel: 'sms', recipient: `contact:${send.person}`, template: 'phone.code',
      facts: { code: send.code } }, at)
    return ok({ sent: true })
  })
}

const wrong: Refusal = {
  code: 'wrong_code', rule: 'RO50',
  explain: { zh: '没有打开：验证码、名字的最后一个字，至少有一个对不上。也可能底册里没有这个手机号。',
    en: 'It did not open: the code or the last character of the name does not fit, or the roster does not know this phone.' },
}

/** What opening takes. `proof`: an earlier right code of the same phone and name, when the room was asked for. */
export type Opening = {
  readonly phone: string; readonly code: string; readonly last: string; readonly room: string
  readonly isProved: (subject: CodeSubject) => boolean
}
export type OpenedFile = { readonly tie: string } | { readonly needs: 'room'; readonly subject: CodeSubject }

/** What a right code proves while the room is still asked: this phone with this end of a name, and no file. */
const proofOf = (phone: string, last: string): CodeSubject => standInSubject('own_file_proof',
  `${normalisePhone(phone) ?? phone} ${last.normalize('NFKC').trim()}`)

/**
 * Opens the file of whoever is meant by phone, code, end of the name and, among several, the room. Every failure is the same answer and counts as a
 * try of the code. That it was opened is an act which its person sees. [RO50] P32
 */
export async function openOwnFile({ db, district, path }: OwnDesk, { phone, code, last, room, isProved }: Opening,
  at: Date): Promise<Result<OpenedFile>> {
  const clock = clockActor(district, path)
  const meant = meantBy(await withScope(db, clock, (tx) => candidatesByPhone(tx, district, phone)), last, room)
  const proof = proofOf(phone, last)
  if (!isProved(proof)) {
    const checked = await checkPhoneCode(db, { district, subject: subjectOf(phone), phone, code: meant === null ? 'none' : code, at })
    if (!checked.ok) return refuse(wrong)
  }
  if (meant === null) return refuse(wrong)
  if (meant === 'room') return ok({ needs: 'room', subject: proof })
  await withScope(db, clock, async (tx) => {
    const rows = await tiesOfSame(tx, district, meant)
    const [own] = rows.filter(({ id }) => id === meant)
    if (own) await actOfOwn(tx, clock.district, own, at, ownFileActs.state('file.opened', { ties: opensTies(rows, meant).length }))
  })
  return ok({ tie: meant })
}

/** Writes an act of somebody about themselves; the transaction goes on as the clock, because a resident reaches no place. */
export async function actOfOwn(tx: Tx, district: string, tie: OwnRow, at: Date, what: ReturnType<typeof ownFileActs.state>): Promise<void> {
  await appendAct(tx, { district, at, channel: 'web', place: tie.home, path: tie.path, compoundPath: tie.compoundPath,
    subject: { kind: 'person', id: tie.person }, what })
}

/**
 * Whose file a session opens now; null when its tie ended, its phone was changed since it was opened, or nothing says the phone any more. `until`:
 * when the session ends (epoch ms). [RO51]
 */
export async function ownOf({ db, district, path }: OwnDesk, tie: string, until: number): Promise<Own | null> {
  const rows = await withScope(db, clockActor(district, path), (tx) => tiesOfSame(tx, district, tie))
  const own = rows.find(({ id }) => id === tie)
  const openedAt = until - FILE_MINUTES * 60_000
  if (own === undefined || own.phoneSince === null || own.phoneSince.getTime() > openedAt + 1000) return null
  const ties = opensTies(rows, tie)
  return { tie: own, ties: [own, ...ties.filter(({ id }) => id !== tie)], persons: [...new Set(ties.map(({ person }) => person))] }
}

/** Goes on as the clock in a transaction that began as the person's. */
export const asClock = async (tx: Tx, { district, path }: Pick<OwnDesk, 'district' | 'path'>): Promise<void> => actAs(tx, clockActor(district, path))
