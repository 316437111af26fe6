/** What the entries of a story say that console and phone say alike: contact, objections, time, return visits, whistles and what follows them. */
import type { Said } from '../../../kit/pure.ts'
import { isThreadStage, matterActs, reasonOf, type ThreadStage } from '../../rules/index.ts'

const said = (zh: string, en: string): Said => ({ zh, en })
type Told = { readonly kind: string; readonly to: string | null; readonly facts: Readonly<Record<string, unknown>> }

const CONTACTS: Readonly<Record<string, Said>> = {
  phone: said('打电话联系了报的人', 'called the reporter'), door: said('上门见了报的人', 'met the reporter at the door'),
  page: said('在回执页给报的人留了话', 'left the reporter a word on the page'),
}
const times = (count: unknown): number => (typeof count === 'number' ? count : 1)

const objected = (ground: Said | undefined): Said =>
  (ground ? said(`提出异议：${ground.zh}`, `objected: ${ground.en}`) : said('提出异议：不该派给自己', 'objected: not theirs'))

const THREAD: Readonly<Record<ThreadStage, Said>> = {
  taken: said('放进一条议事线，和别的一起议', 'took it up in a thread with others'), decided: said('议事线定下来了，在办', 'decided in its thread; being done'),
  judge: said('议事线办好了，请报的人评', 'done in its thread; the reporter is asked to judge'), back: said('议事线退回了一步', 'its thread went back a step'),
  ended: said('议事线评过了', 'its thread was judged and ended'), declined: said('议事线没有接着办', 'its thread was not taken up'),
}

const SAYS: Readonly<Record<string, (entry: Told) => Said>> = {
  contact: ({ facts }) => CONTACTS[String(facts['via'])] ?? said('联系了报的人', 'got in touch with the reporter'),
  tell: ({ facts }) => (facts['via'] === 'paper' ? said('替报的人看了进展，打印给了他', 'followed it for the reporter and printed it for them')
    : said('替报的人看了进展，说给他听', 'followed it for the reporter and told them')),
  call_ruling: () => said('督办了还没动，请街道裁定', 'supervised and still nothing: the street is asked to rule'),
  object: ({ facts }) => (facts['forced'] === true ? said('又退回来了，要街道裁定归谁办', 'returned once more: the street has to rule')
    : objected(reasonOf('object', String(facts['ground']))?.say)),
  rule: ({ facts }) => (facts['ruling'] === 'upheld' ? said('裁定：异议成立，换人办', 'ruled: the objection stands')
    : said('裁定：还归原来的办', 'ruled: it stays with them')),
  suspend: () => said('挂账：写明了钱从哪来、哪天再看', 'put it aside: with the way to the money and a day to look again'),
  resume: () => said('接着办', 'took it up again'),
  ask_extension: ({ facts }) => said(`申请多给${times(facts['days'])}个工作日`, `asked for ${times(facts['days'])} working days more`),
  decide_extension: ({ facts }) => (facts['granted'] === true
    ? said(`同意延期，多给${times(facts['days'])}个工作日`, `granted ${times(facts['days'])} working days more`) : said('没同意延期', 'granted no more time')),
  visit_tried: ({ facts }) => said(`回访没联系上，第${times(facts['count'])}次`, `could not reach the reporter, try ${times(facts['count'])}`),
  accept: () => said('看过照片，说是这样', 'looked at the photo: it shows it'),
  unverified: () => said('到期没有人复核，先请报的人评', 'nobody verified in time; the reporter is asked'),
  pass_on: () => said('岗位交接，手上的事移交了', 'passed on with the work of the post'),
  visit_failed: () => said('三次没联系上，不再回访；单列，不算进三率', 'gave up after three tries: counted apart, in no rate'),
  exclude_asked: () => said('提请这次评价不计入三率', 'asked to leave the verdict out of the rates'),
  excluded: () => said('同意不计入三率', 'left the verdict out of the rates'),
  not_excluded: () => said('不同意，仍计入三率', 'kept the verdict in the rates'),
  answer_link: ({ to }) => said(`给${to ?? '对方'}发了答复用的链接`, `gave ${to ?? 'them'} a link to answer by`),
  outside_update: () => said('对方的系统来了消息', 'an update came from their system'),
  number: () => said('记下对方的编号', 'entered their number'),
  rate: () => said('给这次吹哨打了分，双方都打完才公开', 'rated the whistle; shown when both sides have'),
  ratings_shown: () => said('双方的评分一起公开了', 'both ratings were opened together'),
  review: () => said('写了复盘：流程缺什么、改什么', 'reviewed it: what the process lacked, what changes'),
  review_done: () => said('复盘说的改动做了', 'did what the review promised'),
  join: ({ facts }) => (facts['via'] === 'me_too' ? said('说和另一件是同一件事，并在一起办', 'said that it is the same as another: joined')
    : facts['via'] === 'moved' ? said('先报的那件撤了，转并到接着办的那件', 'the first was withdrawn: joined to the one that took its place')
      : said('并到另一件一起办', 'joined it to another')),
  unjoin: () => said('撤销并单，单独办', 'undid the joining: handled by itself'),
  answered_with: () => said('一起办的那件答复了，这件同时答复', 'answered together with the one it was joined to'),
  take_place: () => said('先报的那件撤了，由这件接着办', 'the first was withdrawn: this one took its place'),
  thread: ({ facts: { stage } }) => THREAD[isThreadStage(stage) ? stage : 'taken'],
  split: () => said('拆成了两件', 'split it in two'),
}

/** The words after the name of who did it; null for a kind of act that nobody declared. */
export const moreSays = (entry: Told): Said | null =>
  SAYS[entry.kind]?.(entry) ?? Object.entries(matterActs.kinds).find(([name]) => name === `matter.${entry.kind}`)?.[1].say ?? null
