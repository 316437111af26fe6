/** Eight disputes in different states, told as steps: who did what, so many hours before the demo begins (negative: ahead of it). */
import { orgId } from './orgs.ts'
import { codeOf, placeId } from './places.ts'
import { personId, postId } from './posts.ts'

type Side = { readonly names: readonly string[]; readonly org?: string; readonly home?: string; readonly address?: string }
export type DisputeStep =
  | { readonly move: 'consent'; readonly side: 'a' | 'b'; readonly yes: boolean; readonly via: 'door' | 'paper' | 'code' }
  | { readonly move: 'appoint'; readonly person: string } | { readonly move: 'object'; readonly side: 'a' | 'b' }
  | { readonly move: 'plan'; readonly in: number; readonly spot: string } | { readonly move: 'hold'; readonly note: string }
  | { readonly move: 'draft'; readonly facts: string; readonly clauses: readonly DemoClause[] }
  | { readonly move: 'sign'; readonly side: 'a' | 'b'; readonly via: 'paper' | 'code' } | { readonly move: 'fail' }
  | { readonly move: 'check'; readonly n: number; readonly kept: boolean; readonly note: string } | { readonly move: 'visit'; readonly note: string }
  | { readonly move: 'judge'; readonly side: 'a' | 'b'; readonly fair: 'yes' | 'partly' | 'no'; readonly again: boolean }
export type DemoClause = { readonly by: 'a' | 'b' | 'both'; readonly what: string; readonly days: number; readonly fen: number | null;
  readonly basis: string | null }
export type DemoDispute = {
  readonly key: string; readonly kind: string; readonly place: string; readonly words: string
  readonly opener: { readonly person: string; readonly post: string }; readonly mediator: { readonly person: string; readonly post: string }
  readonly hoursAgo: number; readonly sides: readonly [Side, Side]
  /** Each step with how many hours after the one before. */
  readonly steps: readonly (readonly [number, DisputeStep])[]
}

const by = (name: string, post: string) => ({ person: personId(name), post: postId(post) })
const jiang = by('蒋正平', 'com-001:mediator')
const yu = by('俞家声', 'com-002:mediator')
const shi = by('石桂芝', 'med-002:second')
const worker = by('何晓玲', 'com-001:worker')
const grid1 = by('夏雨桐', 'grid-01:worker')
const grid5 = by('毕春燕', 'grid-05:worker')
const at = (compound: string, building?: number): string => placeId(codeOf(compound, building))
const one = (name: string, compound: string, building: number, room: string): Side =>
  ({ names: [name], home: at(compound, building), address: `${building}号楼${room}` })
const bothYes = (via: 'door' | 'code' = 'door'): readonly (readonly [number, DisputeStep])[] => [
  [20, { move: 'consent', side: 'a', yes: true, via }], [5, { move: 'consent', side: 'b', yes: true, via: 'paper' }],
]
const talk = (mediator: { readonly person: string }, spot: string, note: string): readonly (readonly [number, DisputeStep])[] => [
  [18, { move: 'appoint', person: mediator.person }], [3, { move: 'plan', in: 26, spot }], [28, { move: 'hold', note }],
]
const day = 24

