import { execFileSync } from 'node:child_process'
import path from 'node:path'

/** Builds the front ends as `npm start` does, when their sources changed. */
export async function buildPages(): Promise<void> {
  execFileSync(process.execPath, [path.resolve(import.meta.dirname, '../../tools/build.mjs')], { stdio: 'ignore' })
}
