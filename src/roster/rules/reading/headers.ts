import { headerForm, isIgnored, isRefused, lockedAs } from './refused.ts'
import type { ColumnPlan, ImportField } from './types.ts'
import { withoutBrackets } from './text.ts'

/** Whom a column speaks of. The person of the row has the plain fields. */
const WHO: readonly (readonly [RegExp, 'head' | 'owner' | 'tenant' | 'person' | 'third'])[] = [
  [/^(?:户主|家长|户籍户主)/, 'head'],
  [/^(?:业主|产权人|房主|房东|所有权人|所有人|权利人|买受人|购房人|产权所有人|产权单位|不动产权利人|业主\/房东|业主或房东|房屋所有人|共有人)/, 'owner'],
  [/^(?:租客|租户|承租人|承租方|租赁人|租住人|租房人|租赁户|承租户)/, 'tenant'],
  [/^(?:紧急联系人|监护人|配偶|父亲|母亲|担保人|中介|出租人|代理人|委托人|法人|负责人|网格员|楼栋长|楼长|开发商|物业|安全负责人|业委会)/, 'third'],
  [/^(?:居民|住户|人员|成员|家庭成员|家属|常住人员|常住人口|户籍人口|流动人口|实有人口|本人|村民|住户成员|人口|入住人|居住人|实际居住人|使用人|房屋使用人|户内人员)/, 'person'],
]

const NAME = ['姓名', '名字', '名称', '人姓名', '人名', '名', 'name', '姓名全称', '真实姓名']
const PHONE = ['手机', '手机号', '手机号码', '电话', '电话号码', '联系电话', '联系方式', '联系手机', '联系号码', '移动电话', '座机', '固定电话', '固话', '家庭电话', '住宅电话', '常用电话',
  '本人电话', '手机电话', '联系电话1', '联系电话2', '电话1', '电话2', '手机1', '手机2', '手机号1', '手机号2', '备用电话', '备用手机', '备用手机号', '其他电话', '其他联系方式', '联络电话', '联络方式',
  '联系电话手机', '联系方式手机', 'phone', 'mobile', 'tel', '手机号码1', '手机号码2', '通讯电话', '联系']
const ID = ['身份证', '身份证号', '身份证号码', '公民身份号码', '公民身份证号', '公民身份证号码', '身份号码', '证件号', '证件号码', '身份证件号码', '身份证件号', '居民身份证号', '居民身份证号码', '身份证明号码',
  '有效证件号码', '有效身份证件号码', '证件编号', '身份证编号', '公民身份证', '居民身份证', 'idcard', 'idno', 'idnumber', '身份证号或证件号']

