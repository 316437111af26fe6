/** What state an import is in, and what may be done in it. [RO20] */
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'

export const IMPORT_STATES = ['reading', 'review', 'committing', 'paused', 'done', 'undoing', 'undone', 'dropped', 'expired', 'failed'] as const
export type ImportState = (typeof IMPORT_STATES)[number]
export type ImportMove = 'map' | 'fix' | 'decide' | 'commit' | 'pause' | 'resume' | 'drop' | 'undo'

/** Days after which staging dies if nobody commits. [RO21] */
export const STAGING_DAYS = 14
/** Most bytes of a file. */
export const MOST_FILE_BYTES = 50 * 2 ** 20

const allowed: Readonly<Record<ImportState, readonly ImportMove[]>> = {
  reading: ['drop'], review: ['map', 'fix', 'decide', 'commit', 'drop'], committing: ['pause'], paused: ['resume', 'undo'], done: ['undo'],
  undoing: [], undone: [], dropped: [], expired: [], failed: ['drop'],
}

/** The moves of a state, for the buttons of its page. */
export const movesIn = (state: ImportState): readonly ImportMove[] => allowed[state]

const said: Readonly<Record<ImportState, { readonly zh: string; readonly en: string }>> = {
  reading: { zh: '还在读这张表，读完再动。', en: 'The file is still being read.' },
  review: { zh: '还没有导入，先导入再说。', en: 'It has not been imported yet.' },
  committing: { zh: '正在导入，先暂停再动。', en: 'It is being imported: pause it first.' },
  paused: { zh: '导入停在半路：接着导入，或者整个撤回。', en: 'The import is paused: go on with it, or undo it.' },
  done: { zh: '已经导入。要改就撤回，或者在每户的档案里改。', en: 'It was imported. Undo it, or correct homes one by one.' },
  undoing: { zh: '正在撤回，等一会儿。', en: 'It is being undone.' },
  undone: { zh: '已经撤回。要用就把表再放进来。', en: 'It was undone. Drop the file in again to use it.' },
  dropped: { zh: '已经放弃，暂存的内容销毁了。', en: 'It was dropped and what was staged is destroyed.' },
  expired: { zh: '放了14天没有导入，暂存的内容销毁了。', en: 'Nobody imported it for 14 days and what was staged is destroyed.' },
  failed: { zh: '这张表没有读完，请再放一次。', en: 'The file was not read to its end: drop it in again.' },
}

/** Whether a move may be made in a state. [RO20] */
export const mayMove = (state: ImportState, move: ImportMove): Result<true> =>
  allowed[state].includes(move) ? ok(true) : refuse({ code: 'import_state', rule: 'RO20', explain: said[state] })

const onlyCommunity: Refusal = {
  code: 'wrong_post', rule: 'RO20', explain: { zh: '花名册由社区导入。', en: 'Rosters are imported by the community’s office.' },
}

/** Whether a post may import: those of the community's office. [RO20] */
export const mayImport = (audience: readonly string[]): Result<true> =>
  audience.includes('community') || audience.includes('clock') ? ok(true) : refuse(onlyCommunity)

/** In demo mode only what our generator marked is taken: nobody tries the demo with real people. [RO20] Source: P30. */
export const demoRefusal: Refusal = {
  code: 'demo_real_file', rule: 'RO20', explain: {
    zh: '这里是演示，只收演示用的表（同一页可以下载三个例子）。真实居民的表一格也没有留下。',
    en: 'This is a demo: only its own sample files are taken (three can be downloaded on the same page). Not a cell of your file was kept.',
  },
}
