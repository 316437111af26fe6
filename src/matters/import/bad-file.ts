import type { Said } from '../../kit/pure.ts'

/** A file that can't be imported, with one sentence for whoever chose it. Never holds words of the file. */
export class BadFile extends Error {
  override name = 'BadFile'
  readonly said: Said
  constructor(zh: string, en: string) {
    super(`${zh} ${en}`)
    this.said = { zh, en }
  }
}
