import type { Said, Source } from '../../../kit/pure.ts'
import type { CompoundType } from '../../../places/rules/index.ts'
import type { CategoryCode } from '../categories.ts'

/** Organs' local stations 派出机构: can be whistled. */
export type StationKind = 'enforcement' | 'police' | 'market' | 'justice' | 'fire' | 'ecology' | 'housing' | 'rental_housing'
/** Enterprises: get a contact slip 联系单, never a whistle. */
export type UtilityKind = 'water' | 'gas' | 'power'
/** Who has the duty, and with it the power to end the matter. */
export type DutyHolder = 'captain' | 'grid' | 'community' | 'firm' | 'owners' | 'developer' | `station:${StationKind}` | `utility:${UtilityKind}`
  | 'mediation' | 'named_worker'
/** How fast: the times of the stages stand in stage-paces.ts. */
export type Pace = 'urgent' | 'small' | 'plain' | 'hard'
export type Hint = 'phone_first' | 'lift_phone' | 'call_119' | 'call_110' | 'fence_off' | 'money_path' | 'joint_if_again' | 'talk_it_over'
  | 'warranty' | 'find_source'

export type DutyRow = {
  readonly codes: readonly CategoryCode[]
  /** Only in compounds of these types; without it, everywhere. Rows are read from the top, so the narrower stands first. */
  readonly at?: readonly CompoundType[]
  readonly holder: DutyHolder
  /** Who is next when the holder doesn't exist in the place; without it, the holder's usual stand-in. */
  readonly next?: readonly DutyHolder[]
  readonly pace: Pace
  readonly hint?: Hint
  readonly why: Said
  readonly source: Source
}

const law = (name: string, article?: string): Source => article ? { law: name, article } : { law: name }
const CIVIL = '《中华人民共和国民法典》'
const FIRM = law('《物业管理条例》', '第三十五条')
const FIRM_STOPS = law('《物业管理条例》', '第四十五条')
const MAINS = law('《物业管理条例》', '第五十一条')
const REPAIR = law(CIVIL, '第九百四十二条')
const WARRANTY = law('《建设工程质量管理条例》', '第四十条')
const RENTAL = law('《公共租赁住房管理办法》', '第二十四条')
const NOISE = law('《中华人民共和国噪声污染防治法》', '第七十条')
const MEDIATE = law('《中华人民共和国人民调解法》', '第十七条')
const HABIT = law('桐荫街道职责清单（演示）')
const say = (zh: string, en: string): Said => ({ zh, en })

const firmRepairs = say('共有部分由物业服务人维修、养护、清洁', 'The property firm repairs and cleans the common parts')
const landlordRepairs = say('公租房由所有权人委托的运营单位维修养护', 'The operator of the public rental homes repairs them')
const developerRepairs = say('还在保修期，由建设单位负责修', 'Still under warranty: the developer repairs')
const firmStops = say('物业先制止，制止不了当天报告执法部门', 'The firm stops it first, and reports it the same day if it cannot')
const policeOnly = say('依法由公安机关处理', 'By law a matter for the police')
const talkFirst = say('居民委员会、物业先劝阻调解，无效再报告', 'First the residents’ committee or the firm asks and mediates; then it is reported')
const mediation = say('当事人愿意的，由人民调解委员会调解', 'If both sides agree, the mediation committee helps')
const neighbours = say('邻里顺手能办，楼栋长先去看', 'Small enough for neighbours: the captain looks first')
const gridSmall = say('小事，网格员当天去看', 'Small: the grid worker looks the same day')
const committee = say('社区居民委员会职责内的事', 'The residents’ committee’s own work')
const oneWorker = say('只交给一位指定的社区工作者，旁人看不到', 'Goes to one named worker only; nobody else sees it')

