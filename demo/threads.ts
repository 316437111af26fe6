/** Two threads from the first voice to the last verdict, and the one that came out of the second. Told in order of time; nobody is named in public words. */
import { orgId } from './orgs.ts'
import { codeOf, placeId } from './places.ts'
import { personId, postId } from './posts.ts'

export type DemoBy = { readonly person: string; readonly post: string }
export type DemoTask = { readonly key: string; readonly title: string; readonly org: string | null; readonly owner: string; readonly due: string }
export type DemoResolution = { readonly words: string; readonly yes: number; readonly no: number; readonly abstained: number; readonly minority: string; readonly evaluateOn: string
  readonly tasks: readonly DemoTask[] }
export type DemoInvited = { readonly role: 'party' | 'resident' | 'expert' | 'station' | 'firm' | 'captain' | 'community' | 'capable'; readonly party?: number; readonly org?: string; readonly label: string }
/** A meeting: planned, called, held, posted, approved, each on its day. `number`: where the demo's facts say which. */
export type DemoMeeting = {
  readonly key: string; readonly kind: 'talk' | 'hearing' | 'deliberation' | 'evaluation'; readonly title: string; readonly venue: string; readonly presider: string
  readonly plannedAt: string; readonly calledAt: string; readonly from: string; readonly to: string; readonly postedAt: string; readonly approvedAt: string; readonly number?: string
  readonly agenda: readonly (readonly [title: string, minutes: number])[]; readonly invited: readonly DemoInvited[]; readonly present: number
  readonly heard: readonly number[]
  readonly lines: readonly (readonly [kind: 'said' | 'objection' | 'opinion' | 'answer' | 'note', label: string, words: string])[]
  readonly resolutions: readonly DemoResolution[]
  readonly judged?: { readonly resolutions: Readonly<Record<string, 'kept' | 'partly' | 'not_kept'>>; readonly tasks: Readonly<Record<string, 'good' | 'partly' | 'not'>>
    readonly hall: { readonly satisfied: number; readonly accepted: number; readonly not: number } }
  readonly tasks?: readonly DemoTask[]
}
type Told =
  | { readonly move: 'start'; readonly place: string; readonly title: string; readonly summary: string; readonly parent?: string }
  | { readonly move: 'call'; readonly until: string }
  | { readonly move: 'go'; readonly to: 'sort' | 'deliberate' | 'do' | 'judge'; readonly reason: string }
  | { readonly move: 'sort'; readonly decider: 'residents' | 'staircase'; readonly basis: string; readonly meetings: readonly ('talk' | 'hearing' | 'deliberation' | 'evaluation')[]
    readonly major: boolean; readonly why: string; readonly parties: readonly { readonly label: string; readonly kind: 'harmed' | 'expert' | 'firm' | 'residents' | 'group'; readonly org?: string }[] }
  | { readonly move: 'meet'; readonly meeting: DemoMeeting }
  | { readonly move: 'vote'; readonly title: string }
  | { readonly move: 'delay'; readonly task: string; readonly to: string; readonly why: string }
  | { readonly move: 'finish'; readonly task: string; readonly result: string }
  | { readonly move: 'speak'; readonly name: string; readonly words: string; readonly channel: 'door' | 'meeting' }
  | { readonly move: 'end'; readonly outcome: 'solved' | 'partly'; readonly reason: string }
/** A step of a thread: when in the place's time, by whom in which post. */
export type ThreadStep = Told & { readonly thread: string; readonly at: string; readonly by: DemoBy }

const by = (name: string, post: string): DemoBy => ({ person: personId(name), post: postId(post) })
const [ji, lu, guan, qi] = [by('季文君', 'com-002:desk'), by('陆晓岚', 'com-001:desk'), by('管仲华', 'captain:fjx-5'), by('祁连生', 'captain:wty-2')]
const [huilin, runting, com2] = ['firm-huilin', 'firm-runting', 'com-002'].map(orgId) as [string, string, string] // three keys, three organisations
const at = (day: string, time: string): string => `2026-${day}T${time}`

