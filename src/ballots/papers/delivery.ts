import type { Cell, Paper } from '../../kit/papers/index.ts'
import type { VoteFacts } from './types.ts'
import { squareMetres } from './words.ts'

/** A ballot to deliver; what is known already is printed, what is null is left for a pen. */
export type ToDeliver = {
  readonly number: string
  readonly home: string
  readonly area: number
  /** In words: handed over, put up at the door. */
  readonly way: string | null
  readonly when: string | null
}

/** 送达登记表 of one building: how and when each ballot reached its home, signed for by whoever took it and by the two who brought it. */
export function deliveryPaper(vote: VoteFacts, building: string, all: readonly ToDeliver[]): Paper {
  return {
    format: 'plain', orientation: 'landscape', name: `${vote.body}${vote.meeting}送达登记表`, title: '表决票送达登记表', foot: 'pages',
    body: [
      { kind: 'text', flush: true, text: `${vote.body}　${vote.meeting}　　${building}　共${all.length}张　　编号前缀 ${vote.number}` },
      { kind: 'table', tall: true, columns: [
        { title: '编号', share: 7, align: 'center' }, { title: '房屋', share: 17 }, { title: '面积', share: 13, align: 'right' },
        { title: '送达方式', share: 15, align: 'center' }, { title: '送达时间', share: 15, align: 'center' }, { title: '签收人签名', share: 15 },
        { title: '送达人甲', share: 10 }, { title: '送达人乙', share: 10 }, { title: '备注', share: 12 },
      ], rows: all.map(({ number, home, area, way, when }): Cell[] => [number, home, area === 0 ? '' : squareMetres(area), way ?? '', when ?? '', '', '', '', '']) },
      { kind: 'together', blocks: [
        { kind: 'text', small: true, flush: true, text: '送达方式写：当面、信箱、挂号信、手机、张贴。'
          + '张贴的，由两名送达人拍照并签名。送达人不能是候选人。没送到的也要写明哪天去过、为什么没送到。' },
        { kind: 'sign', labels: ['送达人甲', '送达人乙', '日期'] },
      ] },
    ],
  }
}
