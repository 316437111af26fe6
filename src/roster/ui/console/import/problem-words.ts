/** What may be amiss in a row and what a column may be, said for people. */
import type { Said } from '../../../../kit/pure.ts'
import type { ImportField, ProblemCode } from '../../../rules/reading/types.ts'

/** What was found amiss, short. */
export const PROBLEM_SAID: Readonly<Record<ProblemCode, Said>> = {
  no_home: { zh: '没写房号', en: 'No room given' }, home_unclear: { zh: '房号看不准', en: 'Room unclear' }, no_such_home: { zh: '没有这套房', en: 'No such home' },
  no_name: { zh: '没写姓名', en: 'No name' }, name_odd: { zh: '姓名不像姓名', en: 'Odd name' },
  name_person_twice: { zh: '一格里有几个人', en: 'Several people in a cell' },
  id_check: { zh: '身份证校验位不对', en: 'ID check digit wrong' }, id_length: { zh: '身份证位数不对', en: 'ID length wrong' },
  id_ruined: { zh: '身份证尾数被表格改成了0', en: 'ID ruined by number format' },
  id_area_unknown: { zh: '身份证地区码查不到', en: 'ID area code unknown' }, id_born_differs: { zh: '出生日期和身份证不一样', en: 'Birthday differs from ID' },
  id_sex_differs: { zh: '性别和身份证不一样', en: 'Sex differs from ID' }, phone_odd: { zh: '电话不像电话', en: 'Odd phone' },
  phone_several: { zh: '一格里有几个电话', en: 'Several phones in a cell' },
  date_odd: { zh: '日期看不准', en: 'Date unclear' }, date_impossible: { zh: '没有这个日期', en: 'No such date' }, sex_odd: { zh: '性别看不准', en: 'Sex unclear' },
  relation_odd: { zh: '与户主关系看不准', en: 'Relation unclear' }, state_odd: { zh: '房屋状态看不准', en: 'Use of home unclear' },
  under_14: { zh: '不满14岁，只记人数', en: 'Under 14: a number only' },
  told_moved: { zh: '写着已搬走', en: 'Said to have moved' }, told_dead: { zh: '写着已去世', en: 'Said to have died' },
  colour_unclear: { zh: '这行涂了颜色', en: 'Row is coloured' },
  filled_down: { zh: '空格跟上一行', en: 'Blank as above' }, remark_says: { zh: '备注里说了别的', en: 'The remark says more' },
  two_heads: { zh: '一户两个户主', en: 'Two heads' },
  no_consent: { zh: '没有本人同意，没读', en: 'No consent on record, not read' }, owners_uneven: { zh: '姓名和证件个数对不上', en: 'Names and numbers uneven' },
}

/** What a column is read as. */
export const FIELD_SAID: Readonly<Record<ImportField, Said>> = {
  name: { zh: '姓名', en: 'Name' }, id_number: { zh: '身份证号', en: 'ID number' }, phone: { zh: '电话', en: 'Phone' }, sex: { zh: '性别', en: 'Sex' },
  born: { zh: '出生日期', en: 'Born' },
  relation: { zh: '与户主关系', en: 'Relation to head' }, household_no: { zh: '户号', en: 'Household number' }, compound: { zh: '小区', en: 'Compound' },
  building: { zh: '楼栋', en: 'Building' },
  unit: { zh: '单元', en: 'Unit' }, floor: { zh: '楼层', en: 'Floor' }, room: { zh: '房号', en: 'Room' }, address: { zh: '地址', en: 'Address' },
  area: { zh: '面积', en: 'Area' },
  residence_kind: { zh: '人员类型', en: 'Kind of resident' }, live_type: { zh: '居住情况', en: 'Living and registered' },
  apart: { zh: '人户分离', en: 'Registered elsewhere' },
  lives_at: { zh: '实际居住地', en: 'Lives at' }, registered_at: { zh: '户籍地址', en: 'Registered at' }, since: { zh: '何时入住', en: 'Since' },
  moved_out: { zh: '是否迁出', en: 'Moved out' },
  moved_on: { zh: '迁出日期', en: 'Moved on' }, dead: { zh: '是否死亡', en: 'Died' }, died_on: { zh: '死亡日期', en: 'Died on' },
  home_state: { zh: '房屋状态', en: 'Use of home' },
  owner_name: { zh: '业主姓名', en: 'Owner' }, owner_phone: { zh: '业主电话', en: 'Owner’s phone' }, owner_id: { zh: '业主身份证', en: 'Owner’s ID' },
  tenant_name: { zh: '租客姓名', en: 'Tenant' }, tenant_phone: { zh: '租客电话', en: 'Tenant’s phone' }, tenant_id: { zh: '租客身份证', en: 'Tenant’s ID' },
  head_name: { zh: '户主姓名', en: 'Head of household' }, head_id: { zh: '户主身份证', en: 'Head’s ID' }, head_phone: { zh: '户主电话', en: 'Head’s phone' },
  disability: { zh: '残疾情况', en: 'Disability' }, low_income: { zh: '低保、特困', en: 'Low-income support' },
  care_need: { zh: '需要照护的情况', en: 'Need of care' },
  remark: { zh: '备注（看有没有搬走等）', en: 'Remark (read for moves)' }, note: { zh: '记事', en: 'Note' },
}

