/**
 * Columns that are refused by purpose, locked until an assessment, or not needed. Recognised by parts of words, so that variants are refused too.
 * *Source: 个人信息保护法 art. 6, 19, 28; P01, P07.*
 */

/** Never read. What it says of somebody has no purpose in a roster of homes, and harms when it leaks. */
const REFUSED: readonly RegExp[] = [
  /重点(?!(?:小区|单位|场所|部位|工程|项目))/, /特殊(?:人|群|情况|身份|家庭|类)/, /特定身份/, /特扶/, /关注(?:人|对象|类|等级|级别|程度)/, /管控|稳控|维稳|盯防|包保(?:对象|原因|等级)/,
  /风险(?:等级|人|类|评)(?<!消防风险等级)/, /危险(?:等级|人|性)/, /积分|评分|信用/,
  /宗教|信仰|信教|教徒|教派|邪教|法轮/,
  /犯罪|前科|刑(?:满|释|事|罚|期)|服刑|矫正|社矫|帮教|两劳|解教|案底|案件|违法|拘留|缓刑|假释|罪名|判决|涉(?:毒|黑|恶|案|稳|军|诈|访|赌|黄|外逃|恐|疆|藏)/,
  /吸毒|戒毒|毒(?:品|情|瘾)|美沙酮|卖淫|赌博|传销/,
  /信访|上访|缠访|闹访|诉求人/,
  /精神|智力(?!残)|病(?!故|逝)|(?<!残)疾|医(?!保缴|药店|院名|疗机构)|健康|体检|体质|血型|症|手术|用药|服药|药物|艾滋|HIV|肿瘤|肺结核|过敏|疫苗|接种|核酸|密接|隔离|孕|育龄|避孕|节育|结扎|上环|生育|计生|流产|月经|独生|超生/i,
  /癫痫|抑郁|焦虑症?|躁狂|痴呆|自闭|糖尿|血压|血糖|心脏|心梗|脑梗|脑溢血|中风|偏瘫|瘫痪|癌|透析|哮喘|肝炎|结核|白血|尿毒|帕金森|截肢|卧床|吃药/,
  /收入|工资|薪|存款|资产(?!编号|名称|类型)|财产|负债|贷款|欠款|银行|账号|账户|卡号|征信|纳税/,
  /失孤|孤儿|失独|丧子/,
  /政治|党员|党派|党组织|党支部|党(?:内|龄|费|关系)|入党|团员|预备党|组织关系|民主党派/,
  /人脸|指纹|虹膜|声纹|DNA|基因|照片|头像|相片|生物(?:识别|特征)|步态/i,
  /标签|画像|性取向|同性|政审|思想|舆情|立场|倾向|言论/,
  /行踪|轨迹|定位|微信内容|聊天/,
]

/** Sensitive, with a purpose that care may give it. Not read until an assessment is recorded, and then only where the register has a field for it. */
const LOCKED: readonly { readonly topic: LockedTopic; readonly parts: RegExp }[] = [
  { topic: 'disability', parts: /残疾|残障|残联|伤残|助残|残情|致残/ },
  { topic: 'support', parts: /低保|五保|特困|困难|贫困|脱贫|救助|边缘(?:户|家庭)|建档立卡|帮扶|扶贫|补贴|津贴|保障对象/ },
  { topic: 'honour', parts: /优抚|军烈|烈属|伤残军|抚恤|复员|退役|退伍|军属|见义勇为/ },
  { topic: 'alone', parts: /独居|空巢|孤寡|留守|高龄|失能|失智|半失能|自理|护理|照料|照护|养老(?:需求|服务|意愿)|困境|事实无人|监护/ },
  { topic: 'care', parts: /诉求|需求|关爱|关怀|走访(?:需求|意愿)|探视|帮助(?:需求|事项)/ },
]

export type LockedTopic = 'disability' | 'support' | 'honour' | 'alone' | 'care'

/** Not needed by the roster. Left out without being asked about. */
const IGNORED = new RegExp([
  '^(?:序号|编号|行号|No\\.?|id|ID|#|次序|排序|顺序号)$', '民族', '文化程度|学历|学位|毕业|学校|教育程度', '职业|职务|职称|岗位|工种|行业|就业|从业|工作(?!人员)|单位名称|服务处所|在读|学生',
  '婚|配偶|初婚|丧偶', '籍贯|祖籍|出生地|国籍|国家', '兵役|服役|参军', '车(?:位|牌|辆|库|主|型|品)|停车', '费|金额|缴|收款|收银|租金|押金|单价|价格|账单|欠', '曾用名|别名|英文名|昵称|小名',
  '身高|年龄|岁|属相|生肖|星座|爱好|特长|兴趣', '微信|QQ|邮箱|电子邮件|email|e-mail|传真|邮编|邮政', '网格|街道|镇|乡|社区(?!地址)|居委|村委|派出所|警务|片区|辖区|行政区|省|市$|区县|区划',
  '层数|户数|人数|栋数|单元数|人口数|总数|每层|约居住|电梯|建成|建筑年|年代|结构|朝向',
  '户型|房型|房屋(?:类型|性质|分类|用途|结构|费用|等级|来源|安全)|产权(?:证|类型|性质|证号)|用途|燃气|供暖|供水|消防|经度|纬度|坐标|开发商|施工|物业|业委会|商业|企业|底商|营业|许可|证照|绿化|容积',
  '类型$|^类型|^分类|来源|状态码|填表|填报|登记(?:人|日期|时间|员)|采集|录入|审核|更新(?:时间|日期|人)|创建|操作|经办|核查|核实|调查(?:人|员|日期)|签名|签字|盖章|制表|网格员|楼栋长|楼长|组长|联络员',
  '证件类型|证件类别|证件种类|签发|有效期|身份证(?:地址|有效)', '紧急联系|担保|介绍人|亲属|父亲|母亲|子女(?:姓名|电话|数|情况)|家庭主要成员', '户口性质|户籍性质|农业|落户|户别', '租用(?:日期|期限)|租期|合同|份额|共有|交付|合并号|面积来源',
  '水表|电表|气表|表号|抄表|设备|厂家|宠物|犬|养狗|志愿|特长|参保|社保|医保|保险|养老金|退休',
].join('|'), 'i')

/** Forms of a header without brackets, blanks, marks and colons; capitals small. */
export function headerForm(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000\u00a0*:：_\-—.。、·'"“”]+/g, '').toLowerCase()
}

/** Whether words say something that the roster refuses by purpose. For headers, and for remarks that carry what the columns may not. [RO11] */
export function isRefused(text: string): boolean {
  const form = headerForm(text)
  return REFUSED.some((part) => part.test(form))
}

/** What a header is locked as, or null. */
export function lockedAs(text: string): LockedTopic | null {
  const form = headerForm(text)
  return LOCKED.find(({ parts }) => parts.test(form))?.topic ?? null
}

/** Whether a header names something that the roster does not need. */
export function isIgnored(text: string): boolean {
  return IGNORED.test(headerForm(text))
}
