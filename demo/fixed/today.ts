import { codeOf } from '../places.ts'
import { tale } from '../tale.ts'
import type { DemoMatter } from '../types.ts'

/** What waits on the last morning for the people one can sign in as, so that each of them has something to decide. */
export const today = (): DemoMatter[] => [
  tale('d01', '2026-11-20 09:12', 'qr', codeOf('wty', 3), 'corridor_clutter', '7楼电梯厅堆了五六个纸箱加一辆旧童车，防火门只能开一半，老人推轮椅过不去。', { phone: '19900000201',
    photos: ['stairs-before'] }).end(),

  tale('d02', '2026-11-19 20:40', 'page', codeOf('wty', 3), 'lighting', '3号楼门厅那排灯一闪一闪，老人看不清台阶。', { phone: '19900000202', photos: ['lamp-before'] })
    .say('captain:wty-3', '2026-11-19 20:55', '下去看了，三只在闪，我先把台阶边贴了反光条。').end(),

  tale('d03', '2026-11-18 08:20', 'qr', codeOf('wty', 2), 'access_control', '单元门刷卡时灵时不灵，昨晚我妈在外面站了二十分钟。', { phone: '19900000203' })
    .take('firm-runting:manager', '2026-11-18 09:05')
    .log('firm-runting:manager', '2026-11-18 15:30', '读卡头进水，配件明早到，今晚保安守门。')
    .done('firm-runting:manager', '2026-11-19 16:20', '读卡头换了，卡和刷脸各试二十次都开。保安今晚再盯一夜。').end(),

  tale('d04', '2026-11-19 18:50', 'chat', codeOf('wty', 'east-gate'), 'street_vendor', '东门外三轮车卖烤红薯的占了整条人行道，接孩子的只能走马路。', { by: 'com-001:desk',
    photos: ['stall-before'] })
    .whistle('com-001:secretary', '2026-11-20 08:40', 'fume_vendor', '劝过三次，人一走又回来，昨天有个孩子差点被车蹭到。').end(),

  tale('d05', '2026-11-18 21:10', 'qr', codeOf('wty', 9), 'fire_lane', '9号楼前消防通道又被两辆车堵死了，其中一辆还装了地锁。', { phone: '19900000205',
    photos: ['lane-before'] })
    .whistle('com-001:secretary', '2026-11-20 09:05', 'fire_lane', '地锁是私装的，物业锯不得，车主不接电话。').end(),

  tale('d06', '2026-11-19 10:05', 'page', codeOf('wty'), 'public_income', '下半年的广告费什么时候公布？上回说半年一次。', { phone: '19900000206' }).end(),

  tale('d07', '2026-11-19 15:40', 'reception', codeOf('wty', 6), 'barrier_free', '6号楼门口坡道太陡，轮椅推上去要两个人，雨天更不敢。', { by: 'com-001:desk',
    phone: '19900000207', photos: ['ramp-before'] })
    .take('com-001:worker', '2026-11-19 16:10').end(),

  tale('d08', '2026-11-16 19:30', 'qr', codeOf('wty', 4), 'garbage', '厨余桶盖坏了，野猫天天翻，早上一地。', { phone: '19900000208', photos: ['bins-before'] })
    .take('firm-runting:manager', '2026-11-16 20:10')
    .done('firm-runting:manager', '2026-11-17 17:40', '换了两只带脚踏的新桶，地面冲过，垃圾房门加了闭门器。', 'bins-after')
    .check('grid-01:worker', '2026-11-18 08:10', '早上去看，盖子都合着，地是干净的。').end(),

  tale('d09', '2026-11-17 11:20', 'captain', codeOf('fjx', 1, 2), 'stair_parts', '二楼拐角的扶手晃，老太太一抓就往外倒。', { by: 'captain:fjx-1' })
    .take('firm-huilin:manager', '2026-11-17 13:10')
    .done('firm-huilin:manager', '2026-11-18 10:30', '四个膨胀螺丝全换，末端包了圆头，两个人吊着试过。')
    .check('grid-05:worker', '2026-11-18 17:10', '使劲晃了，不动。').end(),
]