const whole: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  name: NAME.filter((word) => word !== '名称'), phone: PHONE, id_number: ID,
  born: ['出生日期', '出生年月', '出生年月日', '生日', '出生', '出生时间', '出生日', '生日日期', '出生日期公历', 'birthday', 'dob', '出生年'],
  sex: ['性别', '男女', '性別', 'sex', 'gender'],
  relation: ['与户主关系', '和户主关系', '同户主关系', '户主关系', '与户主的关系', '关系', '家庭关系', '成员关系', '与户主关系代码', '家庭成员关系', '称谓', '与户主称谓'],
  registered_at: ['户籍地址', '户籍地', '户籍所在地', '户籍地详址', '户籍详细地址', '户籍门楼详址', '户籍小区建筑', '户籍地区划', '户口所在地', '户口地址', '户籍住址', '户籍所在地址', '户籍所在地详细地址', '户口所在地址',
    '户籍楼栋', '户籍小区', '户籍地门楼详址', '户籍登记地', '户籍登记地址', '身份证住址', '身份证地址'],
  note: ['提醒', '便签'],
  address: ['地址', '住址', '详细地址', '家庭住址', '家庭地址', '现住地', '现住址', '现住地址', '现住门楼详址', '现住地详址', '现居住地', '现居住地址', '现居地', '居住地址', '居住地', '门牌地址', '房屋地址',
    '房屋坐落',
    '坐落', '住房地址', '常住地址', '住所', '门牌', '楼栋房号', '房产地址', '房屋', '房产', '楼号房号', '楼房号', '单元房号', '栋单元房号', '楼栋单元房号', '现住地门楼详址', '居住详细地址', '居住详址', '详址', '门楼详址',
    '居住房屋', '房屋信息', '物业地址', '具体地址', '现住房屋', '居住处所', '暂住地址', '暂住地', '现居住详细地址', '地址门牌', '标准地址', '楼栋单元室', '楼栋单元房间', 'address'],
  compound: ['小区', '小区名称', '所属小区', '所在小区', '小区名', '居住小区', '现住小区', '现住小区建筑', '小区建筑名称', '小区建筑', '院落', '院落名称', '院名', '小区院落', '楼盘', '小区楼院', '项目名称',
    '苑区', '现住楼院'],
  building: ['楼栋', '楼号', '栋', '幢', '楼', '栋号', '幢号', '楼栋号', '楼栋编号', '楼栋名称', '楼幢', '楼幢号', '楼宇', '座', '座号', '楼座', '所属楼栋', '所在楼栋', '几栋', '几号楼', '栋数号',
    '大楼', '楼名', '楼栋座',
    '居住楼栋', '房屋楼栋', '建筑名称', '楼牌号', '楼牌', 'building'],
  unit: ['单元', '单元号', '单元编号', '单元名称', '门洞', '梯', '梯号', '几单元', '所属单元', '门洞号', '所在单元', '单元门', 'unit'],
  floor: ['楼层', '层', '所在层', '所在楼层', '房屋楼层', '层号', '楼层号', '几层', '几楼', '层次', 'floor'],
  room: ['房号', '室号', '室', '房间号', '房间', '户室号', '户室', '房间编号', '房门号', '几室', '室房号', '房间号码', '门室号', 'room', '房屋号', '房屋号码', '户门号', '门号', '门牌号', '门牌号码',
    '房屋编号', '房屋编码'],
  area: ['面积', '建筑面积', '房屋面积', '住房面积', '产权面积', '建面', '专有面积', '专有部分面积', '建筑面积平方米', '面积㎡', '建筑面积㎡'],
  household_no: ['户号', '户编号', '户口编号', '户口簿编号', '户口号', '户口本号', '户口簿号', '家庭编号', '户序号', '家庭户号', '户籍编号', '门户编号', '户id'],
  head_name: ['户主', '户主名', '家长姓名', '一户代表'],
  owner_name: ['业主', '业主名', '产权人', '房主', '房东', '所有权人', '权利人', '买受人', '房屋产权人', '房屋所有权人', '产权人可多人', 'ownernames', 'ownername'],
  owner_phone: ['ownermobiles', 'ownermobile', 'ownerphone'], owner_id: ['owneridnumbers', 'owneridnumber'],
  tenant_name: ['租客', '租户', '承租人', '租住人员', '承租户'],
  residence_kind: ['人员类型', '人口类型', '户籍类型', '人员类别', '人口类别', '人员分类', '居住类型', '住户类型', '人员性质', '业主类型', '住户身份', '身份', '入住类型', '人口性质', '与房主关系', '与业主关系',
    '与产权人关系',
    '住户性质', '居民类型', '居住性质', '人员属性', '实有人口类型', '成员类型', '成员身份', '与房屋关系', '户籍情况', '是否户籍', '居民类别', '业主租客', '业主或租客', '是否业主', '租住性质'],
  live_type: ['居住逻辑', '居住方式', '人户情况', '人户状态', '人户状况', 'livetype', '人户关系', '人户一致', '人户一致标识', '是否人户一致', '人户是否一致', '居住逻辑状态', '人户类型'],
  apart: ['是否人户分离', '人户分离', '人户分离标识', '是否分离', '是否空挂', '是否空挂户', '空挂户', '是否有户无人', '有户无人', '人户是否分离'],
  lives_at: ['实际居住地', '实际居住地址', '实际住址', '实际居住', '现实际居住地', '人户分离居住地', '人户分离实际居住地', '外出地址', '现外出地'],
  moved_out: ['是否已迁出', '是否迁出', '已迁出', '迁出', '是否搬离', '是否已搬离', '是否搬走', '迁出标识', '是否搬出', '是否离开', '迁出状态'],
  moved_on: ['迁出日期', '迁出时间', '搬离日期', '搬离时间', '搬出日期', '搬出时间', '离开日期', '迁离日期', '退租日期', '退租时间'],
  dead: ['是否已死亡', '是否死亡', '已死亡', '死亡', '是否去世', '是否已故', '死亡标识'],
  died_on: ['死亡日期', '死亡时间', '去世日期', '去世时间', '亡故日期', '过世日期'],
  since: ['入住时间', '入住日期', '迁入日期', '迁入时间', '居住起始日期', '起住日期', '何时入住', '来本地日期', '居住开始时间', '搬入日期', '搬入时间', '入户日期', '起租日期', '入住年月', '居住时间', '来此居住时间',
    '居住起始时间'],
  home_state: ['租用状态', '房屋状态', '居住状况', '入住状态', '居住状态', '使用状态', '使用情况', '房屋使用情况', '房屋现状', '住房状态', '房屋居住情况', '居住情况', '入住情况', '是否出租', '是否空置', '是否入住',
    '房屋使用状态',
    '使用状况', '出租自住', '自住出租', '房态', '住户情况', '房屋情况', '出租情况'],
  remark: ['备注', '说明', '备考', '注', '附注', '备注说明', '情况说明', '其他', '其它', '备注信息', '变动类型', '变动情况', '变动原因', '人口变动', '特别说明', '摘要', 'remark', '其他说明', '变更情况',
    '异动', '异动情况', '现状'],
}

