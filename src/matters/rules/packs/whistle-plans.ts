import type { Said } from '../../../kit/pure.ts'
import type { CategoryCode } from '../categories.ts'
import type { StationKind } from './duty-rows.ts'

export type Situation = 'joint_enforcement' | 'key_work' | 'emergency'

/** A plan 预案: who comes for what, what each does, and how it counts as done. */
export type WhistlePlan = {
  readonly code: string
  readonly name: Said
  readonly situation: Situation
  readonly categories: readonly CategoryCode[]
  readonly lead: StationKind
  readonly supports: readonly StationKind[]
  readonly does: Readonly<Partial<Record<StationKind, Said>>>
  /** 怎么算成: what somebody else can see when it is done. */
  readonly done: Said
  /** Utilities and parties of the compound to tell as well: by slip or assignment, never by whistle. */
  readonly also?: Said
}

const say = (zh: string, en: string): Said => ({ zh, en })

/** Plans of the street, most used first. Only organs' stations lead or support. */
export const WHISTLE_PLANS: readonly WhistlePlan[] = [
  { code: 'ebike_stairs', name: say('飞线充电和楼道停车', 'Flying leads and e-bikes in stairways'), situation: 'joint_enforcement',
    categories: ['ebike', 'corridor_clutter', 'wiring'],
    lead: 'fire', supports: ['police', 'enforcement'],
    does: { fire: say('认定隐患，责令改正', 'Names the hazard and orders its end'), police: say('对拒不改正的依法处理', 'Acts where the order is refused'),
      enforcement: say('清走飞线，劝离车辆', 'Removes the leads, has the bikes moved') },
    done: say('飞线拆除，楼道清空；15天后网格员看一次没有回潮', 'Leads gone, stairs clear; the grid worker finds it so 15 days later'),
    also: say('物业加装充电处、每晚巡楼', 'The firm adds charging places and walks the stairs each evening') },
  { code: 'fume_vendor', name: say('餐饮油烟和占道', 'Kitchen fumes and trade on the pavement'), situation: 'joint_enforcement',
    categories: ['cooking_fume', 'street_vendor', 'noise_shop'], lead: 'enforcement', supports: ['ecology', 'market'],
    does: { enforcement: say('查油烟、收回占道物', 'Checks fumes, clears the pavement'), ecology: say('测油烟和噪声，出数据', 'Measures fumes and noise'),
      market: say('查执照和食品许可', 'Checks licences') },
    done: say('净化器开着、清洗有记录；占道物收回；连看三晚', 'Filter on and cleaned on record, pavement clear, on three evenings') },
  { code: 'illegal_build', name: say('违法建设', 'Illegal building'), situation: 'joint_enforcement', categories: ['illegal_build', 'green_taken'],
    lead: 'enforcement', supports: ['housing', 'police'],
    does: { enforcement: say('下达停工通知，立案查处', 'Orders the stop, opens the case'),
      housing: say('看是否动了承重结构', 'Looks whether bearing walls were touched'), police: say('维持现场秩序', 'Keeps order on site') },
    done: say('先停工，再自拆或助拆，恢复原样有照片', 'Work stops, then it is taken down; photographs show the old state') },
  { code: 'fire_lane', name: say('消防通道被占', 'Fire lane blocked'), situation: 'joint_enforcement', categories: ['fire_lane', 'parking', 'dead_car'],
    lead: 'fire', supports: ['police', 'enforcement'],
    does: { fire: say('认定消防通道、试车通行', 'Marks the lane, drives it through'),
      police: say('联系车主挪车，依法处理', 'Reaches the owners, acts by law'), enforcement: say('清除地锁和固定障碍', 'Removes locks and fixed obstacles') },
    done: say('消防车能一次开到楼前；早晚各看一次', 'A fire engine reaches the building in one go, morning and evening'),
    also: say('物业划线、装可倒桩', 'The firm paints the lane and sets folding posts') },
  { code: 'group_letting', name: say('群租隔断', 'Homes split up for letting'), situation: 'joint_enforcement',
    categories: ['group_letting', 'letting_other'],
    lead: 'housing', supports: ['police', 'fire', 'enforcement'],
    does: { housing: say('认定分割出租，责令改正', 'Finds the splitting, orders its end'), police: say('核实租住人员登记', 'Checks the register of tenants'),
      fire: say('查用火用电用气', 'Checks fire, power and gas'), enforcement: say('协助拆除隔断', 'Helps take the partitions down') },
    done: say('隔断拆除，气瓶搬走，租住登记齐', 'Partitions and gas bottles gone, register complete') },
  { code: 'rental_letting', name: say('公租房转租隔断', 'Public rental homes sub-let'), situation: 'joint_enforcement',
    categories: ['group_letting', 'letting_dispute'],
    lead: 'rental_housing', supports: ['police', 'fire'],
    does: { rental_housing: say('核租户资格，依合同处理', 'Checks the tenancy, acts by the lease'), police: say('核实居住人员', 'Checks who lives there'),
      fire: say('查用火用电用气', 'Checks fire, power and gas') },
    done: say('恢复原户型，转租终止', 'The flat is as built, the sub-letting has ended') },
  { code: 'dog_bite', name: say('犬只伤人', 'Dogs that hurt people'), situation: 'joint_enforcement', categories: ['dog'], lead: 'police',
    supports: ['enforcement', 'justice'],
    does: { police: say('到场取证，依法处理养犬人', 'Takes evidence, acts against the keeper'), enforcement: say('查养犬登记', 'Checks the dog’s licence'),
      justice: say('调解医药费', 'Mediates the costs of treatment') },
    done: say('处理有结论，医药费有着落', 'A finding, and the costs are settled') },
  { code: 'night_work', name: say('夜间施工噪声', 'Building noise at night'), situation: 'joint_enforcement', categories: ['noise_building_site', 'dust'],
    lead: 'enforcement', supports: ['ecology', 'housing'],
    does: { enforcement: say('查夜间施工许可，当场制止', 'Checks the permit, stops it'), ecology: say('测噪声，出数据', 'Measures the noise'),
      housing: say('约谈建设和施工单位', 'Calls in the builder') },
    done: say('连续五晚无违规施工', 'Five nights without breach') },
  { code: 'unlicensed', name: say('无照经营', 'Trade without a licence'), situation: 'joint_enforcement', categories: ['unlicensed_trade', 'food_safety'],
    lead: 'market', supports: ['enforcement', 'police'],
    does: { market: say('查照、责令停止或补办', 'Checks the licence, orders a stop or an application'),
      enforcement: say('清理店外经营', 'Clears trade outside the shop'), police: say('查涉赌涉黄线索', 'Follows signs of gambling and vice') },
    done: say('停业或补齐证照，回头看一次', 'Closed or licensed, and seen once more') },
  { code: 'wall_seep', name: say('外墙渗水保修', 'Seeping facade under warranty'), situation: 'key_work',
    categories: ['wall_seep', 'crack', 'roof_leak', 'handover'],
    lead: 'housing', supports: ['justice'],
    does: { housing: say('约谈建设单位，定方案和完工日', 'Calls in the developer, sets plan and end date'),
      justice: say('告诉业主怎样主张保修', 'Tells owners how to claim the warranty') },
    done: say('逐户修完，淋水试验不渗，户户签字或留照片', 'Each home repaired and water-tested, with a photograph'),
    also: say('建设单位派单，物业每周报进度', 'The developer is assigned, the firm reports weekly') },
  { code: 'garbage_site', name: say('垃圾点位和清运', 'Places and collection of rubbish'), situation: 'key_work',
    categories: ['garbage', 'garbage_point', 'bulky_waste', 'building_waste'],
    lead: 'enforcement', supports: ['housing'],
    does: { enforcement: say('定清运时间，查偷倒', 'Sets collection times, acts on dumping'), housing: say('督促物业履约', 'Holds the firm to its contract') },
    done: say('一个月内投放点无满溢、无偷倒', 'A month without overflow or dumping') },
  { code: 'burst_main', name: say('水管爆裂', 'Burst main'), situation: 'emergency', categories: ['water_supply', 'public_pipe', 'sewer'], lead: 'fire',
    supports: ['enforcement', 'police'],
    does: { fire: say('排水、转移被淹住户', 'Pumps out, moves people to safety'), enforcement: say('围挡、清障', 'Fences off and clears'),
      police: say('疏导交通', 'Directs traffic') },
    done: say('阀门关住、人员安全、恢复供水，有时间记录', 'Valve closed, people safe, water back, with the times'),
      also: say('先打水务急修，联系单后补', 'Water company by phone first, the slip follows') },
  { code: 'road_sink', name: say('路面塌陷', 'Sunken road'), situation: 'emergency', categories: ['road_sink', 'manhole', 'road'], lead: 'enforcement',
    supports: ['police', 'fire'],
    does: { enforcement: say('围挡、联系道路权属单位抢修', 'Fences off, gets the owner of the road to repair'),
      police: say('封路、疏导', 'Closes the road, directs traffic'), fire: say('查有无人员和车辆陷入', 'Looks for people and cars') },
    done: say('围挡到位，探明空洞，回填后通车', 'Fenced, sounded, filled, open again') },
  { code: 'outage', name: say('停水停电协同', 'Water or power cut'), situation: 'emergency', categories: ['water_outage', 'power', 'heating'],
    lead: 'fire', supports: ['police'],
    does: { fire: say('送水、救困在电梯里的人', 'Brings water, frees people from lifts'), police: say('维持取水点秩序', 'Keeps order where water is given out') },
    done: say('恢复供应，要照顾的人都问到', 'Supply is back, everybody who needs care was asked'),
      also: say('先打供水供电抢修，每半小时通报', 'Utilities by phone first, news every half hour') },
  { code: 'gas_smell', name: say('燃气泄漏', 'Gas leak'), situation: 'emergency', categories: ['gas'], lead: 'fire', supports: ['police'],
    does: { fire: say('警戒、测浓度、疏散', 'Cordons off, measures, evacuates'), police: say('封路、维持秩序', 'Closes the road, keeps order') },
    done: say('关阀、浓度归零、逐户测漏', 'Valve closed, reading zero, every home tested'), also: say('先打燃气抢修', 'Gas company by phone first') },
  { code: 'falling_wall', name: say('外墙脱落和危房', 'Falling facade, unsafe building'), situation: 'emergency',
    categories: ['wall_falling', 'unsafe_building', 'falling_object', 'signboard'],
    lead: 'housing', supports: ['fire', 'enforcement', 'police'],
    does: { housing: say('组织鉴定，定撤不撤人', 'Has it surveyed, decides on evacuation'), fire: say('清除摇摇欲坠的部分', 'Takes down what hangs loose'),
      enforcement: say('围挡、拆违规招牌', 'Fences off, takes down unlawful signs'), police: say('封路、疏散', 'Closes the road, evacuates') },
    done: say('危险部分清除或加固，鉴定书在案', 'The dangerous part is gone or held, the survey is on file') },
]
