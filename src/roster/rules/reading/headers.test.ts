import { expect, test } from 'vitest'
import {
  findHeader, headerKey, mapColumn, openedFields, planColumns, planSheet, sheetHolds, withoutRefusedAlone, type Header, type HeadRow,
  type ImportField, type OpenedField,
} from './index.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const headers = (...texts: string[]): Header[] => texts.map((text, at) => ({ letter: letters[at] ?? 'Z', text }))
const rows = (...texts: string[][]): HeadRow[] =>
  texts.map((cells, at) => ({ n: at + 1, cells: Object.fromEntries(cells.flatMap((text, column) => (text === '' ? [] : [[letters[column] ?? 'Z',
    text]]))) }))
const outcomes = (...texts: string[]): string[] => planColumns(headers(...texts)).map(({ field, outcome }) => field ?? outcome)

test.each(['是否重点人员', '重点类别', '重点 人员类别', '是否失孤', '宗教信仰', '信仰', '政治面貌', '是否党员', '党员关系管理地', '党组织', '现患大病详细', '健康状况', '精神障碍', '是否精神病', '病史', '既往病史', '血型',
  '特殊人群', '特殊人群类型', '是否特殊人群', '人群标签', '标签', '个人年收入', '月收入', '社区矫正', '刑满释放', '是否吸毒', '吸毒人员', '信访人员', '上访情况', '犯罪记录', '是否涉毒', '孕妇', '计划生育', '育龄妇女',
    '银行卡号',
  '人脸照片', '指纹', '积分', '关注等级', '稳控措施', '备注（重点人员请注明）', '社 会 风 险 等 级', '是否艾滋病', '用药情况', '疫苗接种', '姓名（精神病人）'])('[RO11] a column headed %s is refused',
    (text) => {
  expect(outcomes('姓名', text, '电话')).toEqual(['name', 'refused', 'phone'])
})

test.each(['是否残疾人', '伤残类型', '残疾等级', '是否低保', '低保户', '五保', '特困', '是否优抚对象', '优抚类型', '独居老人', '是否空巢', '困难及诉求', '帮扶情况', '留守类型', '退役军人', '护理需求', '高龄'])(
  '[RO12] a column headed %s is locked until an assessment', (text) => {
    expect(outcomes('姓名', text, '电话')).toEqual(['name', 'locked', 'phone'])
  })

test.each(['民族', '学历', '文化程度', '职业', '婚姻状况', '籍贯', '兵役情况', '车牌号', '车位号', '物业费', '工作单位', '曾用名', '所属网格', '服务处所', '紧急联系人电话', '监护人姓名',
  '序号'])('[RO12] a column headed %s is not needed', (text) => {
  expect(outcomes('姓名', text, '电话')[1]).toMatch(/ignored|locked/)
})

test.each([
  ['姓 名', 'name'], ['姓名*', 'name'], ['居民姓名（必填）', 'name'], ['公民身份号码', 'id_number'], ['身份证号*', 'id_number'], ['联系方式', 'phone'], ['联系电话（手机）', 'phone'],
    ['出生年月', 'born'], ['户主联系方式', 'head_phone'],
  ['户主公民身份号码', 'head_id'], ['房东电话', 'owner_phone'], ['租客身份证', 'tenant_id'], ['产权人', 'owner_name'], ['现住门（楼）详址', 'address'], ['现住小区/建筑', 'compound'],
    ['户籍地址', 'registered_at'],
  ['是否人户分离', 'apart'], ['居住逻辑', 'live_type'], ['人员类型', 'residence_kind'], ['是否已迁出', 'moved_out'], ['死亡日期', 'died_on'], ['与户主关系', 'relation'],
    ['户编号', 'household_no'], ['备 注', 'remark'], ['租用状态', 'home_state'],
])('[RO10] a column headed %s is read as %s', (text, field) => {
  expect(outcomes(text)).toEqual([field])
})

test('[RO12] an unknown column waits for a person, who may map it; a refused or locked one stays what it is', () => {
  const plan = planColumns(headers('姓名', '内部编码乙', '宗教信仰', '是否低保'))
  expect(plan.map(({ outcome }) => outcome)).toEqual(['field', 'unknown', 'refused', 'locked'])
  expect(mapColumn(plan, 'B', 'room')[1]).toEqual({ letter: 'B', outcome: 'field', field: 'room' })
  expect(mapColumn(plan, 'C', 'note')[2]).toEqual({ letter: 'C', outcome: 'refused' })
  expect(mapColumn(plan, 'D', 'note')[3]).toEqual({ letter: 'D', outcome: 'locked' })
  expect(planColumns(headers('姓名', '宗教信仰'), [], { 宗教信仰: 'note' })[1]?.outcome).toBe('refused')
})

test('[RO10] one of two columns that say the same is read: the room’s number before the home’s code', () => {
  expect(outcomes('房屋编码', '楼栋', '门牌号')).toEqual(['unknown', 'building', 'room'])
  expect(outcomes('手机号', '备用电话')).toEqual(['phone', 'phone'])
})

