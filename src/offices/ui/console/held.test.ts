import { expect, test } from 'vitest'
import { namedAt } from './held.tsx'

test('place and title are one name, and what both say is said once', () => {
  expect(namedAt('锦澜府3号楼', '3号楼楼栋长')).toBe('锦澜府3号楼楼栋长')
  expect(namedAt('锦澜府', '锦澜府党支部')).toBe('锦澜府党支部')
  expect(namedAt('听雨桥社区', '第一书记')).toBe('听雨桥社区 第一书记')
})
