import type { Said, Source } from '../../../kit/pure.ts'

export type DangerKind = 'child_harm' | 'domestic_violence' | 'suicide' | 'violence' | 'fire' | 'gas' | 'lift_trapped' | 'medical' | 'electric'
  | 'collapse' | 'burst_pipe'
export type DangerNumber = { readonly dial: string | null; readonly said: Said }

type Entry = {
  readonly kind: DangerKind
  readonly name: Said
  readonly patterns: readonly RegExp[]
  readonly numbers: readonly DangerNumber[]
  readonly duty: Said
  readonly source: Source | null
  readonly minutes: number
  readonly namedWorker: boolean
}

const say = (zh: string, en: string): Said => ({ zh, en })
const POLICE: DangerNumber = { dial: '110', said: say('报警', 'Police') }
const AMBULANCE: DangerNumber = { dial: '120', said: say('急救', 'Ambulance') }
const FIRE: DangerNumber = { dial: '119', said: say('火警和救援', 'Fire and rescue') }
const YOUTH: DangerNumber = { dial: '12355', said: say('青少年服务台', 'Youth help line') }
const MIND: DangerNumber = { dial: '12356', said: say('心理援助热线', 'Psychological help line') }
const WOMEN: DangerNumber = { dial: '12338', said: say('妇女维权热线', 'Women’s rights line') }
const GAS: DangerNumber = { dial: null, said: say('燃气抢修电话，看楼门公示牌', 'Gas emergency number, on the notice at the door') }
const LIFT: DangerNumber = { dial: null, said: say('轿厢里的电梯应急电话', 'The lift’s emergency phone, in the car') }
const WATER: DangerNumber = { dial: null, said: say('水务急修电话，看楼门公示牌', 'Water emergency number, on the notice at the door') }
const GRID_POWER: DangerNumber = { dial: '95598', said: say('供电抢修', 'Power company') }

const PERSON = '(?:老公|丈夫|男人|对象|老婆|妻子|媳妇|男友|男朋友|女朋友|前夫|前妻|婆婆|公公|儿子|女儿|儿媳|女婿|爸爸?|妈妈?|父亲|母亲|继父|继母|后爸|后妈|他爸|他妈)'
const CHILD = '(?:孩子|小孩|儿童|婴儿|幼童|未成年人?|女孩|男孩|女童|男童|幼女|娃娃?|小学生|中学生|孙女|孙子|继女|继子)'
const HIT = '(?:打|揍|殴打|毒打|暴打|掐|踹|踢|扇|砍|捅|虐待|折磨)'
// 打 begins many harmless words: 打电话, 打招呼, 打扫, 打疫苗.
const NOT_A_BLOW = '(?!过?来?[个了]?电话|过?手机|招呼|扫|开|疫苗|针|车|扰|印|工|球|牌|麻将|游戏|伞|水|饭|听|折|包|算|点|卡|滑|嗝|喷嚏|呼噜|鼾|转|理|磨|交道|雪仗)'