test('[RO10] without a column of names, plain numbers are the owner’s', () => {
  expect(outcomes('楼栋', '房号', '业主姓名', '身份证号', '手机号')).toEqual(['building', 'room', 'owner_name', 'owner_id', 'owner_phone'])
})

test('[RO10] the header is found under titles, in two rows, above a row of comments', () => {
  const found = findHeader(rows(['梧桐苑3号楼居民花名册', '', '', ''], ['制表日期：2026年3月', '', '', ''], ['房屋', '房屋', '居民', '居民', '备注'], ['单元', '房号', '姓名', '电话',
    '备注'],
    ['必填', '必填', '必填', '多个用;分隔', ''], ['1', '101', '甲', '19900000001', '']))
  expect(found?.from).toBe(6)
  expect(found?.headers.map(({ text }) => text)).toEqual(['单元', '房号', '姓名', '电话', '备注'])
  const plan = planSheet(1, 'Sheet1', found ?? { from: 1, headers: [], above: [] })
  expect([plan.building, plan.compound]).toEqual(['3', '梧桐苑'])
  expect(plan.columns.map(({ field }) => field)).toEqual(['unit', 'room', 'name', 'phone', 'remark'])
})

test('[RO10] what stands above a column says whose it is', () => {
  const found = findHeader(rows(['楼栋', '房号', '业主信息', '', '租客信息', ''], ['', '', '姓名', '电话', '姓名', '电话'], ['1', '101', '甲', '', '', '']))
  expect(planColumns(found?.headers ?? []).map(({ field }) => field)).toEqual(['building', 'room', 'owner_name', 'owner_phone', 'tenant_name',
    'tenant_phone'])
})

test('[RO11] a group that is refused refuses every column under it', () => {
  const found = findHeader(rows(['姓名', '电话', '地址', '房号', '特殊人群情况', '特殊人群情况'], ['姓名', '电话', '地址', '房号', '类型', '说明'], ['甲', '', '', '', '', '']))
  expect(planColumns(found?.headers ?? []).slice(4).map(({ outcome }) => outcome)).toEqual(['refused', 'refused'])
})

test('[RO10] columns without a header, as blocks of explanation at the right, are not planned; a list of fees holds no people', () => {
  const found = findHeader(rows(['楼号', '房间', '业主名称', '手机号'], ['1', '101', '甲', '', '', '说明', '必须唯一']))
  expect(found?.headers).toHaveLength(4)
  expect(findHeader(rows(['费用编号', '费用类型', '收费项目', '费用标识'], ['1', '物业费', '试', '周期']))).toBeNull()
  expect(sheetHolds(planColumns(headers('楼栋号', '单元编号', '总层数')))).toBe('nothing')
})

test('[RO12] an assessment opens the columns that say its kind, never numbers, other kinds or what is refused by purpose', () => {
  const texts = ['姓名', '残疾情况', '残疾等级', '是否低保', '失能情况', '残疾证号', '监护人', '帮扶情况', '是否优抚对象', '精神残疾', '是否重点人员', '月收入', '独居老人']
  const opened = (unlocked: readonly OpenedField[], known: Record<string, ImportField | 'ignored'> = {}): string[] =>
    planColumns(headers(...texts), unlocked, known).map(({ field, outcome }) => field ?? outcome)
  const shut = ['name', 'locked', 'locked', 'locked', 'locked', 'locked', 'locked', 'locked', 'locked', 'refused', 'refused', 'refused', 'locked']
  expect(opened([])).toEqual(shut)
  expect(opened(['disability'])).toEqual(shut.with(1, 'disability').with(2, 'disability'))
  expect(opened(['low_income', 'care_need'])).toEqual(shut.with(3, 'low_income').with(4, 'care_need'))
  const all = Object.fromEntries(texts.slice(1).map((text) => [headerKey({ letter: 'A', text }), 'care_need' as const]))
  expect(opened([], all)).toEqual(shut)
  expect(opened(['disability', 'care_need'], all)).toEqual(shut.with(1, 'disability').with(2, 'disability').with(4, 'care_need').with(12,
    'care_need'))
  expect(planColumns(headers('姓名', '内部编码乙'), openedFields, { [headerKey({ letter: 'B', text: '内部编码乙' })]: 'disability' })[1]?.outcome).toBe('unknown')
  expect(planColumns([{ letter: 'A', text: '姓名' }, { letter: 'B', text: '等级', group: '残疾情况' }, { letter: 'C', text: '电话' }],
    openedFields)[1]?.outcome).toBe('locked')
})

test('[RO11] [RO12] of an opened column the parts that are refused by purpose stay refused', () => {
  expect(withoutRefusedAlone('听力三级')).toBe('听力三级')
  expect(withoutRefusedAlone('精神残疾二级，听力三级')).toBe('听力三级')
  expect(withoutRefusedAlone('精神二级')).toBe('')
})
