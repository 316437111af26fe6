import { readFileSync } from 'node:fs'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { paperDocx, paperPdf } from '../../kit/papers/index.ts'
import { drawPage, ink, readPdf } from '../../kit/papers/testing.ts'
import { covenantPoster } from './covenant.ts'
import {
  callPaper, hearingPaper, minutesPaper, postingPaper, signInPaper, type Attendance, type Decided, type MeetingFacts, type SpokenLine,
} from './index.ts'

const meeting: MeetingFacts = {
  kind: 'deliberation', title: '5号楼2单元加装电梯议事会', series: '听雨桥社区居民议事会', number: '听雨桥议〔2026〕7号',
  from: '2026-05-16T19:00', to: '2026-05-16T20:40', venue: '党群服务站二楼', presider: '管仲华', clerk: '马晓琴',
  issuers: ['听雨桥社区居民委员会'], contact: { name: '马晓琴', phone: '555-0121' },
}
const agenda = [{ n: 1, title: '入户方式', minutes: 30 }, { n: 2, title: '分摊和补偿', minutes: 50 }]
const lines: readonly SpokenLine[] = [
  { agenda: 1, kind: 'opinion', label: '街道厉行远', words: '平层入户要改阳台，每户多四万元左右' },
  { agenda: 2, kind: 'objection', label: '一楼东户', words: '采光挡了，要有补偿。' },
  { agenda: 2, kind: 'note', label: '', words: '休会五分钟' },
]
const decided: readonly Decided[] = [
  { n: 1, words: '选半层入户的方案', yes: 11, no: 1, abstained: 0, minority: '龘先生认为平层更方便老人', carried: true, tasks: [], evaluateOn: '2026-11-14', toVote: true,
    withdrawn: false },
  { n: 2, words: '补偿一楼东户6,000元，开工前付清。', yes: 12, no: 0, abstained: 0, minority: '', carried: true,
    tasks: [{ title: '付清补偿', owner: '管仲华', due: '2026-06-30' }], evaluateOn: '2026-11-14', toVote: false, withdrawn: false },
  { n: 3, words: '平层入户', yes: 2, no: 9, abstained: 1, minority: '', carried: false, tasks: [], evaluateOn: null, toVote: false, withdrawn: false },
]
const attendance: Attendance = { invited: 14, present: ['管仲华', '马晓琴', '一楼东户'], counted: 12, excused: ['一楼西户'], absent: ['设计单位'],
  observers: ['街道厉行远'] }
const minutes = minutesPaper({ meeting, agenda, lines, decided, open: ['夜间噪声怎么量，下次再议'], attendance, approvedOn: '2026-05-26',
  objections: [{ label: '一楼东户', words: '6,000元要写明付款日', resolution: 2, answer: '已写明：6月30日前' }] })

const opened = async (docx: Uint8Array, name: string): Promise<string> => (await (await JSZip.loadAsync(docx)).file(name)?.async('string')) ?? ''
const faces = { 仿宋_GB2312: '仿宋', 楷体_GB2312: '楷体', 黑体: '黑体', 方正小标宋简体: '小标宋', 宋体: '宋体' }

/** What a Word file says when it is opened again: a line for each paragraph, with the face and size (half points) of each of its runs. */
function readBack(xml: string): string {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)].map(([paragraph]) => {
    const side = /<w:jc w:val="(\w+)"/.exec(paragraph)?.[1] ?? 'left'
    const runs = [...paragraph.matchAll(/<w:r>(.*?)<\/w:r>/gs)].flatMap(([, run = '']) => {
      const said = [...run.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab)\/>/g)].map(([, text, tab]) => (tab ? '→' : text)).join('')
      const face = /w:eastAsia="([^"]+)"/.exec(run)?.[1] ?? ''
      const known = Object.entries(faces).find(([name]) => name === face)?.[1] ?? face
      return said === '' ? [] : [`[${known} ${/<w:sz w:val="(\d+)"/.exec(run)?.[1] ?? ''}]${said}`]
    })
    return runs.length === 0 ? '' : `${side} ${runs.join('')}`
  }).filter((line) => line !== '').join('\n')
}

test('[DM40] minutes opened again in Word say every word in its face and size, with the head of the norm in black and numbered pages', async () => {
  const docx = await paperDocx(minutes)
  const xml = await opened(docx, 'word/document.xml')
  const golden = readFileSync(new URL('./minutes.golden.txt', import.meta.url), 'utf8').trim()
  expect(readBack(xml)).toBe(golden)
  expect(xml).not.toContain('D7000F')
  // in twips: margins of 37, 26, 35 and 28 mm, the grid of 22 lines, the head 33 mm and half a line's lead under the edge of the type area
  expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  expect(xml).toMatch(/<w:docGrid(?=[^>]*w:linePitch="580")/)
  expect(xml).toMatch(/w:before="1871"[^>]*\/>.{0,200}<w:jc w:val="center"|<w:jc w:val="center"\/>.{0,200}w:before="1871"/s)
  const feet = (await Promise.all(['word/footer1.xml', 'word/footer2.xml'].map((name) => opened(docx, name)))).join('')
  expect(feet).toContain('— ')
  expect(feet.match(/PAGE/g)).toHaveLength(2)
})