/** Phrases that only look like danger; taken out before looking. */
export const FALSE_ALARMS: readonly RegExp[] = [
  /(?:反|防|预防|防范|抵制|拒绝)?(?:家暴|家庭暴力|自杀|校园欺凌|欺凌|虐待|火灾|消防|着火|触电|溺水|煤气中毒|燃气泄漏|燃气安全)[^，。！？；,.!?;]{0,5}(?:宣传|讲座|培训|演练|海报|展板|横幅|普法|知识|课|手册)/g,
  /(?:反家庭暴力|反家暴)法?/g,
  /(?:吓|累|笑|热|气|烦|吵|急|渴|困|冷|臭|脏|挤|堵|爱|恨|痒|疼|苦|忙|愁|坑|黑|丑|慢|熏|呛|晒|羡慕|难看|无聊|麻烦)[死坏](?:我|人|个人|了|啦|的|掉)?/g,
  /打死(?:结|也|都|不)|打死了?[^，。！？]{0,4}(?:蚊|老鼠|蟑螂|苍蝇|虫|蛇|结)|死(?:角|胡同|机|锁|板|活|结)|跳楼价|跳楼大?甩卖|自杀式/g,
  /想死(?:你|您|他|她|大家|妈妈|我了|机)|活不下去的?(?:花|树|草|苗)|(?:花|树|草|苗|鱼|店|生意|企业)[^，。！？]{0,4}活不下去/g,
  /(?:没有?|无|不是|不像|不再有)[^，。！？]{0,3}(?:煤气味|燃气味|天然气味|异味|漏气|泄漏|着火|起火|火灾|人员?被?困)/g,
  // A fear or a reason is no fire yet; 怕 and 万一 reach to the end of the clause.
  /(?:怕|担心|万一|防止|避免|预防|一旦|要是|如果|假如|容易|易|可能|早晚|迟早|会|引发|引起|造成|导致|以前|曾经|去年|前年|上次)[^，。！？；,.!?;]{0,10}(?:着火|起火|失火|火灾|爆炸|触电|漏电|坍塌|塌|爆管|困人|中毒|砸到人?|砸伤人?)/g,
  /火灾(?:隐患|风险|危险|自动报警|报警|探测|保险|荷载)/g,
  /(?:烟囱|烧烤|烟道|排烟|饭店|餐馆|餐厅|厨房|油烟机?|香|车|汽车尾气|排气管)[^，。！？]{0,4}冒(?:黑|白|浓|大)?烟/g,
  /(?:煤气|燃气|天然气)(?:泄漏|泄露)?(?:费|表|卡|公司|开通|改造|管道改造|报警器|入户|价|缴费|充值)|(?:买|换|送|卖)(?:个|了)?(?:煤气罐|液化气)/g,
  /(?:门禁|业主|ic|电梯|房|磁|饭|银行|社保|刷|梯控)卡(?!住|在[0-9一二三四五六七八九十]+楼|人)|漏电(?:保护|开关)|(?:床|沙发|椅子|凳子|人设|柜子)塌/g,
  /(?:电脑|手机|系统)中毒|跟踪(?:办理|督办|解决|落实|处理|问效|检查|服务)|打人(?:行|字|工)|爆炸(?:性|头|式)|困(?:难|扰|惑|境|倦|局)/g,
  /(?:猫|狗|犬|鸟)(?:和[猫狗])?(?:天天|老是|总是|在)?(?:打架|打起来)|杀(?:虫|毒|价|菌|手锏)|(?:价格|房价|物业费)[^，。！？]{0,4}(?:晕倒|跳楼|自杀)/g,
  /被打(?:断|扰|开|扫|湿|印|击|通|破|乱|包|磨|压|造|散|翻|回|折|钻|水)/g,
]