const lift: readonly ThreadStep[] = ([
  { at: at('02-21', '09:40'), by: guan, move: 'start', place: placeId(`${codeOf('fjx')}-05-2`), title: '5号楼一个单元能不能加装电梯',
    summary: '行动不便的老人每周要下楼三次。装不装、装在哪、钱怎么分、一楼怎么补，大家一起商量。' },
  { at: at('02-21', '10:30'), by: ji, move: 'call', until: '2026-02-25' },
  { at: at('02-26', '09:10'), by: ji, move: 'go', to: 'sort', reason: '征集到了12户里9户的话，可以理了。' },
  { at: at('02-26', '10:00'), by: ji, move: 'sort', decider: 'staircase', basis: '民法典第二百七十八条第一款第七项', meetings: ['talk', 'hearing', 'deliberation', 'evaluation'], major: true,
    why: '改建附属设施由这个单元的业主投票定；采光和噪声先开听证会，把道理讲明白。', parties: [
      { label: '底楼东户', kind: 'harmed' }, { label: '底楼西户', kind: 'harmed' }, { label: '惠邻物业', kind: 'firm', org: huilin }, { label: '设计方', kind: 'expert' },
      { label: '街道工程师', kind: 'expert' }] },
  { at: at('02-27', '09:00'), by: ji, move: 'go', to: 'deliberate', reason: '该听谁、开哪几次会都写清楚了。' },
  { at: at('03-02', '09:00'), by: ji, move: 'meet', meeting: {
    key: 't1-talk', kind: 'talk', title: '加装电梯恳谈会', venue: '听雨桥社区议事厅', presider: '5号楼楼栋长', plannedAt: at('03-02', '09:00'), calledAt: at('03-03', '10:00'), from: at('03-07', '19:00'),
    to: at('03-07', '21:00'), postedAt: at('03-09', '16:00'), approvedAt: at('03-17', '09:00'), agenda: [['老人下楼有多难', 30], ['一楼担心什么', 40], ['钱怎么分', 40]],
    invited: [{ role: 'resident', label: '这个单元各户' }, { role: 'party', party: 1, label: '底楼东户' }, { role: 'party', party: 2, label: '底楼西户' }, { role: 'captain', label: '5号楼楼栋长' }],
    present: 11, heard: [2], lines: [['said', '住顶楼的人家', '家里老人一周下楼三次，都是儿子背的。'], ['objection', '底楼东户', '采光挡了谁来赔。'], ['said', '底楼西户', '我不反对，也不出钱。'],
      ['said', '三楼的人家', '愿意出钱，要先看图。'], ['note', '', '到会11户，缺席1户在外地。']], resolutions: [] } },
  { at: at('03-28', '09:00'), by: ji, move: 'meet', meeting: {
    key: 't1-hearing', kind: 'hearing', title: '加装电梯采光听证会', venue: '听雨桥社区议事厅', presider: '社区人民调解员', plannedAt: at('03-28', '09:00'), calledAt: at('03-31', '10:00'),
    from: at('04-11', '09:30'), to: at('04-11', '11:30'), postedAt: at('04-13', '16:00'), approvedAt: at('04-21', '09:00'),
    agenda: [['街道工程师讲遮挡：图纸和日照', 40], ['司法所讲法：谁定、怎么补', 30], ['各方发言', 50]],
    invited: [{ role: 'party', party: 1, label: '底楼东户' }, { role: 'party', party: 2, label: '底楼西户' }, { role: 'party', party: 3, label: '惠邻物业', org: huilin },
      { role: 'party', party: 4, label: '设计方' }, { role: 'expert', party: 5, label: '街道工程师' }, { role: 'station', label: '司法所', org: orgId('st-justice') }, { role: 'resident', label: '这个单元各户' }],
    present: 16, heard: [1, 3, 4, 5], lines: [['opinion', '街道工程师', '半层入户的井道比平层入户少挡一半，冬至日楼下人家的客厅仍有两小时日照。'],
      ['opinion', '司法所', '由本单元业主投票定，面积和人数都要过半数的规定另有加重；补偿靠商量，写进协议。'], ['objection', '底楼东户', '两小时不够，补偿要在动工前给。'],
      ['answer', '设计方', '井道改用玻璃，往西挪四十厘米。'], ['said', '惠邻物业', '电费单独装表，维保合同贴在梯内。']], resolutions: [] } },
  { at: at('05-09', '09:00'), by: ji, move: 'meet', meeting: {
    key: 't1-council', kind: 'deliberation', title: '加装电梯议事会', venue: '听雨桥社区议事厅', presider: '社区副书记', plannedAt: at('05-09', '09:00'), calledAt: at('05-10', '10:00'),
    from: at('05-16', '14:00'), to: at('05-16', '16:00'), postedAt: at('05-18', '16:00'), approvedAt: at('05-27', '09:00'), number: '听雨桥议〔2026〕7号',
    agenda: [['入户方式', 30], ['各层分担', 40], ['给受影响人家的补偿', 30]],
    invited: [{ role: 'party', party: 1, label: '底楼东户' }, { role: 'party', party: 2, label: '底楼西户' }, { role: 'party', party: 3, label: '惠邻物业', org: huilin }, { role: 'party', party: 4, label: '设计方' },
      { role: 'expert', party: 5, label: '街道工程师' }, { role: 'resident', label: '这个单元各户' }], present: 11, heard: [],
    lines: [['note', '', '平层入户要拆厨房外墙，太贵，大家都不要。'], ['said', '四楼的人家', '按楼层分，越高越多，一楼不出。'], ['objection', '底楼东户', '补偿写进协议，先付后动工。'],
      ['answer', '5号楼楼栋长', '补偿我来收，动工前交到手。']], resolutions: [
      { words: '不做平层入户，采用半层入户；费用二楼4%，逐层增加，六楼32%，一楼不出。', yes: 9, no: 1, abstained: 1, minority: '受影响的人家：挡光的事，钱不能全补上。', evaluateOn: '2026-11-30',
        tasks: [{ key: 't1-permit', title: '办完加装电梯的许可', org: com2, owner: '听雨桥社区', due: '2026-07-31' },
          { key: 't1-works', title: '施工、验收、交付使用', org: huilin, owner: '惠邻物业', due: '2026-10-20' }] },
      { words: '给受影响的人家补偿6000元，动工前付清；方案交本单元业主投票。', yes: 10, no: 0, abstained: 1, minority: '', evaluateOn: '2026-11-30',
        tasks: [{ key: 't1-paid', title: '收齐并付清给受影响人家的补偿', org: com2, owner: '5号楼楼栋长', due: '2026-06-30' }] }] } },
  { at: at('06-26', '09:30'), by: ji, move: 'vote', title: '纺机新村5号楼2单元加装电梯方案' },
  { at: at('06-26', '10:00'), by: ji, move: 'go', to: 'do', reason: '业主投票通过了，开始办。' },
  { at: at('06-28', '17:00'), by: ji, move: 'finish', task: 't1-paid', result: '6000元付清了，收条双方各一份。' },
  { at: at('07-22', '11:20'), by: ji, move: 'finish', task: 't1-permit', result: '许可办下来了，贴在单元门口。' },
  { at: at('09-16', '09:00'), by: ji, move: 'delay', task: 't1-works', to: '2026-10-31', why: '燃气管要先挪，排到九月底。' },
  { at: at('10-26', '09:00'), by: ji, move: 'delay', task: 't1-works', to: '2026-11-15', why: '玻璃井道到货晚了一周。' },
  { at: at('11-12', '16:40'), by: ji, move: 'finish', task: 't1-works', result: '验收合格，11月12日起可以坐了。' },
  { at: at('11-13', '09:00'), by: ji, move: 'go', to: 'judge', reason: '都办完了，请大家来评。' },
  { at: at('11-06', '09:00'), by: ji, move: 'meet', meeting: {
    key: 't1-evaluation', kind: 'evaluation', title: '加装电梯评议会', venue: '5号楼门前空地', presider: '社区副书记', plannedAt: at('11-06', '09:00'), calledAt: at('11-06', '10:00'), from: at('11-14', '10:00'),
    to: at('11-14', '11:30'), postedAt: at('11-16', '16:00'), approvedAt: '', agenda: [['坐一趟，各户看一看', 30], ['说决议做到没有', 40]],
    invited: [{ role: 'resident', label: '这个单元各户' }, { role: 'party', party: 1, label: '底楼东户' }, { role: 'firm', label: '惠邻物业', org: huilin }, { role: 'community', label: '听雨桥社区', org: com2 }],
    present: 10, heard: [], lines: [['said', '住顶楼的人家', '老人今天自己下的楼。'], ['said', '底楼东户', '补偿拿到了，晚上机器有点响。'], ['answer', '惠邻物业', '重新测一次，超了就加垫。']], resolutions: [],
    judged: { resolutions: { 't1-council 1': 'kept', 't1-council 2': 'kept' }, tasks: { 't1-permit': 'good', 't1-works': 'partly', 't1-paid': 'good' }, hall: { satisfied: 9, accepted: 1, not: 0 } },
    tasks: [{ key: 't1-noise', title: '夜里再测一次机器的声音，超了就加垫', org: huilin, owner: '惠邻物业主管', due: '2026-12-15' }] } },
] satisfies readonly (Told & Pick<ThreadStep, 'at' | 'by'>)[]).map((step) => ({ ...step, thread: 't1' }))