test('[DM40] the PDF of minutes has ink where its Chinese stands, the head 35 mm under the type area’s edge, and its pages numbered', async () => {
  const pages = readPdf(await paperPdf(minutes))
  const [first] = pages
  if (!first) throw new Error('no page')
  const text = pages.map((page) => page.text).join('')
  for (const words of ['听雨桥议〔2026〕7号', '同意11人，反对1人。', '不同意的意见：龘先生认为平层更方便老人。', '由管仲华负责，2026年6月30日前办完', '出席：管仲华、马晓琴、一楼东户等12人',
    '请假：一楼西户', '缺席：设计单位', '一楼东户（不同意见）：采光挡了', '街道厉行远（专家意见）']) expect(text).toContain(words)
  expect(pages.map((page, at) => page.text.replaceAll(' ', '').includes(`—${at + 1}—`))).toEqual(pages.map(() => true))
  const head = first.set.filter(({ size }) => size > 24)
  expect(head.map(({ says }) => says).join('')).toBe('听雨桥社区居民议事会纪要')
  expect(first.text).toContain('选半层入户的方案') // the items of the agenda pull nothing over to the next page
  const two = { ...decided[1], n: 2, words: '北墙边到20:00给孩子踢球；狗拴绳走外圈。试八周。', yes: 25, no: 0, abstained: 2, minority: '', carried: true, evaluateOn: '2026-09-20',
    tasks: [{ title: '外圈划线，北墙装网', owner: '润庭物业', due: '2026-07-31' }], toVote: false, withdrawn: false }
  const set = readPdf(await paperPdf(minutesPaper({ meeting, agenda, lines, decided: [two], open: [], attendance, approvedOn: null, objections: [] }))).flatMap((page) => page.set)
  const turn = set.findIndex(({ says }, at) => says === '。' && set[at + 1]?.says === '同')
  expect(set[turn + 1]?.y).toBe(set[turn]?.y) // a line of two faces stays one line
  const drawn = await drawPage(first)
  for (const { x, y, size, says } of head) {
    expect(ink(drawn, { x, y: first.height - y - size * 0.85, w: size, h: size }), says).toBeGreaterThan(size * size * 0.08)
  }
  // the first inked row of the page: 37 + 35 mm from its top, to within 2 mm
  const rows = Array.from({ length: Math.round(first.height) }, (_, y) => ink(drawn, { x: 0, y, w: first.width, h: 1 }))
  expect(Math.abs(rows.findIndex((dark) => dark > 0) / 72 * 25.4 - 72)).toBeLessThan(2)
})

test('[DM40] call, sign-in sheet, hearing record and posting say in both formats what they have to', async () => {
  const parties = [{ label: '一楼西户', heard: 'declined', words: '不反对，也不出钱' }, { label: '设计单位', heard: null, words: '' }] as const
  const address = 'https://linli.example/meetings/1'
  const papers = [
    callPaper({ meeting, agenda, addressee: '5号楼2单元全体住户', decides: '可以定方案和分摊；要花业主的钱，还要业主表决', address,
      invited: [{ role: '各方', labels: ['一楼东户', '设计单位'] }], posted: { on: '2026-05-08', rule: '会前不少于7天' } }),
    signInPaper(meeting, [{ label: '一楼东户', role: '利害关系人' }], address),
    hearingPaper({ meeting: { ...meeting, kind: 'hearing', title: '5号楼2单元加装电梯听证会' }, agenda, lines, parties, attendance, decides: '听证会不作决定' }),
    postingPaper({ meeting, addressee: '5号楼2单元全体住户', decided, address, posted: { from: '2026-05-18', to: '2026-05-25', rule: '公示七天' } }),
  ]
  const pages = papers.map(async (paper) => readPdf(await paperPdf(paper)))
  const [call, sheet, hearing, posting] = await Promise.all(pages)
  const says = (one: Awaited<typeof pages[number]> | undefined): string => (one ?? []).map(({ text }) => text).join('')
  for (const words of ['5号楼2单元全体住户：', '2026年5月16日19时至20时40分', '（一）入户方式（30分钟）。', '还要业主表决。', '来不了怎么说', '会前不少于7天']) expect(says(call)).toContain(words)
  expect([call?.[0]?.pictures ?? 0, call?.[1]?.pictures ?? 0].reduce((a, b) => a + b)).toBe(1)
  for (const words of ['扫码签到', '□到　□请假', '利害关系人', '不写门牌']) expect(says(sheet)).toContain(words)
  expect([sheet?.length, sheet?.[0]?.pictures]).toEqual([1, 1])
  for (const words of ['一楼西户。书面表示不发言：不反对，也不出钱。', '设计单位。还没有发言，也没有书面答复。', '听证会不作决定。', '更正或补充']) expect(says(hearing)).toContain(words)
  for (const words of ['议定和没有议定的事项', '（三）平层入户。同意2人，反对9人，弃权1人。没有通过。', '2026年5月18日至2026年5月25日（公示七天）',
    '业主表决通过后才生效']) expect(says(posting)).toContain(words)
  const word = readBack(await opened(await paperDocx(papers), 'word/document.xml'))
  for (const words of ['会前不少于7天', '扫码签到', '应当听取的各方', '有异议怎么提']) expect(word).toContain(words)
})

test('[DC9] a covenant hangs in the type of posters on one page while its clauses fit there', async () => {
  const poster = (clauses: readonly string[]) => covenantPoster({ title: '梧桐里邻里公约', place: '梧桐里社区', n: 2, keeper: '梧桐里社区', clauses, commentsUntil: null, signatures: 3,
    adopted: { on: '2026-10-16', yes: 318, answers: 402 }, address: 'https://linli.example/covenants/1' })
  const clause = '中心花园放音乐，晚上七点到八点半，到最近的窗前不超过55分贝。'
  const [few, many] = [poster(Array(5).fill(clause)), poster(Array(12).fill(clause))]
  expect([few.format, many.format]).toEqual(['poster', 'large'])
  expect([readPdf(await paperPdf(few)).length, readPdf(await paperPdf(many)).length]).toEqual([1, 1])
})
