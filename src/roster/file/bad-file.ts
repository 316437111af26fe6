import type { Said } from '../../kit/pure.ts'

/** A file that can't be read as a roster, with one sentence for whoever chose it. Never holds words of the file. */
export class BadFile extends Error {
  override name = 'BadFile'
  readonly said: Said
  readonly code: 'empty' | 'not_a_table' | 'old_workbook' | 'encrypted' | 'damaged' | 'too_large' | 'encoding' | 'not_there'
  constructor(code: BadFile['code'], zh: string, en: string) {
    super(`${zh} ${en}`)
    this.code = code
    this.said = { zh, en }
  }
}

export const damaged = (): BadFile =>
  new BadFile('damaged', '工作簿坏了或没有传完整，读不出来；请用表格软件打开后另存，再试一次。',
    'The workbook is damaged or cut off: open it in a spreadsheet, save it, and try again.')
