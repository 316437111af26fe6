import { words } from '../../../../ui-kit/index.ts'

/** Words of passing on the open work of a post. */
export const passWords = words({
  title: { zh: '岗位交接', en: 'Pass on the work of a post' }, titleOf: (post: string) => ({ zh: `${post}手上的事，交给谁`, en: `Pass on the work of: ${post}` }),
  line: { zh: '换人或空缺时，把没办完的一次交清。不算转手，时限不变，报的人不受影响。', en: 'When a post changes hands. It counts as no hand-over, and no clock moves.' },
  back: { zh: '回到责任链', en: 'Back to the chain' }, failed: { zh: '没有取到', en: 'Not loaded' }, again: { zh: '再取一次', en: 'Load again' },
  gone: { zh: '这里没有这个岗位', en: 'No such post here' },
  nothing: { zh: '这个岗位手上没有开着的事', en: 'This post has nothing open' }, nothingLine: { zh: '不用交接。', en: 'Nothing to pass on.' },
  count: (n: number) => ({ zh: `${n}件没办完。`, en: `${n} open.` }), now: (who: string) => ({ zh: `现在：${who}`, en: `Now: ${who}` }), nobody: { zh: '空缺',
    en: 'vacant' },
  toWhom: { zh: '交给哪个岗位', en: 'To which post' }, toFirst: { zh: '先选交给谁', en: 'Choose to whom first' },
  pass: (n: number, to: string) => ({ zh: `把这${n}件交给${to}`, en: `Pass these ${n} to: ${to}` }),
  tells: { zh: '接的岗位会收到，每件都记进经过。', en: 'The receiver is told; each goes into its story.' },
})
