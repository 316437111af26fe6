/** The master key as files in `<dataDir>/keys`: `master`, and while it is being changed `master.next` and `master.before`. */
import { existsSync, linkSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { derive } from './derive.ts'
import { destroyKey, keyIfAny, keyIn, syncFolder } from './key-file.ts'
import type { MasterSource } from './wrapping.ts'

const fileOf = (dataDir: string, name: string): string => path.join(dataDir, 'keys', name)
const [IN_USE, NEXT, BEFORE, GONE] = ['master', 'master.next', 'master.before', 'master.gone']

/** Derived from the first master; they stay when it changes, because what they signed and hashed stays. */
const lastingKeys = ['lookup', 'follow', 'code', 'card'] as const
export type LastingKey = typeof lastingKeys[number]

/** The master in use, and the one before while it is being changed; makes the first if there is none. A change shows in the files' numbers. */
export function mastersIn(dataDir: string): MasterSource {
  const number = (name: string): string => {
    const found = statSync(fileOf(dataDir, name), { bigint: true, throwIfNoEntry: false })
    return found ? `${found.ino}/${found.mtimeNs}` : '-'
  }
  return {
    stamp: () => `${number(IN_USE)} ${number(BEFORE)}`,
    read: () => ({ inUse: keyIn(fileOf(dataDir, IN_USE)), before: keyIfAny(fileOf(dataDir, BEFORE)) }),
  }
}

/** A key that outlives the master: of its own file once the master was changed, else derived from it. */
export const lastingKey = (dataDir: string, name: LastingKey, master: Buffer): Buffer =>
  keyIfAny(fileOf(dataDir, name)) ?? derive(master, name)

/** Whether a change of the master was begun and not ended. */
export const isChanging = (dataDir: string): boolean => existsSync(fileOf(dataDir, BEFORE)) || existsSync(fileOf(dataDir, NEXT))

/**
 * Puts a new master in the place of the one in use, which stays as `master.before`. Each step leaves a state that can be worked with and gone on
 * from: (1) keys derived from the first master get files of their own, (2) `master.next` is made, (3) the master in use gets its second name,
 * (4) the next takes its place in one move. After a fault call it again; when the change was already made it does nothing.
 */
export function changeMaster(dataDir: string): void {
  const file = (name: string): string => fileOf(dataDir, name)
  if (existsSync(file(GONE))) destroyKey(file(GONE)) // the last change was killed at its last step
  if (existsSync(file(BEFORE)) && !existsSync(file(NEXT))) return
  const master = keyIn(file(IN_USE))
  for (const name of lastingKeys) keyIn(file(name), () => derive(master, name))
  keyIn(file(NEXT))
  if (!existsSync(file(BEFORE))) linkSync(file(IN_USE), file(BEFORE))
  syncFolder(path.join(dataDir, 'keys'))
  renameSync(file(NEXT), file(IN_USE))
  syncFolder(path.join(dataDir, 'keys'))
}

/** Destroys the master before. Nothing that it alone wrapped can be read from then on. */
export function destroyOldMaster(dataDir: string): void {
  renameSync(fileOf(dataDir, BEFORE), fileOf(dataDir, GONE)) // nobody may read it half written over
  destroyKey(fileOf(dataDir, GONE))
}