/** Who has the duty for what: category × type of compound, narrower rows first. */
export const DUTY_ROWS: readonly DutyRow[] = [
  { codes: ['lift'], holder: 'firm', pace: 'urgent', hint: 'lift_phone', source: law('《中华人民共和国特种设备安全法》', '第三十八条'),
    why: say('受托管理电梯的物业履行使用单位义务', 'The firm that manages the lift has the duties of its user') },
  { codes: ['gas'], holder: 'utility:gas', pace: 'urgent', hint: 'phone_first', source: law('《城镇燃气管理条例》'),
    why: say('燃气设施抢修由燃气经营者负责', 'The gas company does the emergency repair') },
  { codes: ['group_letting'], at: ['public_rental'], holder: 'station:rental_housing', next: ['firm'], pace: 'plain',
    source: law('《公共租赁住房管理办法》', '第二十七条'), why: say('公租房转租、改变结构由住房保障部门查处', 'Sub-letting of public rental homes is for the housing authority') },
  { codes: ['group_letting'], holder: 'station:housing', next: ['station:police'], pace: 'plain', source: law('《商品房屋租赁管理办法》', '第八条'),
    why: say('不得分割搭建出租，由住建部门查处', 'Homes may not be split up for letting; the housing authority acts') },
  { codes: ['letting_other', 'theft', 'fraud', 'suspected_crime', 'residence'], holder: 'station:police', pace: 'plain', source: HABIT,
    why: policeOnly },
  { codes: ['violence'], holder: 'named_worker', next: ['station:police'], pace: 'urgent', hint: 'call_110',
    source: law('《中华人民共和国反家庭暴力法》', '第十四条'), why: oneWorker },
  { codes: ['dog'], holder: 'station:police', pace: 'plain', source: law('《中华人民共和国治安管理处罚法》'), why: policeOnly },
  { codes: ['traffic_facility'], holder: 'station:police', pace: 'plain', source: law('《中华人民共和国道路交通安全法》'), why: policeOnly },
  { codes: ['falling_object'], holder: 'firm', next: ['station:police'], pace: 'urgent', hint: 'fence_off', source: law(CIVIL, '第一千二百五十四条'),
    why: say('物业采取安全保障措施，公安机关查清责任人', 'The firm makes it safe; the police find who did it') },
  { codes: ['unsafe_building'], holder: 'station:housing', pace: 'urgent', hint: 'fence_off', source: law('《城市危险房屋管理规定》'),
    why: say('危险房屋由房屋主管部门组织鉴定', 'The housing authority has an unsafe building surveyed') },
  { codes: ['wall_falling', 'roof_leak', 'wall_seep', 'crack'], at: ['new'], holder: 'developer', pace: 'hard', hint: 'warranty',
    source: WARRANTY, why: developerRepairs },
  { codes: ['handover'], holder: 'developer', next: ['station:housing'], pace: 'hard', source: law('《物业管理条例》', '第三十一条'),
    why: say('交付配套由建设单位负责', 'What was promised at hand-over is the developer’s') },
  { codes: ['street_light', 'noise_equipment', 'parking_space'], at: ['new'], holder: 'developer', next: ['firm'], pace: 'hard', hint: 'warranty',
    source: WARRANTY,
    why: say('道路设施未移交前由建设单位负责', 'Not handed over yet: the developer is responsible') },
  { codes: ['wall_falling'], holder: 'firm', pace: 'urgent', hint: 'fence_off', source: REPAIR, why: firmRepairs },
  { codes: ['roof_leak', 'public_pipe', 'wall_seep', 'crack', 'play', 'stair_parts'], at: ['public_rental'], holder: 'firm', pace: 'hard',
    hint: 'money_path', source: RENTAL,
    why: landlordRepairs },
  { codes: ['roof_leak', 'public_pipe', 'wall_seep', 'crack'], holder: 'firm', pace: 'hard', hint: 'money_path', source: REPAIR, why: firmRepairs },
  { codes: ['play', 'stair_parts', 'lighting', 'access_control', 'greening', 'cleaning', 'garbage', 'road', 'charging', 'pest'], holder: 'firm',
    pace: 'plain', source: REPAIR,
    why: firmRepairs },
  { codes: ['security', 'firm_fee'], holder: 'firm', pace: 'plain', source: FIRM,
    why: say('按物业服务合同提供服务、说明收费', 'The firm serves and explains its fees by contract') },
  { codes: ['noise_equipment', 'telecom', 'bulky_waste', 'building_waste', 'parking', 'parking_space', 'dead_car'], holder: 'firm', next: ['grid'],
    pace: 'plain',
    source: REPAIR, why: say('物业维护小区内的设备和秩序', 'The firm keeps machines and order inside the compound') },
  { codes: ['sewer'], holder: 'firm', next: ['utility:water'], pace: 'urgent', source: REPAIR, why: firmRepairs },
  { codes: ['manhole'], holder: 'firm', pace: 'urgent', hint: 'fence_off', source: REPAIR, why: firmRepairs },
  { codes: ['fire_equipment', 'wiring'], holder: 'firm', pace: 'plain', source: law('《中华人民共和国消防法》', '第十八条'),
    why: say('共用消防设施由物业维护管理', 'The firm maintains the shared fire equipment') },
  { codes: ['ebike'], holder: 'firm', next: ['grid'], pace: 'plain', hint: 'joint_if_again',
    source: law('《高层民用建筑消防安全管理规定》', '第三十七条'), why: firmStops },
  { codes: ['fire_lane'], holder: 'firm', next: ['station:fire'], pace: 'plain', hint: 'call_119', source: law('《中华人民共和国消防法》', '第二十八条'),
    why: firmStops },
  { codes: ['green_taken'], holder: 'firm', next: ['station:enforcement'], pace: 'plain', source: FIRM_STOPS, why: firmStops },
  { codes: ['public_income', 'maintenance_fund'], at: ['public_rental'], holder: 'firm', pace: 'plain', source: RENTAL, why: landlordRepairs },
  { codes: ['public_income'], at: ['new', 'work_unit'], holder: 'firm', pace: 'plain', source: law(CIVIL, '第二百八十二条'),
    why: say('公共收益归业主，物业先公布账目', 'Common income belongs to the owners; the firm publishes it first') },
  { codes: ['public_income'], holder: 'owners', next: ['firm'], pace: 'plain', source: law(CIVIL, '第二百八十二条'),
    why: say('公共收益归业主共有，由业委会公布', 'Common income belongs to the owners; their committee publishes it') },
  { codes: ['maintenance_fund'], holder: 'owners', next: ['station:housing'], pace: 'hard', source: law(CIVIL, '第二百八十一条'),
    why: say('维修资金由业主共同决定使用', 'The owners decide on their repair fund') },
  { codes: ['covenant'], holder: 'owners', pace: 'plain', hint: 'talk_it_over', source: law(CIVIL, '第二百七十八条'),
    why: say('管理规约由业主共同决定', 'The owners decide on their house rules') },
  { codes: ['water_supply', 'water_outage'], holder: 'utility:water', pace: 'urgent', hint: 'phone_first', source: MAINS,
    why: say('供水管线由供水企业维修养护', 'The water company maintains its mains') },
  { codes: ['power'], holder: 'utility:power', pace: 'urgent', hint: 'phone_first', source: MAINS,
    why: say('供电设施由供电企业维修养护', 'The power company maintains its lines') },
  { codes: ['heating', 'street_light'], holder: 'community', pace: 'plain', source: MAINS,
    why: say('由社区联系管线权属单位，居民不用自己找', 'The community finds the owner of the line, so that residents needn’t') },
  { codes: ['road_sink'], holder: 'community', pace: 'urgent', hint: 'fence_off', source: HABIT,
    why: say('先围挡，社区吹应急处置哨', 'Fence it off; the community blows the emergency whistle') },
  { codes: ['illegal_build'], holder: 'station:enforcement', pace: 'hard', source: law('《中华人民共和国城乡规划法》', '第六十四条'),
    why: say('违法建设由执法队查处', 'The enforcement team acts on illegal building') },
  { codes: ['street_vendor', 'signboard', 'dust', 'noise_shop'], holder: 'station:enforcement', pace: 'plain', source: HABIT,
    why: say('街道综合行政执法队有这项执法权', 'The street’s enforcement team has this power') },
  { codes: ['noise_building_site'], holder: 'station:enforcement', pace: 'plain', source: law('《中华人民共和国噪声污染防治法》', '第四十三条'),
    why: say('夜间施工噪声由执法队查处', 'The enforcement team acts on building noise at night') },
  { codes: ['cooking_fume'], holder: 'station:enforcement', next: ['station:ecology'], pace: 'hard', hint: 'joint_if_again',
    source: law('《中华人民共和国大气污染防治法》', '第八十一条'), why: say('餐饮油烟由执法队牵头查处', 'The enforcement team leads on kitchen fumes') },
  { codes: ['river'], holder: 'station:ecology', pace: 'hard', source: law('《中华人民共和国水污染防治法》'),
    why: say('水体污染由生态环境部门查处', 'The ecology authority acts on water pollution') },
  { codes: ['unlicensed_trade'], holder: 'station:market', pace: 'plain', source: law('《无证无照经营查处办法》'),
    why: say('无照经营由市场监管所查处', 'The market authority acts on unlicensed trade') },
  { codes: ['food_safety', 'consumer'], holder: 'station:market', pace: 'plain', source: HABIT,
    why: say('由市场监管所受理', 'Received by the market authority') },
  { codes: ['wages'], holder: 'station:justice', pace: 'plain', source: law('《中华人民共和国法律援助法》', '第三十一条'),
    why: say('司法所帮助申请法律援助', 'The justice station helps to get legal aid') },
  { codes: ['letting_dispute'], at: ['public_rental'], holder: 'station:rental_housing', next: ['mediation'], pace: 'plain',
    source: law('《公共租赁住房管理办法》'),
    why: say('公租房租赁由住房保障中心处理', 'Leases of public rental homes are for the housing centre') },
  { codes: ['water_leak_neighbour', 'light_blocking'], holder: 'mediation', pace: 'hard', source: law(CIVIL, '第二百八十八条'), why: mediation },
  { codes: ['neighbour_quarrel', 'letting_dispute', 'firm_dispute'], holder: 'mediation', pace: 'hard', source: MEDIATE, why: mediation },
  { codes: ['family'], holder: 'named_worker', next: ['mediation'], pace: 'plain', source: MEDIATE, why: oneWorker },
  { codes: ['hardship', 'disability'], holder: 'named_worker', pace: 'plain', source: law('《社会救助暂行办法》'), why: oneWorker },
  { codes: ['noise_leisure'], holder: 'captain', pace: 'small', hint: 'talk_it_over', source: NOISE, why: talkFirst },
  { codes: ['noise_decoration', 'noise_home'], holder: 'grid', pace: 'small', source: NOISE, why: talkFirst },
  { codes: ['corridor_clutter', 'pet_waste', 'mutual_help'], holder: 'captain', pace: 'small', source: HABIT, why: neighbours },
  { codes: ['flyers', 'fireworks', 'open_burning', 'shared_bike', 'stray_animal'], holder: 'grid', pace: 'small', source: HABIT, why: gridSmall },
  { codes: ['odour'], holder: 'grid', pace: 'small', hint: 'find_source', source: HABIT,
    why: say('先找到气味从哪来，再交给有权的部门', 'First find where the smell comes from') },
  { codes: ['garbage_point', 'add_lift', 'barrier_free'], holder: 'community', pace: 'hard', hint: 'talk_it_over', source: HABIT,
    why: say('涉及几家人，由社区召集商量', 'Several homes are concerned: the community calls them together') },
  { codes: ['fitness', 'firm_attitude', 'activity', 'new_facility', 'work_idea', 'new_workers', 'elder_care', 'childcare', 'health', 'transit',
    'other', 'insurance',
    'subsidy', 'schooling'], holder: 'community', pace: 'plain', source: law('《中华人民共和国城市居民委员会组织法》'), why: committee },
  { codes: ['certificate'], holder: 'community', pace: 'plain', source: law('《关于改进和规范基层群众性自治组织出具证明工作的指导意见》民发〔2020〕20号'),
    why: say('不该社区开的，社区回函说明依据和替代办法', 'What the community must not certify it answers with the ground and another way') },
]
