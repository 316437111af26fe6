import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dangersIn, needsNamedWorker } from './danger.ts'
import type { DangerKind } from './danger.ts'

const kinds = (text: string): readonly DangerKind[] => dangersIn(text).map(danger => danger.kind)

test.each<[DangerKind, string]>([
  ['child_harm', '隔壁天天打孩子，孩子哭着喊别打了'], ['child_harm', '怀疑有人虐待儿童'], ['child_harm', '孩子身上青一块紫一块，有伤'], ['child_harm', '楼下男的把孩子反锁在家里好几天'],
  ['child_harm', '小孩被他爸打得满脸是血'], ['child_harm', '有人在花园猥亵小女孩'], ['child_harm', '孙子在学校被校园欺凌'], ['child_harm', '把小孩扔在楼道里不管'],
  ['domestic_violence', '我老公又打我了'], ['domestic_violence', '隔壁家暴，听到女的在哭'], ['domestic_violence', '儿子喝了酒就打老人'], ['domestic_violence', '被我男朋友掐脖子'],
  ['domestic_violence', '楼上两口子打起来了'], ['domestic_violence', '他老婆被丈夫打得不敢出门'], ['domestic_violence', '婆婆被儿媳虐待老人可怜'], ['domestic_violence',
    'my husband hits me'],
  ['suicide', '我不想活了'], ['suicide', '楼顶有人要跳楼'], ['suicide', '觉得活着没意思，想一了百了'], ['suicide', '他站在天台护栏外哭'], ['suicide', '她给我发了遗书'],
  ['suicide', '吵得我想死，已经三天没睡'], ['suicide', 'I want to kill myself'], ['suicide', '她割腕了'],
  ['violence', '有人持刀在楼道'], ['violence', '邻居威胁我，说要弄死我'], ['violence', '晚上回家被人尾随'], ['violence', '门口打架，有人流血'], ['violence', '保安殴打业主'],
  ['violence', '昨天被楼上打伤了'], ['violence', '他扬言要放火烧房子'],
  ['fire', '3楼着火了'], ['fire', '楼道里冒浓烟'], ['fire', '电瓶车在充电突然烧起来'], ['fire', '配电间冒烟有焦味'],
  ['gas', '一进门洞就闻到煤气味。'], ['gas', '燃气泄漏'], ['gas', '厨房天然气漏了'], ['gas', '隔壁打了隔断住了七八个人，半夜开门关门，还用煤气罐。'], ['gas', 'I smell gas in the hall'],
  ['lift_trapped', '电梯从国庆前就一到7楼咣当一下，今天晚上卡在6楼7楼中间，孩子吓哭了，按铃三分钟才有人应。'], ['lift_trapped', '我被困在电梯里'], ['lift_trapped', '电梯困人'],
  ['lift_trapped', '电梯突然往下掉了两层'], ['lift_trapped', 'stuck in the lift'],
  ['medical', '老人晕倒在门口'], ['medical', '奶奶摔倒起不来'], ['medical', '爷爷叫不醒'],
  ['electric', '路灯杆漏电'], ['electric', '电线断了掉在地上'], ['collapse', '门口路面塌陷了'], ['collapse', '外墙砖掉下来砸到人'],
  ['burst_pipe', '水管爆了，水往一楼家里灌，老太太一个人在家。'], ['burst_pipe', '消防管爆裂'], ['burst_pipe', '污水倒灌进屋'],
])('[P16] %s in: %s', (kind, text) => expect(kinds(text)).toContain(kind))

test.each([
  '绳子打死结了解不开', '吓死我了', '累死了', '笑死', '热死人了', '吵死了，天天这样', '家暴宣传栏坏了', '反家暴讲座什么时候开', '消防演练通知', '打电话没人接', '老公打我电话才知道停水',
  '儿子打她手机也不通', '给孩子打疫苗去哪里', '打孩子电话打不通', '孩子和孩子打球太吵', '跳楼价甩卖的喇叭吵人', '怕着火，电瓶车别停楼道', '容易引发火灾', '火灾隐患', '灭火器过期了',
  '烧烤店烟囱冒烟', '饭店油烟机冒烟直吹我家', '燃气费怎么交', '天然气开通要多久', '没有煤气味', '门禁卡刷不开', '电梯卡在哪里办', '老房子加装电梯困难', '打扫卫生不及时',
  '被打断了施工', '讨论被打扰', '楼下打人行道的砖', '请跟踪督办', '漏电保护器老跳闸', '电脑中毒', '夜里猫打架太吵', '小区死角没打扫', '想死你们了', '小区门口的树活不下去',
  '打死了一只老鼠', '床塌了要大件清运', '停车位爆满', '父亲打扫楼道十年', '妈妈打麻将', '物业费涨得想跳楼', '担心楼板坍塌', '万一爆炸怎么办', '杀虫药味道大', '我妈心脏不好',
  '邻居家孩子哭闹', '孩子写不了作业', '大狗没拴绳把孩子扑倒了，手破皮。', '滑梯裂了一道口子，小孩裤子都刮破了。', '半夜打呼噜', '楼上打孔',
  '电梯隐患严重威胁业主的生命安全', '我老婆动手术要报销', '物业擅自关闭电梯', '打算报名', '孩子被吵醒了', '老人打不了车', '楼道灯坏了三个月，眼睛花，晚上不敢下楼倒垃圾。', '楼上漏到我家床上，敲门就吵，说是公租房的管子不归他管。',
])('[P16] no danger in: %s', text => expect(kinds(text)).toEqual([]))

test('[P16] violence, harm to a child and suicide go to a named worker; a fire does not wait for one', () => {
  for (const text of ['我老公又打我了', '隔壁天天打孩子', '我不想活了', '有人持刀']) {
    expect(needsNamedWorker(text)).toBe(true)
    expect(dangersIn(text)[0]?.numbers.some(n => n.dial === '110')).toBe(true)
    expect(dangersIn(text)[0]?.minutes).toBeLessThanOrEqual(15)
  }
  expect(needsNamedWorker('着火了')).toBe(false)
  expect(dangersIn('我不想活了')[0]?.numbers[0]?.dial).toBe('12356')
  expect(dangersIn('有人虐待儿童')[0]).toMatchObject({ source: { law: '《中华人民共和国未成年人保护法》', article: '第十一条' } })
})

test('a space or a wide letter between signs hides nothing, and the same words give the same answer', () => {
  expect(kinds('不 想 活 了')).toContain('suicide')
  expect(kinds('ｓｕｉｃｉｄｅ')).toContain('suicide')
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => { expect(dangersIn(text)).toEqual(dangersIn(text)) }))
})
