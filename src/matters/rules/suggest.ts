import type { CategoryCode } from './categories.ts'

/** A category offered to the resident, and the words in their text that speak for it (none for a fallback of the place). */
export type Suggestion = { readonly code: CategoryCode; readonly words: readonly string[]; readonly score: number }

// One line a category: words apart by spaces, a number behind one is its weight (else 5), `a+b` counts when both stand in the text.
const WORDS: { readonly [C in CategoryCode]?: string } = {
  lift: '电梯4 轿厢4 困人3 梯门3',
  gas: '煤气味6 燃气味6 煤气4 燃气4 天然气4 液化气4',
  group_letting: '群租7 隔断 二房东4 住了七8 合租3 上下铺4 出租屋2 民宿4 短租4',
  letting_other: '出租房4 房东3 租客3',
  falling_object: '高空抛物7 往下扔 扔烟头 抛物4 从楼上掉4 从窗户扔6 花盆+掉',
  wall_falling: '墙皮+掉6 外墙+掉6 墙砖+掉6 瓷砖+掉 脱落3 外墙+脱落6 保温层4',
  unsafe_building: '危房6 危楼6 楼板+断 承重墙6 地基4 倾斜4',
  food_safety: '过期食品 不干净+吃4 拉肚子4 食物中毒6 变质 假药 食品安全6 卫生许可3 外卖+虫子',
  ebike: '电瓶车4 电动车4 电动自行车 飞线6 拉线+充电 拉根线4 电动车+充电4 电池+上楼',
  corridor_clutter: '堆物6 杂物 纸箱4 鞋柜 楼道+堆 走廊+堆 废品4 楼梯间+放3 过道+堆4',
  fire_equipment: '灭火器6 消火栓6 消防栓6 烟感 应急灯4 消防设施 消防门 防火门',
  wiring: '电线+裸露6 线路老化6 电箱4 配电箱4 私拉',
  fireworks: '放鞭炮6 鞭炮 烟花 烧纸6 祭扫4',
  illegal_build: '违建7 违章建筑7 搭建 砌砖6 砌墙 封露台6 露台+封6 阳光房6 私搭6',
  street_vendor: '摆摊6 小摊 占道 夜市4 路边摊6 菜贩4 出店经营',
  unlicensed_trade: '无照6 无证经营6 黑诊所6 黑作坊6 棋牌室4',
  signboard: '招牌 广告牌 灯箱4',
  flyers: '小广告7 牛皮癣6 贴广告 乱贴',
  building_waste: '建筑垃圾7 装修垃圾7 渣土',
  green_taken: '毁绿7 占绿6 种菜6 绿地+种 绿化带+停3 砍树4',
  water_supply: '水细4 水小4 水管 爆管6 水质 黄水6 水浑6 自来水4 没水3 二次供水6 发黄+水4 水龙头+黄',
  water_outage: '停水7 断水 没通知+水4 还不来水6',
  power: '停电7 跳闸 断电 没电4 电压 来电4 供电',
  heating: '暖气6 供暖6 供热6 不热3',
  street_light: '没有路灯6 路+没有灯 路+一盏灯6 路灯4 道路+照明 路+黑3 漆黑2',
  sewer: '下水道6 污水6 井+冒4 排水 化粪池6 返水 积水 管道堵 粪水6 下水+堵 往上冒4',
  road: '路面 坑洼6 路+坑4 地砖+翘 地砖+松 路不平 破损2',
  road_sink: '塌陷8 路+塌7 地面+塌6 下沉 沉降4',
  manhole: '井盖8 窨井7 盖板4 井口',
  telecom: '网线4 光缆 电缆+垂 信号差4 基站 线缆',
  water_leak_neighbour: '楼上漏7 漏到我家7 楼上+漏水6 渗到我家6 楼上+渗 楼下说漏4 卫生间+漏4 漏水2',
  neighbour_quarrel: '邻居4 对门4 吵架4 吵起来3 骂人4 隔壁2 邻里纠纷7 空调外机4 空调+水3',
  light_blocking: '挡光7 采光6 遮光6 挡住阳光7 通风4 挡了+窗4',
  family: '离婚 婆媳6 夫妻4 赡养6 不养老人6 遗产 家庭矛盾6 子女不管',
  firm_dispute: '物业纠纷7 跟物业吵 物业赔 物业+赔偿 交接3 换物业6 业委会+物业2',
  letting_dispute: '押金6 退租6 不退押金7 租金+涨 房租+涨 赶我走4 中介+骗4',
  consumer: '退款 退费 办卡 跑路 借钱4 健身房+关 预付卡6 假货 缺斤少两6 商家4',
  wages: '工资6 欠薪7 拖欠+工钱6 工钱 劳动合同 工伤 农民工4',
  noise_leisure: '广场舞8 音箱 音响 跳舞 喇叭3 大喇叭4 唢呐',
  noise_decoration: '装修+吵6 装修6 电钻6 敲墙 电锤6 打孔',
  noise_home: '楼上+吵4 脚步声6 拖椅子6 弹钢琴6 钢琴 打麻将+吵4 麻将+吵 蹦跳 咚咚4 半夜+吵2 楼上+响4 打呼4',
  noise_building_site: '工地6 施工4 夜间施工7 打桩7 挖机 渣土车4',
  noise_shop: '酒吧+吵6 饭店+吵 店+吵4 KTV+吵6 喇叭+叫卖6 叫卖',
  noise_equipment: '水泵6 嗡嗡6 低频 风机 电梯+响3 空调外机+吵',
  lighting: '楼道灯8 楼道+灯6 声控灯7 感应灯6 灯坏4 灯不亮 灯+闪 一闪一闪4 路灯+闪4 楼梯+黑4 楼道+黑 单元+灯4',
  public_income: '公共收益8 广告+多少钱6 电梯广告 广告费6 停车费+去哪 账目 公布+账 公示3 公布3',
  firm_fee: '物业费6 收费4 乱收费6 涨价4 停车费4 公摊 滞纳金6',
  security: '保安6 门卫 门岗6 外人+进4 随便进4 巡逻 陌生人4 快递+进3',
  access_control: '门禁7 单元门 监控6 摄像头6 道闸6 人脸识别6 对讲 大门+坏4 门+关不上4',
  greening: '树枝6 修树6 树+挡4 绿化 草坪 树+倒 枯树6 大树4 杨絮 修剪',
  firm_attitude: '物业4 物业+不管 态度 没人管3 打电话不接4 服务差6 不作为4',
  maintenance_fund: '维修基金8 维修资金8 大修基金7 修缮+报价 动用+维修4',
  cooking_fume: '油烟8 烧烤6 炒菜+味4 饭店+烟 烟道 串味4 排烟',
  odour: '臭味 异味 恶臭6 臭4 刺鼻 味道大4 一股味4',
  dust: '扬尘7 灰尘 灰大4 粉尘',
  river: '河 河道7 池塘 河水6 湖4 排污 水体6',
  open_burning: '烧树叶7 烧垃圾7 焚烧6 烧秸秆7',
  fire_lane: '消防通道8 消防车+进不6 救护车+进不6 堵住通道 生命通道7 消防登高面7',
  parking: '横在6 乱停7 停车 挡路4 停在人行道6 占道停6 车+堵4 没地方停4 乱停乱放7 挪车',
  parking_space: '车位7 占车位6 地锁7 车位费 占用车位6 车库3',
  charging: '充电桩7 充电棚6 充电柜6 充电口 新能源车+充',
  shared_bike: '共享单车8 单车',
  dead_car: '僵尸车8 废弃车7 车+几年没动6 破车 无主车6',
  traffic_facility: '红绿灯7 信号灯7 斑马线6 减速带6 护栏4 交通标志7 路牌4',
  play: '滑梯8 秋千7 跷跷板7 儿童+设施6 游乐4',
  fitness: '健身器材8 健身 器材 乒乓球台6 篮球架6 篮球场4',
  roof_leak: '屋顶+漏7 楼顶+漏7 顶楼+漏6 屋面7 房顶+漏7 防水层 顶层+渗',
  public_pipe: '公共管道7 立管7 管道+漏 水管+漏4 管道井 落水管6 雨水管',
  add_lift: '加装电梯12 装电梯9 加梯7 老楼+电梯',
  barrier_free: '无障碍8 坡道7 轮椅6 盲道6 扶手+老人4',
  stair_parts: '扶手 窗户+坏 玻璃+碎 单元门+坏4 门+坏3 楼梯+坏4 楼道窗 栏杆',
  wall_seep: '外墙+渗7 渗水 墙+洇7 墙+渗6 西墙4 下雨+墙 墙+发霉 渗漏4 外墙+漏6',
  crack: '裂缝6 空鼓6 开裂6 墙+裂 地砖+空4 地板+翘4 质量问题 质量差4',
  handover: '交房4 开发商4 开发商+答应6 房产证6 延期交房7 交付 规划+没有4 学校配套 建设单位4',
  garbage_point: '垃圾房6 垃圾站 垃圾桶+窗6 垃圾点6 投放点6 撤桶6 挪+垃圾 窗下+垃圾3',
  garbage: '垃圾4 垃圾+满 清运 垃圾堆 垃圾+几天4 垃圾分类4',
  bulky_waste: '大件垃圾8 旧沙发7 旧家具7 床垫6 沙发4 家具+扔 大件',
  cleaning: '保洁6 没人拖6 扫地 打扫 卫生4 脏3 拖地4 楼道+脏',
  pest: '老鼠7 蟑螂7 蚊子7 白蚁8 虫子 灭鼠6 消杀6 马蜂窝8',
  pet_waste: '狗屎8 狗粪8 狗尿7 粪便 遛狗+拉6 遛狗+不捡7',
  dog: '狗4 大狗4 没拴绳7 不拴绳7 没牵绳7 狗叫6 狗咬7 被狗6 养狗 犬4 扑倒2 烈性犬8 狗+绳4',
  stray_animal: '流浪狗8 流浪猫8 野猫7 流浪2 喂猫6 动物+受伤',
  theft: '偷 被偷7 小偷7 盗窃7 快递+丢 偷快递7 撬锁6 入室6 电瓶+偷4',
  fraud: '诈骗8 骗子6 骗+钱 骗老人6 保健品 传销6 推销+老人4',
  violence: '打人6 打架6 被打 家暴8 持刀8 威胁 尾随7 动手4 殴打7 打孩子8',
  suspected_crime: '吸毒8 赌博7 卖淫8 毒品8 可疑人员6 偷窥6 麻将馆+赌',
  activity: '旧书6 活动4 书架 交换3 读书会6 跳蚤市场6 义诊4 志愿4',
  new_facility: '能不能装4 能不能加4 增设6 希望+装3 建议+装 快递柜6 晾衣6 座椅4 建议+设4 晾晒 雨棚4',
  covenant: '公约8 规约7 文明养犬4 立规矩 大家商量4',
  work_idea: '建议3 意见箱 办事+时间4 表扬 感谢4 周末+办事',
  certificate: '证明6 开证明7 健在证明8 盖章6 亲属关系+证明 居住证明7',
  insurance: '社保7 医保7 养老金7 报销 公积金4 认证+养老',
  subsidy: '补贴6 高龄津贴8 津贴6 补助6 申领 低保+申请4',
  residence: '户口7 户籍7 居住证7 落户7 身份证6',
  schooling: '入学7 学区7 上学 学校4 幼儿园 学位6 中考2',
  new_workers: '骑手8 外卖员7 跑单8 快递员6 送外卖6 歇脚8 快递小哥7 接口热水4',
  elder_care: '养老4 独居老人7 助餐8 老年食堂8 老人+没人照顾7 日间照料7 护工 老人家+吃饭',
  disability: '残疾7 残疾证8 盲人 助残7 残联7',
  hardship: '困难4 低保7 救助6 吃不上饭8 没钱吃饭8 生活困难8',
  childcare: '托管7 四点半7 托育8 托班7 暑假+孩子 晚托6',
  health: '看病 社区医院7 卫生站7 疫苗6 体检6 家庭医生8 医院4',
  transit: '公交7 地铁 班车 等车4',
  mutual_help: '帮忙 搭把手7 借4 谁有4 互助6 搬一下',
}