export const demoDisputes: readonly DemoDispute[] = [
  { key: 'noise', kind: 'noise', place: at('wty', 3), opener: grid1, mediator: jiang, hoursAgo: 30, words: '楼上晚上十一点还拖椅子、拍球，说过几次都说不是自己家。',
    sides: [one('方小云', 'wty', 3, '502'), one('谭立新', 'wty', 3, '602')], steps: [[20, { move: 'consent', side: 'a', yes: true, via: 'door' }]] },
  { key: 'pets', kind: 'pets', place: at('wty', 5), opener: worker, mediator: jiang, hoursAgo: 3 * day, words: '电梯里遛狗不牵绳，老人被扑倒过一次，没有受伤，一直没道歉。',
    sides: [one('殷秀兰', 'wty', 5, '301'), one('冯浩', 'wty', 5, '1203')], steps: bothYes('code') },
  { key: 'corridor', kind: 'corridor', place: at('lgt', 2), opener: worker, mediator: jiang, hoursAgo: 5 * day, words: '门口放鞋柜和纸箱，对门进出不方便，吵了两回。',
    sides: [one('丁国强', 'lgt', 2, '402'), one('苗翠英', 'lgt', 2, '401')],
    steps: [...bothYes(), [18, { move: 'appoint', person: jiang.person }], [2, { move: 'plan', in: 80, spot: '梧桐里社区调解室' }]] },
  { key: 'parking', kind: 'parking', place: at('wty'), opener: worker, mediator: jiang, hoursAgo: 9 * day, words: '租的车位被隔壁车常压线停，蹭过一次，各说各的。',
    sides: [one('葛志远', 'wty', 8, '1902'), one('孙莉', 'wty', 6, '703')],
    steps: [...bothYes(), ...talk(jiang, '梧桐里社区调解室', '双方都看了行车记录。乙方认可压线一次，愿意出补漆的钱；甲方同意以后先打电话。约定写成协议。'),
      [20, { move: 'draft', facts: '葛某的车位与孙某相邻。2026年10月孙某停车压线，蹭到葛某车门，双方对赔多少有争议。', clauses: [
        { by: 'b', what: '付给甲方车门补漆的钱', days: 16, fen: 60_000, basis: 'damage' },
          { by: 'b', what: '停车不压线，贴一条反光条提醒自己', days: 13, fen: null, basis: null },
        { by: 'a', what: '有事先打电话，不在群里发照片', days: 13, fen: null, basis: null }] }], [20, { move: 'sign', side: 'b', via: 'code' }]] },
  { key: 'decoration', kind: 'decoration', place: at('wty', 9), opener: worker, mediator: jiang, hoursAgo: 16 * day, words: '装修午休时间也打墙，楼下孩子要高考。',
    sides: [one('向东', 'wty', 9, '1501'), one('舒敏', 'wty', 9, '1401')],
    steps: [...bothYes(), ...talk(jiang, '梧桐里社区调解室', '装修还有二十天。双方约定停工的钟点，敲打的活集中三天做完。'),
      [22, { move: 'draft', facts: '1501室装修，午休和晚上施工，1401室家中有考生。', clauses: [{ by: 'a', what: '12:00到14:30、18:00以后不施工', days: 30, fen: null,
        basis: null },
        { by: 'a', what: '敲打的活在三天内做完，提前一天告诉乙方', days: 6, fen: null, basis: null }] }],
      [4, { move: 'sign', side: 'a', via: 'paper' }], [1, { move: 'sign', side: 'b', via: 'paper' }],
        [7 * day, { move: 'check', n: 2, kept: true, note: '敲打的活做完了，问过楼下' }]] },
  { key: 'leaking', kind: 'leaking', place: at('fjx', 4), opener: grid5, mediator: shi, hoursAgo: 50 * day, words: '楼上卫生间漏水，楼下吊顶泡坏了，换防水的钱谁出谈不拢。',
    sides: [one('罗凤珍', 'fjx', 4, '202'), one('简大海', 'fjx', 4, '302')],
    steps: [...bothYes(), ...talk(shi, '听雨桥社区调解室', '一起上楼看了，是302的地漏。乙方愿意做防水，吊顶各出一半。'),
      [20, { move: 'draft', facts: '302室地漏漏水，泡坏202室吊顶一块。', clauses: [{ by: 'b', what: '卫生间重做防水，做好后闭水试验48小时', days: 12, fen: null, basis: null },
        { by: 'b', what: '付给甲方修吊顶的一半', days: 15, fen: 45_000, basis: 'repair' }] }],
      [3, { move: 'sign', side: 'a', via: 'paper' }], [2, { move: 'sign', side: 'b', via: 'paper' }],
        [13 * day, { move: 'check', n: 1, kept: true, note: '闭水试验看过，不漏' }],
      [4 * day, { move: 'check', n: 2, kept: true, note: '当面付的' }], [10 * day, { move: 'visit', note: '两家都说没再漏，见面打招呼了' }],
      [1, { move: 'judge', side: 'a', fair: 'yes', again: true }], [5, { move: 'judge', side: 'b', fair: 'partly', again: true }]] },
  { key: 'fee', kind: 'property_fee', place: at('fjx'), opener: by('季文君', 'com-002:desk'), mediator: yu, hoursAgo: 40 * day,
    words: '两年没交物业费，说楼道灯坏了没人修，公司要起诉。',
    sides: [{ names: [], org: 'firm-huilin' }, one('单秋生', 'fjx', 7, '501')],
    steps: [...bothYes(), ...talk(yu, '听雨桥社区调解室', '公司拿出维修记录，业主认可一半。金额差得远，都说要法院算清楚。'), [30, { move: 'fail' }]] },
  { key: 'letting', kind: 'letting', place: at('fjx', 6), opener: grid5, mediator: yu, hoursAgo: 12 * day, words: '退租押金不退，说墙上有钉眼。',
    sides: [{ names: ['梅晓丽', '梅晓峰'], address: '6号楼303' }, one('席建明', 'fjx', 6, '101')],
      steps: [[30, { move: 'consent', side: 'b', yes: false, via: 'code' }]] },
]

/** Where the made-up mediators live or whom they are tied to, by their own word. */
export const demoTies: readonly { readonly person: string; readonly post: string; readonly home: string | null; readonly places: readonly string[];
  readonly orgs: readonly string[] }[] = [
  { ...jiang, home: at('jlf', 2), places: [], orgs: [] }, { ...by('厉行远', 'med-001:second'), home: at('wty', 3), places: [], orgs: [] },
  { ...by('葛芳', 'med-001:third'), home: at('wty', 5), places: [], orgs: [orgId('own-wty')] }, { ...yu, home: at('ajl', 1), places: [], orgs: [] },
  { ...shi, home: at('fjx', 1), places: [], orgs: [] },
]