const wty = placeId(codeOf('wty'))
const garden: readonly ThreadStep[] = ([
  { at: at('06-10', '10:10'), by: lu, move: 'start', place: wty, title: '中心花园：晚上怎么用', summary: '跳舞的、踢球的、遛狗的、要早睡的，都在一个花园里。怎样才算大家都过得去？' },
  { at: at('06-10', '10:30'), by: lu, move: 'call', until: '2026-06-20' },
  { at: at('06-22', '09:00'), by: lu, move: 'go', to: 'sort', reason: '14件事说的是一回事，两件是养狗的，三件是带孩子的。' },
  { at: at('06-22', '09:40'), by: lu, move: 'sort', decider: 'residents', basis: '居民自己商量的事，不归哪个部门管', meetings: ['talk', 'deliberation', 'evaluation'], major: true,
    why: '没有谁违法，谁都要让一点，所以由居民商量。', parties: [{ label: '跳舞的居民', kind: 'group' }, { label: '1到3号楼的人家', kind: 'residents' }, { label: '学生', kind: 'group' },
      { label: '养狗的人家', kind: 'group' }, { label: '润庭物业', kind: 'firm', org: runting }] },
  { at: at('06-23', '09:00'), by: lu, move: 'go', to: 'deliberate', reason: '该听的都写上了。' },
  { at: at('06-23', '09:30'), by: lu, move: 'meet', meeting: {
    key: 't2-talk', kind: 'talk', title: '花园晚上怎么用恳谈会', venue: '梧桐里社区议事厅', presider: '社区副书记', plannedAt: at('06-23', '09:30'), calledAt: at('06-23', '10:00'), from: at('06-27', '19:00'),
    to: at('06-27', '21:00'), postedAt: at('06-29', '15:00'), approvedAt: at('07-07', '09:00'), agenda: [['三桌分头说', 70], ['每桌说一句都能接受的', 40]],
    invited: [{ role: 'resident', label: '梧桐苑居民' }, { role: 'party', party: 1, label: '跳舞的居民' }, { role: 'party', party: 4, label: '养狗的人家' }], present: 31, heard: [1, 2, 3, 4],
    lines: [['said', '跳舞的居民', '给个准点，到点就关。'], ['said', '1到3号楼的人家', '声音定个数，大家都能看见。'], ['said', '学生', '踢球有个角落就行。'], ['said', '养狗的人家', '拴绳走外圈，没意见。'],
      ['note', '', '三桌都提到：考试那几天静一静。']], resolutions: [] } },
  { at: at('07-10', '09:00'), by: lu, move: 'meet', meeting: {
    key: 't2-council', kind: 'deliberation', title: '花园晚上怎么用议事会', venue: '梧桐苑党群服务站', presider: '社区副书记', plannedAt: at('07-10', '09:00'), calledAt: at('07-13', '09:30'),
    from: at('07-18', '14:00'), to: at('07-18', '16:00'), postedAt: at('07-20', '15:00'), approvedAt: at('07-28', '09:00'), number: '梧桐里议〔2026〕11号',
    agenda: [['意见图上三条都接受的', 30], ['时间和音量', 40], ['球和狗', 30]],
    invited: [...['跳舞的居民', '1到3号楼的人家', '学生', '养狗的人家'].map((label, n): DemoInvited => ({ role: 'party', party: n + 1, label })), { role: 'firm', party: 5, label: '润庭物业', org: runting },
      { role: 'resident', label: '梧桐苑居民' }], present: 27, heard: [5], lines: [['said', '跳舞的居民', '耳机我们自己买，不够的从公共收益出。'], ['said', '润庭物业', '外圈划线，北墙装网。'],
      ['objection', '学生', '周末早上也该算进去。']], resolutions: [
      { words: '跳舞的音响19:00到20:30，最近一户窗前不超过55分贝，用队里自己的测声仪；考试周不放。试八周。', yes: 23, no: 3, abstained: 1, minority: '学生：周末早上没有说到。', evaluateOn: '2026-09-20',
        tasks: [{ key: 't2-headset', title: '买32副耳机和一台测声仪', org: null, owner: '花园舞蹈队', due: '2026-08-05' }] },
      { words: '北墙边到20:00给孩子踢球；狗拴绳走外圈。试八周。', yes: 25, no: 0, abstained: 2, minority: '', evaluateOn: '2026-09-20',
        tasks: [{ key: 't2-ring', title: '外圈划线，北墙装网', org: runting, owner: '润庭物业', due: '2026-07-31' }] }] } },
  { at: at('07-28', '10:00'), by: lu, move: 'go', to: 'do', reason: '没有异议，决议生效。' },
  { at: at('07-30', '17:00'), by: lu, move: 'finish', task: 't2-ring', result: '线划好了，网装好了，照片贴在公告栏。' },
  { at: at('08-04', '19:00'), by: lu, move: 'finish', task: 't2-headset', result: '业委会从公共收益出3200元，账目贴出来了。' },
  { at: at('09-11', '09:00'), by: lu, move: 'go', to: 'judge', reason: '试满八周，请大家来评。' },
  { at: at('09-11', '09:30'), by: lu, move: 'meet', meeting: {
    key: 't2-evaluation', kind: 'evaluation', title: '花园晚上怎么用听评会', venue: '梧桐里社区议事厅', presider: '社区副书记', plannedAt: at('09-11', '09:30'), calledAt: at('09-12', '10:00'),
    from: at('09-19', '14:00'), to: at('09-19', '16:00'), postedAt: at('09-21', '15:00'), approvedAt: at('09-30', '09:00'), agenda: [['八周的数', 30], ['每张桌子评一评', 60]],
    invited: [{ role: 'resident', label: '当初报事的14家' }, { role: 'party', party: 1, label: '跳舞的居民' }, { role: 'firm', label: '润庭物业', org: runting }], present: 36, heard: [],
    lines: [['note', '', '投诉从14件到3件。'], ['said', '1到3号楼的人家', '晚上八点半以后能睡了。'], ['said', '学生', '周末早上被忘了，要另开一条。'], ['said', '跳舞的居民', '耳机好用，还差几副。']], resolutions: [],
    judged: { resolutions: { 't2-council 1': 'kept', 't2-council 2': 'partly' }, tasks: { 't2-headset': 'good', 't2-ring': 'good' }, hall: { satisfied: 26, accepted: 8, not: 2 } } } },
  { at: at('09-30', '10:00'), by: lu, move: 'end', outcome: 'solved', reason: '大家评过了；两条写进邻里公约，周末早上另开一条。' },
] satisfies readonly (Told & Pick<ThreadStep, 'at' | 'by'>)[]).map((step) => ({ ...step, thread: 't2' }))

