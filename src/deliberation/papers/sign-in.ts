import type { Cell, Paper } from '../../kit/papers/index.ts'
import { KIND_NAMES, type MeetingFacts } from './types.ts'
import { spanWords } from './words.ts'

/** Somebody who is invited, as the public reads it. */
export type Expected = { readonly label: string; readonly role: string }

const BLANK = 12

/**
 * 签到表: everybody invited with a box for 'came' and 'sent word', blank lines for everybody else, a code for those who sign in by phone. It goes
 * round, is photographed, and counts the same.
 */
export function signInPaper(meeting: MeetingFacts, expected: readonly Expected[], address: string): Paper {
  const rows = expected.map(({ label, role }, at): Cell[] => [String(at + 1), label, role, '□到　□请假', '', ''])
  const blank = Array.from({ length: BLANK }, (_, at): Cell[] => [String(expected.length + at + 1), '', '', '□到', '', ''])
  return {
    format: 'plain', name: `${meeting.title}签到表`, foot: 'pages',
    body: [
      { kind: 'qr', content: address, caption: '扫码签到', size: 30, beside: [
        { kind: 'title', text: `${KIND_NAMES[meeting.kind]}签到表` },
        { kind: 'text', align: 'center', text: meeting.title },
        { kind: 'text', align: 'center', text: `${spanWords(meeting)}　${meeting.venue}` },
      ] },
      { kind: 'table', tall: true, columns: [
        { title: '序号', share: 7, align: 'center' }, { title: '姓名或愿意公开的称呼', share: 24 }, { title: '代表', share: 16 },
        { title: '到会', share: 18, align: 'center' }, { title: '要发言√', share: 13, align: 'center' }, { title: '签名', share: 22 },
      ], rows: [...rows, ...blank] },
      { kind: 'text', small: true, flush: true, text: '不写门牌、不写电话。签名只留在这张纸上；纪要里写的是称呼。' },
      { kind: 'sign', labels: ['主持人', '记录人', '实到人数'] },
    ],
  }
}
