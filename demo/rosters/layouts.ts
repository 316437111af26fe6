/** The column sets that rosters come in, each column with what it holds. */

export type Kind = 'name' | 'id' | 'phone' | 'born' | 'sex' | 'relation' | 'address' | 'compound' | 'building' | 'unit' | 'floor' | 'room'
  | 'household_no' | 'head_name' | 'head_id'
  | 'head_phone' | 'person_kind' | 'live_type' | 'matches' | 'apart' | 'lives_at' | 'registered_at' | 'moved_out' | 'moved_on' | 'dead' | 'died_on'
    | 'remark' | 'owner_names' | 'owner_phones' | 'owner_ids'
  | 'tenant_name' | 'tenant_id' | 'tenant_phone' | 'home_state' | 'area' | 'number' | 'refused' | 'locked' | 'ignored'
export type Column = { readonly header: string; readonly kind: Kind; readonly group?: string }

/** `per`: a row per person or per home. `comments`: a row under the header that says how to fill it in. `title` stands above, merged. */
export type Layout = {
  readonly key: string; readonly per: 'person' | 'home'; readonly columns: readonly Column[]; readonly title?: string; readonly comments?: boolean
  readonly hidden?: readonly string[]; readonly block?: readonly (readonly [string, string])[]
}

const columns = (...list: readonly (readonly [header: string, kind: Kind, group?: string])[]): Column[] =>
  list.map(([header, kind, group]) => ({ header, kind, ...group === undefined ? {} : { group } }))

/** A register of residents after the national standard. */
const resident: Layout = { key: 'resident', per: 'person', title: '户籍人口信息登记表', columns: columns(['序号', 'number'], ['公民身份号码', 'id'], ['姓名', 'name'],
  ['曾用名', 'ignored'], ['性别', 'sex'],
  ['出生日期', 'born'], ['民族', 'ignored'], ['籍贯', 'ignored'], ['婚姻状况', 'ignored'], ['政治面貌', 'refused'], ['学历', 'ignored'], ['宗教信仰', 'refused'], ['职业类别',
    'ignored'], ['职业', 'ignored'],
  ['服务处所', 'ignored'], ['联系方式', 'phone'], ['户籍地', 'registered_at'], ['现住门（楼）详址', 'address'], ['人户一致标识', 'matches'], ['户号', 'household_no'],
    ['户主公民身份号码', 'head_id'],
  ['户主姓名', 'head_name'], ['与户主关系', 'relation'], ['户主联系方式', 'head_phone'], ['健康状况', 'refused'], ['个人年收入', 'refused'], ['困难及诉求', 'locked']) }

/** What a grid's working tool exports, with a row of comments. */
const grid: Layout = { key: 'grid', per: 'person', comments: true, columns: columns(['姓名', 'name'], ['身份证号', 'id'], ['性别', 'sex'], ['出生日期', 'born'],
  ['联系电话', 'phone'], ['现住小区/建筑', 'compound'],
  ['门牌地址', 'address'], ['所属网格', 'ignored'], ['人员类型', 'person_kind'], ['是否重点人员', 'refused'], ['重点类别', 'refused'], ['户籍地址', 'registered_at'], ['户编号',
    'household_no'], ['是否人户分离', 'apart'],
  ['实际居住地', 'lives_at'], ['是否已迁出', 'moved_out'], ['迁出日期', 'moved_on'], ['是否已死亡', 'dead'], ['死亡日期', 'died_on'], ['民族', 'ignored'], ['政治面貌',
    'refused'], ['婚姻状况', 'ignored'],
  ['文化程度', 'ignored'], ['工作学习情况', 'ignored'], ['健康状况', 'refused'], ['备注', 'remark']) }

/** A short template with stars at what must be filled in. */
const short: Layout = { key: 'short', per: 'person', columns: columns(['姓名*', 'name'], ['身份证号*', 'id'], ['手机号', 'phone'], ['户籍类型', 'person_kind'],
  ['是否特殊人群', 'refused'], ['特殊人群类型', 'refused'],
  ['与户主关系', 'relation'], ['地址', 'address'], ['网格', 'ignored'], ['标签', 'refused']) }