/** What counts as a sign of danger, most serious first. Minutes and the words themselves are settings of the place. */
export const DANGER_PACK: { readonly id: string; readonly version: string; readonly validFrom: string; readonly dangers: readonly Entry[] } = {
  id: 'danger-words', version: '2026-demo-1', validFrom: '2025-01-01',
  dangers: [
    { kind: 'child_harm', name: say('孩子可能受到伤害', 'A child may be harmed'), minutes: 15, namedWorker: true, numbers: [POLICE, AMBULANCE, YOUTH],
      patterns: [
        new RegExp(`(?:虐待|殴打|毒打|暴打|猥亵|性侵|强奸|遗弃|拐卖|拐走|诱拐|侵害|体罚)[^，。！？]{0,6}${CHILD}`),
        new RegExp(`${CHILD}[^，。！？]{0,8}被[^，。！？]{0,8}(?:${HIT}${NOT_A_BLOW}|猥亵|性侵|强奸|遗弃|拐|摸(?!底)|反锁|锁在|关在家)`),
        new RegExp(`(?:^|[^给帮让和跟叫])(?:打|揍|掐|踹)(?:自己的?|亲生|他的?|她的?|小)?${CHILD}${NOT_A_BLOW}`),
        new RegExp(`(?:把|对)${CHILD}[^，。！？]{0,5}(?:打|揍|踹|绑|扔在|丢在|反锁|锁在|关在|拳打脚踢)${NOT_A_BLOW}`),
        new RegExp(`${CHILD}(?:身上|脸上|胳膊上?|手上)[^，。！？]{0,8}(?:伤|淤青|瘀青|青一块)`),
        new RegExp(`${CHILD}[^，。！？]{0,10}(?:哭喊|喊救命|别打了)|校园?欺凌|霸凌|(?:child abuse|beats? (?:the|his|her) (?:child|kid|son|daughter))`),
      ],
      duty: say('居民委员会及其工作人员发现未成年人受到或疑似受到侵害，应当立即向公安等部门报告', 'Committee staff who see signs of harm to a minor must report to the police at once'),
      source: { law: '《中华人民共和国未成年人保护法》', article: '第十一条' } },
    { kind: 'domestic_violence', name: say('家里有人可能被打',
      'Somebody may be beaten at home'), minutes: 15, namedWorker: true, numbers: [POLICE, AMBULANCE, WOMEN],
      patterns: [
        /家暴|家庭暴力|domestic violence|(?:husband|wife|boyfriend) (?:hits|beats)/,
        new RegExp(`${PERSON}[^，。！？]{0,8}${HIT}(?:我|她|他|妈|老人|人|老婆|媳妇|伤)${NOT_A_BLOW}`),
        new RegExp(`被(?:我|她|他)?${PERSON}[^，。！？]{0,5}(?:${HIT}${NOT_A_BLOW}|关在|锁在|威胁)`),
        new RegExp(`(?:打|揍|毒打|殴打|虐待)(?:自己的?|他|她)?(?:老婆|媳妇|老公|妻子|丈夫|老人|老妈|老娘|父母|爹妈|婆婆|奶奶|爷爷)${NOT_A_BLOW}`),
        new RegExp(`${PERSON}[^，。！？]{0,6}(?:动手(?!术)|往死里打|家里打起来|拿刀|掐脖子)`), /(?:夫妻|两口子)[^，。！？]{0,6}(?:打架|打起来|动手(?!术)|动刀)/,
      ],
      duty: say('受害人是未成年人或不能保护自己的人，居民委员会及其工作人员应当及时向公安机关报案',
        'If the person cannot protect themselves, committee staff must report to the police promptly'),
      source: { law: '《中华人民共和国反家庭暴力法》', article: '第十四条' } },
    { kind: 'suicide', name: say('有人可能想不开',
      'Somebody may want to end their life'), minutes: 15, namedWorker: true, numbers: [MIND, POLICE, AMBULANCE, YOUTH],
      patterns: [
        /自杀|轻生|寻短见|寻死|自尽|自残|割腕|服毒|喝(?:了)?农药|上吊|吞(?:了)?(?:安眠药|药自)|遗书|跳楼|跳河|suicide|kill myself|end my life/,
        /不想活|不活了|活够了|活不下去|活着没(?:意思|意义|劲)|想死|死了算了|一了百了|想不开|结束(?:自己的?)?生命|没有?活下去/,
        /(?:坐|站|爬)(?:在|到|上)[^，。！？]{0,6}(?:楼顶|天台|窗台|窗外|护栏外)[^，。！？]{0,8}(?:哭|跳|往下|不下来)/,
      ],
      duty: say('马上由一个人联系本人，不留他一个人；危险在眼前先打110、120', 'One person gets in touch now and stays in touch; if danger is immediate, 110 and 120 first'),
      source: { law: '《中华人民共和国民法典》', article: '第一千零五条' } },
    { kind: 'violence', name: say('有人可能受到伤害', 'Somebody may be hurt'), minutes: 15, namedWorker: true, numbers: [POLICE, AMBULANCE],
      patterns: [
        /持刀|拿(?:着|了|把)?(?:菜|水果|砍)?刀|动刀|砍人|砍伤|捅人|捅伤|捅了|杀人|杀(?:了|死)(?:我|他|她|你|全家)|要杀|行凶|绑架|劫持|抢劫|抢包|放火烧|纵火|炸药|炸楼|炸了(?:你|他|楼|家)/,
        /强奸|猥亵|性侵|性骚扰|尾随|跟踪我|被(?:人)?跟踪|偷窥|同归于尽|报复社会|恐吓|勒脖子|掐脖子|弄死|往死里打|打死(?:我|你|他|她|人)|arson|stabb|knife|rape/,
        new RegExp(`打架|斗殴|打起来|打伤|殴打|群殴|打人${NOT_A_BLOW}|被(?:人|他|她|保安|邻居|房东|楼[上下]|业主)?[^，。！？]{0,3}打${NOT_A_BLOW}(?:了|伤|得|成|一|$|[，。！？])`),
        /威胁(?:我|要|说|他|她|住户|老人|业主)(?![^，。！？]{0,8}(?:安全|健康|生命|财产))|扬言[^，。！？]{0,4}(?:打|杀|砍|烧|炸|弄|死|报复|搞|放火|收拾)/,
      ],
      duty: say('发现犯罪事实或嫌疑，有权利也有义务报案', 'Whoever sees signs of a crime may, and must, report it'),
      source: { law: '《中华人民共和国刑事诉讼法》', article: '第一百一十条' } },
    { kind: 'fire', name: say('着火冒烟', 'Fire or smoke'), minutes: 5, namedWorker: false, numbers: [FIRE, AMBULANCE],
      patterns: [/着火|起火|失火|着了火|火灾|冒(?:黑|白|浓|大)?烟|浓烟|明火|烧起来|烧着了|爆炸|house on fire|building is on fire|smoke from/],
      duty: say('任何人发现火灾都应当立即报警', 'Whoever sees a fire must call at once'), source: { law: '《中华人民共和国消防法》', article: '第四十四条' } },
    { kind: 'gas', name: say('燃气泄漏', 'Gas leak'), minutes: 5, namedWorker: false, numbers: [GAS, FIRE],
      patterns: [
        /(?:煤气|燃气|天然气|液化气|瓦斯)[^，。！？；]{0,3}(?:味|泄漏|泄露|漏)|漏(?:煤气|燃气|天然气|液化气)|煤气中毒|一氧化碳/,
        /臭鸡蛋味|gas leak|smells?(?: of)? gas|煤气罐|液化气[罐瓶]|煤气瓶/,
      ],
      duty: say('开窗、别碰开关、到户外打电话；发现燃气隐患应当立即告知燃气公司', 'Open windows, touch no switch, call from outside; tell the gas company at once'),
      source: { law: '《城镇燃气管理条例》', article: '第四十条' } },
    { kind: 'lift_trapped', name: say('电梯困人', 'Trapped in a lift'), minutes: 30, namedWorker: false, numbers: [LIFT, FIRE],
      patterns: [
        /(?:电梯|轿厢)[^。！？]{0,28}(?:困|卡在|卡住|关在里面|出不来|坠|蹲底|掉下|往下掉)/,
        /(?:困|关|卡)(?:在|进)[^，。！？]{0,3}(?:电梯|轿厢)|被困[^，。！？]{0,3}(?:电梯|轿厢)|(?:stuck|trapped) in (?:the |a )?(?:lift|elevator)/,
      ],
      duty: say('按应急电话，不要扒门；维保人员30分钟内赶到', 'Use the emergency phone, do not force the door; the maintainer comes within 30 minutes'),
      source: { law: '《电梯维护保养规则》TSG T5002' } },
    { kind: 'medical', name: say('有人病倒', 'Somebody collapsed'), minutes: 10, namedWorker: false, numbers: [AMBULANCE],
      patterns: [
        /晕倒|昏倒|昏迷|没(?:有)?呼吸|叫不醒|心脏病(?:发|犯)|猝死|大出血|中毒|摔(?:倒|了)[^，。！？]{0,6}(?:起不来|不能动|动不了)/,
        /(?:敲门|喊)[^，。！？]{0,6}没人应[^。！？]{0,12}(?:老|几天|好几天)/,
      ],
      duty: say('先打120，再找人开门、清出通道', 'Call 120 first, then have doors and the way opened'), source: null },
    { kind: 'electric', name: say('触电漏电', 'Live wire'), minutes: 15, namedWorker: false, numbers: [GRID_POWER, AMBULANCE],
      patterns: [/漏电|触电|电到(?:人|了|孩子)|电死|冒火花|打火花|电线[^，。！？]{0,6}(?:掉|断)[^，。！？]{0,4}(?:地|下来|水)/],
      duty: say('离开8米以上，别碰别拉，等断电', 'Stay 8 metres away, touch nothing, wait until the power is off'), source: null },
    { kind: 'collapse', name: say('塌陷坠落', 'Collapse or falling parts'), minutes: 30, namedWorker: false, numbers: [FIRE, AMBULANCE],
      patterns: [/塌陷|坍塌|塌方|塌了|墙[^，。！？]{0,3}(?:倒了|要倒|快倒)|砸(?:到|伤|中)(?:了)?(?:人|我|孩子|老人|车)|砸下来/],
      duty: say('先拦人、立警示，再报修', 'Keep people away first, then report'), source: null },
    { kind: 'burst_pipe', name: say('水管爆裂', 'Burst pipe'), minutes: 30, namedWorker: false, numbers: [WATER],
      patterns: [
        /爆管|(?:水管|管道|管子|自来水|暖气管?|消防管|阀门|水表|主管)[^，。！？；]{0,5}(?:爆|炸|崩|喷)/,
        /水往[^，。！？]{0,8}(?:灌|涌|冒)|水漫|淹(?:了|到|进)|倒灌|burst pipe|flooding/,
      ],
      duty: say('先关阀、断电，再打急修电话', 'Close the valve and the power first, then call'), source: null },
  ],
}