const mornings: readonly ThreadStep[] = ([
  { at: at('11-16', '09:20'), by: lu, move: 'start', place: wty, parent: 't2', title: '中心花园：周末早上怎么安静', summary: '听评会上学生说周末早上被忘了；上夜班的人也要睡。周末几点以前静一静？' },
  { at: at('11-16', '09:40'), by: lu, move: 'call', until: '2026-11-30' },
  { at: at('11-17', '18:20'), by: qi, move: 'speak', name: '夜班回来', words: '周六早上七点半就有人放音乐，刚躺下。九点以后就好。', channel: 'door' },
  { at: at('11-18', '19:05'), by: qi, move: 'speak', name: '早起的人', words: '打拳不放音乐，七点在北墙那边，不吵吧？', channel: 'door' },
] satisfies readonly (Told & Pick<ThreadStep, 'at' | 'by'>)[]).map((step) => ({ ...step, thread: 't2b' }))

/** Every step of the made-up threads. */
export const demoThreads: readonly ThreadStep[] = [...lift, ...garden, ...mornings]
/** The matters that a thread began from, joined once they are told: of these categories in its compound, filed before that day. */
export const demoThreadMatters: readonly { readonly thread: string; readonly compound: string; readonly before: string; readonly categories: readonly string[] }[] = [
  { thread: 't2', compound: wty, before: '2026-06-22', categories: ['noise_leisure', 'dog', 'pet_waste', 'play', 'new_facility', 'greening', 'covenant', 'work_idea'] },
]