const forms = new Map<string, ImportField>()
const ranks = new Map<string, number>()
for (const [field, words] of Object.entries(whole)) {
  for (const [rank, word] of words.entries()) {
    forms.set(headerForm(word), field as ImportField) // a key of the table above
    ranks.set(headerForm(word), rank)
  }
}

const named = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(headerForm))
const [names, phones, ids] = [named([...NAME, '人']), named(PHONE), named(ID)]

const tailOf = { name: names, phone: phones, id: ids } as const
const fieldsOf: Readonly<Record<'head' | 'owner' | 'tenant' | 'person', Readonly<Record<keyof typeof tailOf, ImportField>>>> = {
  head: { name: 'head_name', phone: 'head_phone', id: 'head_id' }, owner: { name: 'owner_name', phone: 'owner_phone', id: 'owner_id' },
  tenant: { name: 'tenant_name', phone: 'tenant_phone', id: 'tenant_id' }, person: { name: 'name', phone: 'phone', id: 'id_number' },
}

/** '户主联系方式' is whose and what: the head's phone. 'third' is somebody the roster does not ask about. */
function fieldOfSomebody(form: string): ImportField | 'third' | null {
  for (const [who, whose] of WHO) {
    const start = who.exec(form)
    if (start === null) continue
    const tail = form.slice(start[0].length).replace(/^[的之人]/, '').replace(/^(?:公民)?(?=身份)/, '')
    const kind = (['name', 'phone', 'id'] as const).find((what) => tailOf[what].has(tail))
    if (kind === undefined) continue
    return whose === 'third' ? 'third' : fieldsOf[whose][kind]
  }
  return null
}

function fieldOf(text: string): ImportField | 'third' | null {
  const bare = headerForm(withoutBrackets(text).bare).replace(/(?:必填|选填|可空|代码)$/, '').replace(/^(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}[、.])(?=[^0-9])/, '')
  const open = headerForm(text.replace(/[()（）[\]【】]/g, ''))
  for (const form of [bare, bare.replaceAll('/', ''), open, open.replaceAll('/', '')]) {
    const found = forms.get(form) ?? fieldOfSomebody(form)
    if (found !== null && found !== undefined) return found
  }
  return null
}

/** What a header's words make of its column, by themselves. A refused part of a word refuses the whole column. [RO11] */
export function outcomeOf(text: string): Pick<ColumnPlan, 'outcome' | 'field'> {
  if (isRefused(text)) return { outcome: 'refused' }
  if (lockedAs(text) !== null) return { outcome: 'locked' }
  const field = fieldOf(text)
  if (field === 'third') return { outcome: 'ignored' }
  if (field !== null) return { outcome: 'field', field }
  return { outcome: isIgnored(text) ? 'ignored' : 'unknown' }
}

/** Where two columns say the same thing, the one with the lower rank is meant: '房号' before '房屋编码'. */
export const rankOf = (text: string): number => ranks.get(headerForm(withoutBrackets(text).bare)) ?? 1000