/** A household register, two header rows, rooms merged down the household. */
const household: Layout = { key: 'household', per: 'person', title: '居民家庭情况登记册', columns: columns(['序号', 'number'], ['楼栋', 'building', '房屋信息'],
  ['单元', 'unit', '房屋信息'], ['房号', 'room', '房屋信息'],
  ['户口编号', 'household_no', '户信息'], ['户主', 'head_name', '户信息'], ['姓名', 'name', '成员信息'], ['公民身份证号', 'id', '成员信息'], ['与户主关系', 'relation', '成员信息'],
    ['联系电话', 'phone', '成员信息'],
  ['民族', 'ignored', '成员信息'], ['户口性质', 'ignored', '成员信息'], ['残疾', 'locked', '保障'], ['低保', 'locked', '保障'], ['备注', 'remark']) }

/** A list of owners for a vote: a row per home, lists in cells. */
const owners: Layout = { key: 'owners', per: 'home', title: '业主花名册', columns: columns(['序号', 'number'], ['小区', 'compound'], ['楼栋', 'building'],
  ['单元', 'unit'], ['房号', 'room'], ['建筑面积', 'area'],
  ['业主姓名', 'owner_names'], ['身份证号', 'owner_ids'], ['手机号', 'owner_phones'], ['房屋状态', 'home_state'], ['备注', 'remark']) }

/** People of a community platform, with all that such platforms ask. */
const person: Layout = { key: 'person', per: 'person', hidden: ['是否失孤', '备注'], columns: columns(['姓名', 'name'], ['性别', 'sex'], ['出生日期', 'born'],
  ['身份证号', 'id'], ['民族', 'ignored'], ['政治面貌', 'refused'],
  ['所属街道', 'ignored'], ['所属社区', 'ignored'], ['手机号', 'phone'], ['特殊人群', 'refused'], ['人群标签', 'refused'], ['人口类型', 'person_kind'], ['居住地址',
    'address'], ['所属小区', 'compound'],
  ['工作单位', 'ignored'], ['宗教信仰', 'refused'], ['婚姻状况', 'ignored'], ['兵役情况', 'ignored'], ['是否优抚对象', 'locked'], ['是否失孤', 'refused'], ['是否低保', 'locked'],
    ['现患大病详细', 'refused'],
  ['是否残疾人', 'locked'], ['伤残类型', 'locked'], ['党员关系管理地', 'refused'], ['户籍地址', 'registered_at'], ['户号', 'household_no'], ['户主姓名', 'head_name'],
    ['与户主关系', 'relation'], ['备注', 'remark']) }

/** Homes of the same platform: owner and tenant beside each other. */
const housing: Layout = { key: 'housing', per: 'home', columns: columns(['房屋编码', 'ignored'], ['楼栋', 'building'], ['单元', 'unit'], ['楼层', 'floor'],
  ['门牌号', 'room'], ['面积', 'area'], ['房屋类型', 'ignored'],
  ['房主姓名', 'owner_names'], ['身份证号', 'owner_ids'], ['联系方式', 'owner_phones'], ['租客姓名', 'tenant_name'], ['租客身份证', 'tenant_id'], ['租客电话',
    'tenant_phone'], ['租用状态', 'home_state']),
block: [['说明', '请先看下面的说明'], ['楼栋', '填写楼栋编号'], ['租用状态', '自住、出租或空置']] }

/** A sheet for each building, without a column for it: the sheet's name says it. Headings part the units. */
const sheets: Layout = { key: 'sheets', per: 'person', title: '居民花名册', columns: columns(['房号', 'room'], ['姓名', 'name'], ['性别', 'sex'], ['出生年月',
  'born'], ['电话', 'phone'], ['身份证号码', 'id'], ['关系', 'relation'],
  ['是否党员', 'refused'], ['备注', 'remark']) }

/** All column sets of people; a buildings' sheet, which names none, is `building`. */
export const layouts: readonly Layout[] = [resident, grid, short, household, owners, person, housing, sheets]

/** A list of buildings: holds no people and no homes. */
export const building: readonly string[] = ['小区/建筑名称', '类型', '所属网格', '详细地址', '建成年份', '户数', '楼栋数', '约居住人数', '企业数', '底商数', '是否通燃气', '物业费标准', '电梯数',
  '安全负责人', '安全负责人电话',
  '开发商', '施工单位', '物业公司', '物业电话', '业委会联系人', '业委会电话']
