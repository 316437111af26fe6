import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openSheet, type JudgedRow } from '../rules/reading/index.ts'
import { openWorkbook } from './index.ts'

const folder = path.resolve('../shared/data/rosters')
const here = existsSync(folder)
if (!here) console.log('real workbooks: ../shared/data/rosters is absent, skipped')

async function first(file: string, sheet: number): Promise<JudgedRow | undefined> {
  const workbook = await openWorkbook(path.join(folder, file))
  const plan = workbook.sheets[sheet - 1]?.plan
  for await (const [row] of plan ? workbook.rows(plan) : []) {
    await workbook.close()
    return plan && row && openSheet(plan, '2026-11-20').read(row)
  }
  return undefined
}

test.skipIf(!here)('[RO10] every sheet of the real workbooks is planned, or said to hold no people', async () => {
  const said: Record<string, string> = {}
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.xlsx'))) {
    const workbook = await openWorkbook(path.join(folder, file))
    for (const { name, holds } of workbook.sheets) said[`${file} ${name}`] = holds
    await workbook.close()
  }
  expect(said).toEqual({
    'java110_hc.xlsx 楼栋单元': 'nothing', 'java110_hc.xlsx 业主信息': 'people', 'java110_hc.xlsx 费用设置': 'nothing', 'java110_hc.xlsx 房屋信息': 'homes',
      'java110_hc.xlsx 车位信息': 'nothing',
    'java110_wy.xlsx 楼栋单元': 'nothing', 'java110_wy.xlsx 业主信息': 'people', 'java110_wy.xlsx 费用设置': 'nothing', 'java110_wy.xlsx 房屋信息': 'homes',
      'java110_wy.xlsx 车位信息': 'nothing',
    'java110_importFeeDetail.xlsx 房屋缴费历史': 'homes', 'java110_importRoom.xlsx 资产信息': 'people', 'java110_meterMachine.xlsx 水电表': 'homes',
  })
})

test.skipIf(!here)('[RO10] the first rows of the real workbooks are read right; blocks of explanation beside them are no rows', async () => {
  const asset = await first('java110_importRoom.xlsx', 1)
  expect(asset?.home).toEqual({ building: '1', unit: '1', floor: '1', room: '1001' })
  expect(asset?.people.map(({ phones, sex, ties, born }) => ({ phones: phones.length, sex, ties, born }))).toEqual([{ phones: 1, sex: 'male',
    ties: ['owns'], born: undefined }])
  expect([asset?.homeState, asset?.problems.map(({ code }) => code)]).toEqual(['lived_in', ['id_check']])
  expect((await first('java110_hc.xlsx', 4))?.home).toEqual({ building: '1', unit: '1', floor: '1', room: '1011' })
  // The sheet of owners names no home; the sheet of homes names the owner's number.
  const owner = await first('java110_wy.xlsx', 2)
  expect([owner?.verdict, owner?.home, owner?.people[0]?.ties]).toEqual(['fixable', { building: '1', unit: '1', room: '1011' }, ['owns']])
})
