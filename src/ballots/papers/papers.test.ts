import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { type Paper, paperDocx, paperPdf } from '../../kit/papers/index.ts'
import { drawPage, ink, readPdf } from '../../kit/papers/testing.ts'
import {
  ballotPaper, ballotPapers, candidatesPaper, certificatePaper, countSheetPaper, type Counted, deliveryPaper, electedPaper, filingPaper, nominationPaper, noticePaper,
  type Outcome,
  readingPaper, resultPaper, type Sealed, type Topic, type VoteFacts,
} from './index.ts'

const vote: VoteFacts = {
  to: '全体业主', owners: true,
  body: '梧桐苑业主大会', meeting: '2026年第一次会议', number: 'WT-2026-01', issuers: ['梧桐苑业主委员会'], secret: false,
  window: { from: '2026-09-25T09:00', to: '2026-10-23T18:00' }, contact: { name: '沈立群', phone: '555-0132', place: '党群服务站' },
}
const topic: Topic = {
  title: '中心花园东侧绿地改建38个停车位', text: ['改建后绿地减少420.00平方米。'], atMost: 1, options: ['同意', '反对', '弃权'].map((label) => ({ label })),
}
const measure = (area: number, heads: number): { area: number; heads: number } => ({ area, heads })
const short: Counted = { topic: topic.title, matter: '民法典第二百七十八条第一款第八项', result: {
  outcome: 'not_passed',
  participation: {
    totals: measure(9_130_832, 846), took: measure(6_214_736, 583), need: measure(6_087_222, 564), missing: measure(0, 0),
    reached: { area: true, heads: true }, say: { zh: '', en: '' }, source: { law: '民法典' },
  },
  majorities: {
    sides: { agree: measure(4_670_000, 436), against: measure(1_200_000, 120), abstain: measure(344_736, 27) }, silentWith: null,
    need: measure(4_661_052, 438), short: measure(0, 2), reached: { area: true, heads: false },
  },
} }
const outcome: Outcome = { kind: 'motion', questions: [short] }
const sealed: Sealed = { size: 583, root: '9f86d081'.repeat(8), on: '2026-10-23' }
const of = { number: '0417', address: 'https://linli.example/b/7K2M9QXA', area: 8956, heads: 1, named: { homes: '3栋2单元1201', voter: '龘先生' } }
const input = { vote, topics: [topic], returns: '投入3栋架空层票箱' }
const hanging = { from: '2026-10-26', to: '2026-11-02', rule: '三日内公示', objections: '写给业主委员会' }