type Term = { readonly parts: readonly string[]; readonly weight: number; readonly code: CategoryCode }
const TERMS: readonly Term[] = Object.entries(WORDS).flatMap(([code, words]) => words.split(' ').map(word => {
  const said = word.replace(/[0-9]+$/, '')
  // The keys of WORDS are category codes, checked by its type.
  return { parts: said.split('+'), weight: Number(word.slice(said.length) || 5), code: code as CategoryCode }
}))

// What is usual at a place, for when the words say nothing.
const USUAL: Readonly<Record<string, readonly CategoryCode[]>> = {
  building: ['lighting', 'corridor_clutter', 'cleaning'],
  spot: ['greening', 'noise_leisure', 'cleaning'],
  compound: ['parking', 'cleaning', 'security'],
}
const USUAL_ELSEWHERE: readonly CategoryCode[] = ['other', 'work_idea', 'road']

/**
 * Three categories for somebody's words, best first, each with the words that spoke for it; what is usual at the kind of place fills up.
 * Exact word matching in the first 600 characters: the same words give the same answer, and no text leaves the page [P34].
 */
export function suggest(text: string, placeKind = ''): readonly Suggestion[] {
  const said = text.normalize('NFKC').slice(0, 600).replace(/\s+/g, '')
  const found = new Map<CategoryCode, { words: string[]; score: number }>()
  for (const { parts, weight, code } of TERMS) {
    if (!parts.every(part => said.includes(part))) continue
    const entry = found.get(code) ?? { words: [], score: 0 }
    entry.words.push(...parts.filter(part => !entry.words.includes(part)))
    entry.score += weight
    found.set(code, entry)
  }
  const ranked = [...found].map(([code, entry]) => ({ code, ...entry })).sort((a, b) => b.score - a.score).slice(0, 3)
  const usual = USUAL[placeKind === 'unit' || placeKind === 'room' ? 'building' : placeKind] ?? USUAL_ELSEWHERE
  for (const code of usual) if (ranked.length < 3 && !ranked.some(r => r.code === code)) ranked.push({ code, words: [], score: 0 })
  return ranked
}
