import type { CategoryCode } from '../categories.ts'

/** What a column can be read as. The person who wrote is not among them: nothing groups matters by reporter [P22]. */
export type Field = 'number' | 'filedAt' | 'filedTime' | 'subject' | 'words' | 'answer' | 'answeredAt' | 'address' | 'area' | 'item'

/** How one kind of file is read: data, so that a place can write its own as JSON. */
export type Mapping = {
  readonly id: string
  /** Headers by field, all that were seen in practice. */
  readonly columns: Readonly<Partial<Record<Field, readonly string[]>>>
  /** Fields without which a row is no matter. */
  readonly required: readonly Field[]
  /** Headers that are never read, with the reason that the report gives. */
  readonly refused: Readonly<Record<string, string>>
  /** Words of the column `item` and the category that they become; a key that ends in * is a beginning. */
  readonly categories: Readonly<Record<string, CategoryCode>>
  /** 'unique' when the number alone names a case; 'repeats' when the content has to help. */
  readonly numbers: 'unique' | 'repeats'
  /** True when commas in addresses were written without quotes, so that cells behind the address may have moved. */
  readonly addressSpills: boolean
}

/** Workbook of messages to an office with its replies. */
export const MESSAGES: Mapping = {
  id: 'messages',
  columns: {
    number: ['留言编号', '编号', '工单编号'], subject: ['留言主题', '主题', '标题'], filedAt: ['留言时间', '反映时间', '来电时间'],
    words: ['留言详情', '详情', '诉求内容', '反映内容'], answer: ['答复意见', '回复内容', '办理结果'], answeredAt: ['答复时间', '回复时间', '办结时间'],
    address: ['地址', '事发地址'],
  },
  required: ['number', 'filedAt', 'words'],
  refused: { 留言用户: '反映人不导入', 反映人: '反映人不导入', 来电人: '反映人不导入', 联系电话: '反映人电话不导入', 来电号码: '反映人电话不导入' },
  categories: {}, numbers: 'unique', addressSpills: false,
}

/** Dispatch records of a city hotline as CSV. Case numbers repeat and were rounded by a spreadsheet. */
export const TAIPEI_HOTLINE: Mapping = {
  id: 'taipei-hotline',
  columns: { number: ['案件編號'], item: ['派工項目'], address: ['案件地址'], filedAt: ['立案日期'], filedTime: ['立案時間'], area: ['district'] },
  required: ['item', 'filedAt'],
  refused: {},
  categories: {
    大型廢棄物清運聯繫: 'bulky_waste', 場所與設施噪音舉發: 'noise_shop', 污染舉發: 'odour', 路燈故障或設施損壞: 'street_light', 路燈不亮或損壞: 'street_light',
    鄰里無主垃圾清運: 'garbage', 道路散落物或油漬處理: 'road', 市區道路坑洞處理: 'road', 道路掏空: 'road_sink', 道路邊坡坍方: 'road_sink', '河濱*': 'road',
    交通號誌異常: 'traffic_facility', 交通號誌電纜線垂落及設施損壞: 'traffic_facility', '交通標誌及設施物損壞*': 'traffic_facility',
    '用戶無水、漏水報修': 'water_supply', 路樹處理: 'greening', '道路側溝溝蓋*': 'manhole', '人孔蓋*': 'manhole', 雨水下水道側溝清淤: 'sewer', '道路側溝內溝牆*': 'sewer',
    路面積淹水: 'sewer', '橋梁、隧道*': 'sewer', 動物救援: 'stray_animal', 動物虐待傷害: 'stray_animal',
  },
  numbers: 'repeats', addressSpills: true,
}

/** Mappings that come with the product, by id. */
export const BUILT_IN_MAPPINGS: Readonly<Record<string, Mapping>> = { [MESSAGES.id]: MESSAGES, [TAIPEI_HOTLINE.id]: TAIPEI_HOTLINE }
