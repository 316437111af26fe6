import { words } from '../../../ui-kit/index.ts'

export const planWords = words({
  title: (compound: string) => ({ zh: compound === '' ? '小区平面图' : `${compound}平面图`, en: compound === '' ? 'Sketch of a compound' : `Sketch of ${compound}` }),
  line: { zh: '楼在图上怎么摆，分网格时就按哪些楼挨着来算。只是示意图，不是测绘。', en: 'Which buildings stand beside each other, for dividing grids. A sketch of our own, no survey.' },
  compound: { zh: '小区', en: 'Compound' },
  how: { zh: '拖动楼栋；或者选中一栋，按方向键，一下5米，按住Shift一下1米。', en: 'Drag a building; or choose one and press the arrow keys: 5 metres, with Shift 1.' },
  spot: (name: string, x: number, y: number) => ({ zh: `${name}，东${x}米，南${y}米`, en: `${name}, ${x} m east, ${y} m south` }),
  building: { zh: '楼栋', en: 'Building' }, east: { zh: '东（米）', en: 'East (m)' }, south: { zh: '南（米）', en: 'South (m)' },
  eastOf: (name: string) => ({ zh: `${name}，东多少米`, en: `${name}, metres east` }), southOf: (name: string) => ({ zh: `${name}，南多少米`, en: `${name}, metres south` }),
  new: { zh: '还没摆', en: 'not placed yet' },
  save: (n: number) => ({ zh: n === 0 ? '存好' : `存好（动了${n}栋）`, en: n === 0 ? 'Save' : `Save (${n} moved)` }), nothing: { zh: '还没有动', en: 'Nothing moved yet' },
  reset: { zh: '还按原来的', en: 'As it was' },
  overShort: { zh: '先把楼隔开', en: 'Put them apart first' },
  over: (names: string) => ({ zh: `${names}叠在一起了，隔开10米以上。`, en: `${names} lie on each other: put them 10 metres apart.` }),
  saved: (n: number) => ({ zh: `存好了，动了${n}栋。`, en: `Saved: ${n} ${n === 1 ? 'building' : 'buildings'} moved.` }),
  notDone: { zh: '没有存上', en: 'Not saved' }, failed: { zh: '没有读到', en: 'Could not be read' }, again: { zh: '再试一次', en: 'Try again' },
  none: { zh: '这个小区没有楼栋', en: 'This compound has no buildings' }, noneLine: { zh: '先在地点表里导入楼栋。', en: 'Import its buildings in the table of places first.' },
  north: { zh: '北', en: 'N' }, toTable: { zh: '地点表', en: 'Table of places' },
})
