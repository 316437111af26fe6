import { words } from '../../../../ui-kit/index.ts'

/** Words of opinion polls at the desk. */
export const deskWords = words({
  title: { zh: '意见征集', en: 'Opinion polls' }, line: { zh: '问一件事，看大家分在哪、都接受什么。', en: 'Ask, and see what divides and what all accept.' },
  start: { zh: '问一件事', en: 'Ask something' }, back: { zh: '全部征集', en: 'All polls' }, failed: { zh: '没有取到', en: 'Not read' }, again: { zh: '再取一次', en: 'Try again' },
  open: { zh: '正在收', en: 'Open' }, soon: { zh: '还没开', en: 'Not open yet' }, closed: { zh: '收完的', en: 'Closed' }, draft: { zh: '还没公布', en: 'draft' },
  none: { zh: '还没有征集过意见', en: 'Nothing has been asked yet' }, noneLine: { zh: '有一件事大家说法不一，先听清各种说法，再开会定。', en: 'When views differ, hear them all first and decide in a meeting.' },
  pick: { zh: '左边选一次征集', en: 'Choose one at the left' }, pickLine: { zh: '看大家怎么说，拟决议草案，打印纸卷。', en: 'See what people say, draft a resolution, print sheets.' },
  until: (day: string) => ({ zh: `到${day}`, en: `until ${day}` }), days: (from: string, to: string) => ({ zh: `${from}到${to}`, en: `${from} to ${to}` }),
  people: (n: string) => ({ zh: `${n}人`, en: `${n} people` }), statements: (n: string) => ({ zh: `${n}条`, en: `${n} statements` }), answers: (n: string) => ({ zh: `${n}次作答`, en: `${n} answers` }),
  channels: (phone: string, paper: string, door: string) => ({ zh: `手机${phone}人，纸卷${paper}人，当面${door}人`, en: `phone ${phone}, paper ${paper}, at the door ${door}` }),
  question: { zh: '问什么', en: 'The question' }, questionHint: { zh: '一句话，像您会在楼下问的那样', en: 'One sentence, as you would ask it downstairs' },
  about: { zh: '补充几句', en: 'A few words about it' }, aboutHint: { zh: '为什么问、会怎么用，会公布', en: 'Why, and what it is for; public' },
  place: { zh: '问谁', en: 'Who is asked' }, opens: { zh: '从哪天', en: 'From' }, closes: { zh: '到哪天', en: 'Until' },
  seeds: { zh: '先放几条说法', en: 'Statements to begin with' }, seedsHint: { zh: '一行一条，每条最多140个字。正反都放，大家才好答。', en: 'One a line, at most 140 characters. Put both sides.' },
  seedLong: (n: number) => ({ zh: `第${n}行太长，最多140个字`, en: `Line ${n} is too long` }),
  ready: { zh: '先写问题、日子', en: 'Enter the question and days' }, keep: { zh: '存成草稿', en: 'Keep as a draft' }, cancel: { zh: '先不', en: 'Not now' },
  notDone: { zh: '没有办成', en: 'Not done' },
  post: { zh: '公布，开始收', en: 'Post it' }, postLine: { zh: '公布以后，问题和日子不能再改；到日子自动收。', en: 'Question and days stay as they are then; it closes by itself.' },
  close: { zh: '今天收', en: 'Close today' }, settle: { zh: '纸卷齐了，现在定图', en: 'All sheets are in: draw the final map' },
  settling: { zh: '手机上收完了，等纸卷', en: 'Answering is over; sheets still come' },
  settleLine: (day: string) => ({ zh: `截止前填好的纸卷，录到${day}；过了这天，图自己定下来。`, en: `Sheets filled in time are taken until ${day}; then the final map is drawn by itself.` }),
  draftIt: { zh: '拟成决议草案', en: 'Draft a resolution' }, draftTitle: { zh: '决议草案', en: 'Draft resolution' },
  draftLine: (people: number, groups: number) => ({ zh: `${people}人作答，${groups}群都接受。一个字没改，照大家的原话排的；定不定、怎么改，会上说了算。`, en: `${people} people, accepted by all ${groups} groups. In their own words; the meeting decides.` }),
  least: (n: number, percent: number) => ({ zh: `第${n}条，最低的一群也有${percent}%`, en: `No. ${n}: at least ${percent}% in each group` }),
  copy: { zh: '复制', en: 'Copy' }, copied: { zh: '复制好了', en: 'Copied' }, meeting: { zh: '约一场会来定', en: 'Plan a meeting on it' }, fromGround: { zh: '用意见图上都接受的几条', en: 'Take what every group on the map accepts' },
  toMeeting: { zh: '到会上记决议', en: 'To the meeting' },
  shut: { zh: '关上', en: 'Close' },
  paper: { zh: '打印纸卷', en: 'Print sheets' }, page: { zh: '居民看的页', en: 'Public page' }, table: { zh: '看表格', en: 'Table' }, picture: { zh: '看图', en: 'Picture' },
  sheets: { zh: '录纸卷', en: 'Enter sheets' },
  held: (n: number) => ({ zh: `${n}条等人看一眼才登出来`, en: `${n} wait for a look` }), look: { zh: '去看', en: 'Look' },
  all: { zh: '所有说法', en: 'All statements' }, number: { zh: '号', en: 'No.' }, words: { zh: '说法', en: 'Statement' }, by: { zh: '谁说的', en: 'By' }, state: { zh: '状态', en: 'State' },
  stateHeld: { zh: '等人看', en: 'waits' }, stateShown: { zh: '登着', en: 'up' }, stateRemoved: { zh: '拿掉了', en: 'taken down' },
  add: { zh: '补一条', en: 'Add one' }, addLine: { zh: '上门听来的、会上说的，记在单位名下。', en: 'Heard at the door or in a meeting; under the name of the office.' }, addIt: { zh: '登出来', en: 'Put it up' },
  early: { zh: '答的人还少，图还没画', en: 'Too few for a map yet' }, earlyLine: (n: number) => ({ zh: `满${n}人才画：最后答的5人总留着不画，免得看出谁刚答了什么。可以请楼栋长带纸卷上门。`, en: `It takes ${n} people: the last five always wait, so that no single answer can be told. Captains can bring paper sheets.` }),
  waiting: { zh: '够人了，马上就画出来', en: 'Enough people; it is being drawn' }, waitingLine: { zh: '过一会儿再看。', en: 'Look again in a moment.' },
  thread: { zh: '它属于的议事', en: 'Its thread' }, notFound: { zh: '没有这次征集，或不归您看', en: 'There is no such poll, or it is not yours' },
  sheetTitle: { zh: '意见纸卷', en: 'Opinion sheet' },
  printIt: { zh: '打印', en: 'Print' }, sheetLine: { zh: '一人一张，背面不用。楼栋长收回后在手机上录，一样算数。', en: 'One a person. Captains enter them on the phone; they count the same.' },
})

/** What is printed on the sheet: Chinese in every language of the screen. */
export const SHEET = {
  ask: '您怎么看？', how: '每一条在一个方框里打勾。不想答的空着。不写姓名，不写门牌。收完以后，答案去掉名字公开。', agree: '赞成', disagree: '不赞成', pass: '说不好', building: '我住的楼栋：', mine: '我还想说（一句话）：',
  back: (day: string, keeper: string): string => `请在${day}前交给楼栋长或${keeper}，也可以扫码在手机上答，一人只答一次。`, scan: '扫码作答',
} as const
