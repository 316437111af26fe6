import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { findPrivate, PRIVATE_KINDS } from '../../../matters/rules/index.ts'

/** Whether public words point at nobody: no telephone, door or name. [DT2] P23 */
export function publicWords(...texts: readonly string[]): Result<true> {
  const [found] = texts.flatMap((text) => findPrivate(text))
  return found ? refuse({ code: 'names_somebody', rule: 'DT2', explain: { zh: `公开的话里有${PRIVATE_KINDS[found.kind].zh}，去掉再交。`,
    en: `The public words hold a ${PRIVATE_KINDS[found.kind].en}: please take it out.` } }) : ok(true)
}
