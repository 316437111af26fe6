import type { Cell, Paper } from '../../kit/papers/index.ts'
import { civilDate } from '../../kit/papers/index.ts'
import { saidCount } from '../rules/share.ts'
import type { Measure } from '../rules/vote.ts'
import type { Day, VoteFacts } from './types.ts'
import { squareMetres, windowWords } from './words.ts'

export type FilingInput = {
  readonly vote: VoteFacts
  /** What is filed, as '业主委员会换届' or '续聘物业服务企业', and with which street. */
  readonly matter: string
  readonly street: string
  readonly compound: { readonly name: string; readonly address: string; readonly homes: number; readonly totals: Measure }
  readonly noticed: { readonly from: Day; readonly to: Day }
  readonly posted: { readonly from: Day; readonly to: Day }
  readonly took: Measure
  readonly result: string
  /** Members of a new committee with their office and term; empty where none was elected. */
  readonly members: readonly { readonly name: string; readonly office: string; readonly building: string; readonly term: string }[]
  /** The papers that are handed in, each with its day and pages. */
  readonly papers: readonly { readonly name: string; readonly day: Day; readonly pages: number | null }[]
  /** Until when it has to be filed and until when the street answers, with the rule. */
  readonly due: { /** Null where nothing asks for filing by a day. */ readonly file: Day | null; readonly answer: string }
  readonly day: Day
}

/** 备案表: who files what with the street, the dates of each step, the papers, and room for the street's answer. A filing tells; it approves nothing. */
export function filingPaper({ vote, compound, ...input }: FilingInput): Paper {
  const period = ({ from, to }: { from: Day; to: Day }): string => `${civilDate(from)}至${civilDate(to)}`
  return {
    format: 'plain', name: `${vote.body}备案表`, title: `${vote.body}备案表`, foot: 'pages',
    body: [
      { kind: 'facts', rows: [
        [['报送', input.street], ['编号', vote.number]],
        [['备案事项', input.matter]],
        [['物业区域', compound.name], ['坐落', compound.address]],
        [['计票房屋', `${saidCount(compound.homes)}套`], ['名册合计', `${squareMetres(compound.totals.area)}，${saidCount(compound.totals.heads)}人`]],
        [['会议', vote.meeting], ['公告', period(input.noticed)]],
        [['投票', windowWords(vote)]],
        [['参与表决', `${squareMetres(input.took.area)}，${saidCount(input.took.heads)}人`], ['结果公示', period(input.posted)]],
        [['结果', input.result]],
        [['联系人', vote.contact.name], ['电话', vote.contact.phone]],
      ] },
      ...(input.members.length === 0 ? [] : [{ kind: 'table', caption: '业主委员会成员', columns: [
        { title: '姓名', share: 22 }, { title: '职务', share: 22 }, { title: '楼栋', share: 20 }, { title: '任期', share: 36 },
      ], rows: input.members.map(({ name, office, building, term }): Cell[] => [name, office, building, term]) } as const]),
      { kind: 'table', caption: '交来的材料', columns: [
        { title: '序号', share: 8, align: 'center' }, { title: '材料', share: 52 }, { title: '日期', share: 24, align: 'center' },
        { title: '页数', share: 16, align: 'center' },
      ],
        rows: input.papers.map(({ name, day, pages }, at): Cell[] => [String(at + 1), name, civilDate(day), pages === null ? '' : String(pages)]) },
      ...(input.due.file === null ? [] : [{ kind: 'text', small: true, flush: true, text: `最晚${civilDate(input.due.file)}报送。${input.due.answer}` } as const]),
      { kind: 'together', blocks: [
        { kind: 'facts', rows: [
          [['报送人（章）', '\n\n'], ['收件人（章）', '']], [['报送日期', civilDate(input.day)], ['收件日期', '']], [['街道答复', '\n\n\n']],
        ] },
      ] },
    ],
  }
}
