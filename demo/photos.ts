import * as inside from './drawings/inside.ts'
import * as outside from './drawings/outside.ts'
import { svg } from './drawings/paper.ts'
import type { DemoPhoto } from './types.ts'

type Pair = readonly [name: string, draw: (after: boolean) => string, before: readonly [string, string], after: readonly [string, string]]

const pairs: readonly Pair[] = [
  ['lamp', inside.lamp, ['楼道灯不亮，楼梯很暗', 'A dark stairway, the lamp is out'], ['楼道灯亮了', 'The stairway lamp is lit']],
  ['lift', inside.lift, ['电梯门关不严，门上贴了停梯告示', 'A lift door that does not close, with a notice'], ['电梯门关好了，指示灯亮着',
    'The lift door closed, its light on']],
  ['bins', outside.bins, ['垃圾桶满了，袋子堆在地上', 'Bins overflow, bags on the ground'], ['垃圾桶盖好，地面干净，上面有顶棚', 'Bins closed, clean ground, a roof above']],
  ['ramp', outside.ramp, ['单元门前只有台阶，还停着电动车', 'Only steps at the door, and e-bikes in the way'], ['单元门前有了坡道和扶手',
    'A ramp with a handrail at the door']],
  ['shed', outside.shed, ['楼道里停着电动车，楼上甩下一根电线', 'E-bikes in the stairway, a cable hanging from above'], ['电动车停在充电棚里',
    'E-bikes under a charging shed']],
  ['pipe', inside.pipe, ['管道锈蚀漏水，地上一滩水', 'A rusty pipe leaks onto the floor'], ['换了新管，地面干了', 'A new pipe, the floor is dry']],
  ['stall', outside.stall, ['夜里烧烤摊冒烟', 'A barbecue stall smokes at night'], ['店门口收干净了，装了净化器', 'The shop front is clear, with a filter']],
  ['lane', outside.lane, ['消防通道停满了车', 'Cars fill the fire lane'], ['消防通道空着，装了可倒桩', 'The fire lane is clear, with folding posts']],
  ['road', outside.road, ['路上没有灯，一片黑', 'A road without lights'], ['路灯亮了', 'The street lights are on']],
  ['wall', outside.wall, ['窗边墙面渗水发霉', 'Damp and mould beside the window'], ['墙面干了，刷平了', 'The wall is dry and smooth']],
  ['tree', outside.greenery, ['树枝伸到窗前', 'Branches reach the windows'], ['树修过了，离窗很远', 'The tree is trimmed, well away from the windows']],
  ['slide', outside.slide, ['滑梯裂了，围了起来', 'A cracked slide, fenced off'], ['滑梯修好了', 'The slide is mended']],
  ['stairs', inside.stairs, ['楼道里堆着纸箱和车', 'Boxes and a bike in the stairway'], ['楼道清空了', 'The stairway is clear']],
]

const single: readonly (readonly [string, () => string, readonly [string, string]])[] = [
  ['stop-after', inside.stop, ['歇脚点里有热水器、微波炉和长凳', 'The rest stop: hot water, a microwave, a bench']],
  ['gas-after', inside.gas, ['换了新阀门，灶火正常', 'A new valve, the stove burns blue']],
  ['board-after', inside.board, ['公告栏里贴着收支表', 'The accounts on the notice board']],
  ['shelf-after', inside.shelf, ['旧书交换架', 'The shelf for old books']],
]

const photo = (name: string, body: string, [zh, en]: readonly [string, string]): DemoPhoto => ({ name, alt: { zh, en }, svg: svg(body) })

/** Drawings that stand for photos: calm scenes made from code, each before and after. Nothing in them is a real place. */
export const demoPhotos = (): DemoPhoto[] => [
  ...pairs.flatMap(([name, draw, before, after]) => [photo(`${name}-before`, draw(false), before), photo(`${name}-after`, draw(true), after)]),
  ...single.map(([name, draw, alt]) => photo(name, draw(), alt)),
]