/** In the order in which a person is offered them. */
export const FIELDS_OFFERED: readonly ImportField[] = ['name', 'id_number', 'phone', 'sex', 'born', 'relation', 'household_no', 'compound',
  'building', 'unit', 'floor', 'room',
  'address', 'residence_kind', 'live_type', 'apart', 'lives_at', 'registered_at', 'since', 'moved_out', 'moved_on', 'dead', 'died_on', 'home_state',
  'owner_name',
  'owner_phone', 'owner_id', 'tenant_name', 'tenant_phone', 'tenant_id', 'head_name', 'head_id', 'head_phone', 'remark']

/** Coded values as people say them. */
export const CODE_SAID: Readonly<Record<string, Said>> = {
  male: { zh: '男', en: 'male' }, female: { zh: '女', en: 'female' }, head: { zh: '户主', en: 'head' }, spouse: { zh: '配偶', en: 'spouse' },
  son: { zh: '儿子', en: 'son' },
  daughter: { zh: '女儿', en: 'daughter' }, grandchild: { zh: '孙辈', en: 'grandchild' }, parent: { zh: '父母', en: 'parent' },
  grandparent: { zh: '祖辈', en: 'grandparent' },
  sibling: { zh: '兄弟姐妹', en: 'sibling' }, other: { zh: '其他', en: 'other' }, lives: { zh: '住这里', en: 'lives here' },
  registered: { zh: '户口在此', en: 'registered here' },
  owns: { zh: '房主', en: 'owner' }, rents: { zh: '租客', en: 'tenant' }, moved: { zh: '已搬走', en: 'moved away' }, died: { zh: '已去世', en: 'died' },
  import: { zh: '表格', en: 'spreadsheet' }, door: { zh: '上门', en: 'at the door' }, desk: { zh: '社区登记', en: 'at the desk' },
  resident: { zh: '本人', en: 'the person' },
  demo: { zh: '演示数据', en: 'demo data' },
}

/** Values by field, as the queue of conflicts calls them. */
export const VALUE_SAID: Readonly<Record<string, Said>> = {
  name: { zh: '姓名', en: 'name' }, phone: { zh: '手机号', en: 'phone' }, id_number: { zh: '身份证号', en: 'ID number' },
  born: { zh: '出生日期', en: 'date of birth' }, sex: { zh: '性别', en: 'sex' },
  relation: { zh: '与户主关系', en: 'relation' }, registered_at: { zh: '户籍地址', en: 'registered address' }, note: { zh: '备注', en: 'note' },
}

/** What speaks for or against two entries being one person. */
export const EVIDENCE_SAID: Readonly<Record<string, Said>> = {
  id_same: { zh: '身份证号相同', en: 'same ID number' }, name_same: { zh: '姓名相同', en: 'same name' }, phone_same: { zh: '手机号相同', en: 'same phone' },
  born_same: { zh: '出生日期相同', en: 'same birthday' }, id_differs: { zh: '身份证号不同', en: 'ID numbers differ' },
  name_differs: { zh: '姓名不同', en: 'names differ' },
  sex_differs: { zh: '性别不同', en: 'sexes differ' }, born_differs: { zh: '出生日期不同', en: 'birthdays differ' },
}
