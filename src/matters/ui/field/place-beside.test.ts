import { expect, test } from 'vitest'
import { placeBeside } from './place-beside.ts'

test('[M22] a row says of the place only what its title does not', () => {
  expect(placeBeside('梧桐苑1号楼楼道堆物', '梧桐苑1号楼')).toBe(null)
  expect(placeBeside('梧桐苑1号楼楼道灯不亮', '梧桐苑1号楼2单元')).toBe('2单元')
  expect(placeBeside('犬只管理问题', '梧桐苑2号楼')).toBe('梧桐苑2号楼')
  expect(placeBeside('梧桐苑12号楼楼道堆物', '梧桐苑2号楼')).toBe('梧桐苑2号楼')
})
