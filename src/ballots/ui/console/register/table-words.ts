import { words } from '../../../../ui-kit/index.ts'

/** Words of tables in and out, and of handing over. The headings are what the reader looks for. */
export const tableWords = words({
  cancel: { zh: '不了', en: 'Cancel' }, close: { zh: '好', en: 'Close' },
  importTitle: { zh: '导入表格', en: 'Import a table' },
  importLine: { zh: '一行一套，至少有“房号”和“面积”两列。产权人几位用顿号隔开，或者分几行写。先试一遍，看过再收。已经在册的，只改面积，不改业主。',
    en: 'One title a row, with at least the columns 房号 and 面积. Joint owners with a comma, or in rows of their own. It is tried out first. Of titles known already only areas change, never owners.' },
  choose: { zh: '选文件', en: 'Choose a file' }, empty: { zh: '下载空表', en: 'Download an empty table' }, reading: { zh: '正在读', en: 'Reading' },
  found: (rows: number, added: number, changed: number, same: number) => ({ zh: `读到${rows}套：新增${added}套，改面积${changed}套，${same}套一样。`, en: `${rows} titles read: ${added} new, ${changed} with another area, ${same} the same.` }),
  problems: (n: number) => ({ zh: `${n}行收不了，改好再导一次就行：`, en: `${n} rows can't be taken; mend them and import again:` }), notes: { zh: '有几处请看一眼：', en: 'A few things to look at:' },
  line: (n: number) => ({ zh: `第${n}行`, en: `row ${n}` }), nothingNew: { zh: '没有要收的', en: 'Nothing new' }, takeIn: (n: number) => ({ zh: `收下${n}套`, en: `Take in ${n}` }),
  taken: (added: number, changed: number) => ({ zh: `收好了：新增${added}套，改面积${changed}套`, en: `Taken in: ${added} new, ${changed} areas corrected` }),
  room: { zh: '房号', en: '房号 Room' }, area: { zh: '面积', en: '面积 Area' }, owners: { zh: '产权人', en: '产权人 Owners' }, phone: { zh: '电话', en: '电话 Telephone' }, kind: { zh: '类型', en: '类型 Kind' },
  status: { zh: '状态', en: '状态 State' }, source: { zh: '面积来源', en: '面积来源 Source' }, voter: { zh: '谁投票', en: 'Who votes' }, state: { zh: '投不了的原因', en: 'Why not' }, notCounted: { zh: '不计票', en: 'not counted' },
  emptyFile: (compound: string) => ({ zh: `${compound}业主名册空表`, en: `${compound} empty register` }), file: (compound: string) => ({ zh: `${compound}业主名册`, en: `${compound} voting register` }),
  take: { zh: '带走名单', en: 'Take the list along' }, takeLine: { zh: '姓名遮着，没有电话。表上写明谁在什么时候为什么拿走，也记一条。', en: 'Names stay hidden, no telephones. The sheet says who took it, when and why; it is recorded.' },
  forWhat: { zh: '用来做什么', en: 'What for' }, takeNow: { zh: '下载表格', en: 'Download' },
  mark: (name: string, at: string, purpose: string) => ({ zh: `${name} ${at} 下载，用于${purpose}。用完销毁。`, en: `Taken by ${name}, ${at}, ${purpose}. Destroy after use.` }),
  handTitle: { zh: '移交名册', en: 'Hand the register over' }, handLine: (org: string) => ({ zh: `整本交过去，${org}从那一刻起看不到里面。`, en: `All of it goes; from then on ${org} sees nothing of it.` }),
  taker: { zh: '交给谁', en: 'To whom' }, needTaker: { zh: '先选交给谁', en: 'Say to whom' }, noTaker: { zh: '现在没有可以接手的组织。新一届业委会登记以后再来。', en: 'Nobody can take it now. Come back when the new committee is entered.' }, handNow: { zh: '移交', en: 'Hand over' },
})