/** All that a paper says, in the order in which it says it. */
const said = (paper: Paper): string => JSON.stringify(paper).replace(/[{}[\]"]|\b(kind|text|title|label|blocks|rows|face|flush|small)\b:?/g, '')
const wordSays = async (papers: Paper | readonly Paper[]): Promise<string> => {
  const xml = await (await JSZip.loadAsync(await paperDocx(papers))).file('word/document.xml')?.async('string')
  return [...(xml ?? '').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')
}

test('[B90] a ballot says the topic as posted, home, area, choices, number and code; in Word and in the PDF the same', async () => {
  const paper = ballotPaper(input, of)
  const [page, more] = readPdf(await paperPdf(paper))
  const word = await wordSays(paper)
  for (const words of ['编号　WT-2026-01-0417', '3栋2单元1201', '89.56平方米，1人', '龘先生', topic.title, ...topic.text, '同意', '弃权', '业主或受托人签名']) {
    expect(word).toContain(words)
    expect(page?.text).toContain(words)
  }
  expect(more).toBeUndefined()
  if (!page) throw new Error('no page')
  // a code, three boxes to tick, and ink where the topic stands
  expect([page.pictures, page.boxes]).toEqual([1, 3])
  const at = page.set.find(({ says, size }) => says === '花' && size === 14)
  if (!at) throw new Error('the topic is not on the page')
  expect(ink(await drawPage(page), { x: at.x, y: page.height - at.y - 12, w: 14, h: 14 })).toBeGreaterThan(15)
})

test('[B91] a ballot of a secret vote has neither home nor name nor a line to sign, and says so before anybody votes', () => {
  const secret = said(ballotPaper({ ...input, vote: { ...vote, secret: true } }, { ...of, named: null }))
  expect(secret).toContain('本次表决不记名')
  for (const words of ['1201', '龘', '签名']) expect(secret).not.toContain(words)
})

test('[B90] all ballots of a vote come in one file, a page and a number each', async () => {
  const all = Array.from({ length: 60 }, (_, at) => ({ ...of, number: String(at + 1).padStart(4, '0') }))
  const pages = readPdf(await paperPdf(ballotPapers(input, all)))
  expect(pages.map(({ text }) => /WT-2026-01-(\d{4})/.exec(text)?.[1])).toEqual(all.map(({ number }) => number))
})

test('[B92] the posting says what was short by both counts and never names a home; the certificate has opinions as an annex', async () => {
  const posting = await wordSays(resultPaper(vote, outcome, sealed, { ...hanging, address: 'https://linli.example/v/7K2M9QXA' }))
  expect(posting).toContain('结果：未通过：人数差2人，面积够。')
  expect(posting).toContain('同意46,700.0075.14%436')
  expect(posting).not.toContain('单元')
  const certificate = await wordSays(certificatePaper({
    vote, outcome, sealed, noticed: { from: '2026-09-08', to: '2026-09-24' }, frozenOn: '2026-09-20',
    delivered: { homes: 884, until: '2026-09-24' }, rules: [], scrutineers: ['甲', '乙', '丙'], day: '2026-10-26',
    opinions: [{ of: '听雨桥街道办事处', asked: '2026-09-01', given: null, words: null }],
  }))
  expect(certificate).toContain('不是决定生效的条件。（一）听雨桥街道办事处。2026年9月1日征求，期限内没有提出意见。')
  expect(certificate).toContain('梧桐苑业主委员会2026年10月26日')
})

test('[B90] notice, lists, sheets and forms are set in both formats and end where they should', async () => {
  const notice = noticePaper({
    vote, topics: [topic], posted: { from: '2026-09-08', to: '2026-09-24', rule: '十五日' },
    electorate: '全体业主，846人', ways: ['纸质选票'], passes: '', silence: '', holds: '',
    objections: { until: '2026-09-24', how: '写给业主委员会' }, day: '2026-09-08', attachments: ['方案', '图纸'],
  })
  const papers = [
    notice, readingPaper(vote, topic),
    deliveryPaper(vote, '3栋', [{ number: '0417', home: '3栋2单元1201', area: 8956, way: '张贴', when: '9月24日18:30' }]),
    countSheetPaper(vote, '2026-10-24T10:00', {
      channels: [{ channel: '纸质', ballots: 583, area: 6_214_736, heads: 583 }], unmarked: 0, invalid: [],
      conflicts: [{ number: '0093', holds: '以最后一次为准' }],
    }, outcome, sealed, ['甲', '乙', '丙']),
    ballotPaper({ ...input, topics: [{ ...topic, atMost: 3, people: true }] }, of),
    nominationPaper({ vote, elected: '业主委员会', seats: 5, reserves: 2, term: { from: '2026-12-20', to: '2031-12-19' }, conditions: ['按时交物业费'],
      source: '《某市办法》第三条', opinionDays: 5, day: '2026-09-08' }),
    electedPaper({ vote, elected: '业主委员会', name: '何建平', office: '主任', ...{ votes: measure(3_900_000, 400), took: measure(6_214_736, 583) },
      term: { from: '2026-12-20', to: '2031-12-19' }, posted: '2026-10-26', day: '2026-11-01' }),
    candidatesPaper(vote, 5, [{ number: 1, name: '何建平', building: '1栋', nominatedBy: '本人自荐', words: '把账贴出来。' }], ['6人全部符合。'], hanging),
    filingPaper({
      vote, matter: '业主委员会换届', street: '听雨桥街道办事处', compound: { name: '梧桐苑', address: '听雨桥路18号', homes: 884, totals: measure(9_130_832, 846) },
      noticed: hanging, posted: hanging, took: measure(6_214_736, 583), result: '当选5人。', members: [],
      papers: [{ name: '决议', day: '2026-10-26', pages: 3 }], due: { file: '2026-11-25', answer: '街道五个工作日内答复。' }, day: '2026-11-01',
    }),
    resultPaper(vote, { kind: 'budget', rule: '等额分担法', budget: 24_000_000, spent: 4_600_000, voters: 600, projects: [
      { name: '歇脚凳', cost: 4_600_000, votes: 200, funded: true, why: '每人分担230元' }] }, sealed, { ...hanging, address: 'https://linli.example/v/1' }),
    resultPaper(vote, { kind: 'election', seats: 5, totals: measure(9_130_832, 846), took: measure(6_214_736, 583), need: measure(6_087_222, 564),
      candidates: [{ number: 1, name: '何建平', ...measure(3_900_000, 400), outcome: 'elected' }] },
    sealed, { ...hanging, address: 'https://linli.example/v/2' }),
  ]
  const pdf = readPdf(await paperPdf(papers)).map(({ text }) => text).join('')
  const word = await wordSays(papers)
  for (const words of ['全体业主：', '附件：1. 方案', '梧桐苑业主委员会2026年9月8日', '送达人甲', '张贴', '监票人丙', '以最后一次为准', '本人自荐', '2026年11月25日', '46,000元', '当选', '选举票', '最多选三人',
    '候补委员二人以内', '五个工作日内可以提出意见', '何建平当选业主委员会主任', '同意400人']) {
    expect(word).toContain(words)
    expect(pdf).toContain(words)
  }
  // owners and committees are no organs: no red head on any paper of theirs
  expect(papers.every(({ head }) => head === undefined || head.issuer === 'body')).toBe(true)
})
