/** What can point at a person or a home in a text. */
export type PrivateKind = 'phone' | 'landline' | 'id_number' | 'bank_card' | 'plate' | 'name' | 'home' | 'qq' | 'wechat' | 'email'

// Frequent surnames that seldom begin another word before a form of address; compound surnames stand first.
const COMPOUND_SURNAMES = '欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|东方|端木|南宫'
const SINGLE_SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱侯邹熊孟秦阎薛尹段雷黎史龙陶贺顾毛郝龚邵钱严莫孔汤康施文牛樊葛邢齐伍庞颜倪庄聂章鲁'
  + '岳翟殷詹申欧耿关兰焦俞左柳甘祝宁尚舒阮柯纪梅凌毕单裴霍涂苗谷翁冉骆蓝游辛靳管柴蒙鲍华喻祁蒲房滕饶牟艾尤阳卓古吉缪简车麦褚娄窦戎岑景费卜冷晏席柏宗瞿桂全佟应臧闵苟邬卞姬仇栾隋商刁沙巫寇桑甄丛仲虞敖佘池迟邝匡惠荆郁胥储谌奚粟'
  + '冼蔺满厉伊阚屠练廉禹井祖巴丰索宣芮扈容戈鹿薄路方万白江常温安向易孟钟武包田向严乔秋覃康谈邸卿明成连'
const SURNAME = `(?:${COMPOUND_SURNAMES}|[${SINGLE_SURNAMES}])`
// Enough for 'old Wang' and 'little Li', without 小程序, 小黄车, 小孙子, 老马路.
const FAMILIAR = '(?:老|小|阿)[王李张刘陈赵吴徐朱胡郭何罗郑谢宋唐许邓冯韩曹彭蔡潘董袁余蒋杜苏魏吕丁沈姚卢傅钟姜崔谭廖范汪陆]'
const ADDRESS = '(?:先生|女士|小姐|太太|夫人|阿姨|大爷|大妈|大娘|大叔|大婶|大伯|大姐|大哥|奶奶|爷爷|婆婆|叔叔|伯伯|[叔婶姨嫂哥姐]|师傅'
  + '|老师|医生|副?主任|副?书记|经理|队长|站长|所长|局长|科长|校长|同志|老板|律师|警官|法官|老太|老人家|某)'
const GIVEN = '[^\\P{Script=Han}的了是在有和们个这那把被向给对跟让找请去来]'

/** Trades and bodies before a form of address: 门卫大爷 and 项目经理 name nobody. Put out of sight, sign for sign, before names are looked for. */
export const NO_NAMES = new RegExp('(?:门卫|保安|物管|城管|公安|治安|施工|项目|支部|总支|党委|装修|维修|管理|社区|小区|保洁|水电|快递|电梯|物业|居委会?|街道|网格|单元'
  + `|业委会|值班|工程|安装|维保|外卖|搬家|环卫|绿化|广场舞|跳舞|邻居|隔壁|对门|楼上|楼下|班|专项|常务|综合|办公室|公司|片区|包片|驻点|各位|全体|每位|谢谢)(?=(?:副|总|的)?${ADDRESS})`, 'gu')
const NUM = '[0-9一二三四五六七八九十]'
const HOME_NEXT = '(?=家|的|业主|住户|邻居|门口|漏|渗|阳台|卫生间|厕所|投诉|反映|租|住|那|老|把|被|有人)'
const PLATE_PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'

/** Patterns over text in which wide signs were made narrow; each with flags `giu`. */
export const PRIVATE_PATTERNS: readonly { readonly kind: PrivateKind; readonly pattern: RegExp }[] = [
  { kind: 'email', pattern: /[a-z0-9._%+*-]+@[a-z0-9*-]+(?:\.[a-z0-9*-]+)+/giu },
  { kind: 'id_number', pattern: /(?<![0-9])[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9x](?![0-9])/giu },
  { kind: 'id_number', pattern: /(?<![0-9])[1-9][0-9]{3,9}[*×•]{3,12}[0-9x]{0,4}/giu },
  { kind: 'bank_card', pattern: /(?<![0-9])[0-9]{4}(?:[ -]?[0-9]{4}){2,3}[ -]?[0-9]{1,4}(?![0-9])|[0-9]{13,}x?/giu },
  { kind: 'phone', pattern: /(?<![0-9])(?:\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{4}){2}(?![0-9])/giu },
  { kind: 'phone', pattern: /(?<![0-9])1[3-9][0-9] ?[0-9]{3} ?[0-9]{5}(?![0-9])/giu },
  { kind: 'phone', pattern: /(?<![0-9])1[3-9][0-9]?[*×•x]{3,}[0-9]{0,4}|(?<![0-9])1[3-9][0-9](?:…|\.{3,}|-{2,})[0-9]{0,4}/giu },
  { kind: 'phone', pattern: /(?:手机|电话)[尾号后四位]{0,4}[:是为]?[0-9]{4}(?![0-9])/giu },
  { kind: 'phone', pattern: /[一幺][三四五六七八九][零〇一幺二两三四五六七八九]{9}/giu },
  { kind: 'landline', pattern: /(?<![0-9])\(?0[1-9][0-9]{1,2}\)?[- ]?[2-8][0-9]{6,7}(?![0-9])/giu },
  { kind: 'landline', pattern: /(?:电话|座机|致电|拨打|tel)[:是为]?\s*[2-8][0-9]{6,7}(?![0-9])/giu },
  { kind: 'plate', pattern: new RegExp(`${PLATE_PROVINCE}[a-hj-np-z][·. -]?[a-hj-np-z0-9]{4,5}[a-hj-np-z0-9挂学警港澳](?![a-z0-9])`, 'giu') },
  { kind: 'plate', pattern: /车牌(?:号码?|尾号)?[:是为]?\s*[a-z0-9·]{3,8}(?![a-z0-9])/giu },
  { kind: 'qq', pattern: /(?:qq|扣扣|企鹅)(?:群|号码?)*[:是为]?\s*[1-9][0-9]{4,11}(?![0-9])/giu },
  { kind: 'wechat', pattern: /(?:微信|薇信|威信|v信|vx|wx|wechat|加v)(?:号码?|id|同号)?[:是为]?\s*[a-z][-_a-z0-9]{4,19}|wxid_[a-z0-9]+/giu },
  { kind: 'wechat', pattern: /(?:微信|vx|wx)(?:号码?)?[:是为]?\s*[0-9]{5,12}/giu },
  { kind: 'home', pattern: /(?<![0-9-])[0-9]{1,3}[-—–−][0-9]{1,2}[-—–−][0-9]{3,4}(?![0-9-])/giu },
  { kind: 'home', pattern: /(?<![0-9:.-])[0-9]{1,2}[-—–−](?:[0-9]|[1-4][0-9])(?:0[1-9]|[1-3][0-9])(?![0-9a-z元米个户件人平年月日点时分天次块只万%:-])/giu },
  { kind: 'home', pattern: new RegExp(`${NUM}{1,3}号?单元(?:${NUM}{1,3}[层楼])?(?:[0-9]{3,4}|[一二三四五六七八九十零〇]{3,5})?(?:室|户|号|[东西中南北左右]户)?`, 'giu') },
  { kind: 'home', pattern: /(?<=号楼|栋|幢|座|号院|楼)[-—]?[0-9]{3,4}(?![0-9年元米平户套个人件栋号])(?:室|房)?/giu },
  { kind: 'home', pattern: /(?<![0-9])[0-9]{3,4}(?:室(?!内|外)|号房|房(?![子屋间产价贷]))/giu },
  { kind: 'home', pattern: new RegExp(`${NUM}{1,3}[楼层](?:东|西|中|南|北|左|右)(?:边|侧|首|手边?)?(?:户|那?家|住户)?`, 'giu') },
  { kind: 'home', pattern: new RegExp(`${NUM}{1,3}[楼层](?:那家|那户|住户|业主|邻居|人家)`, 'giu') },
  { kind: 'home', pattern: new RegExp(`(?<![0-9.:年/-])(?:[1-9]|[12][0-9]|3[0-9])0[1-9]${HOME_NEXT}`, 'giu') },
  { kind: 'home', pattern: /[一二三四五六七八九十]{1,2}[零〇][一二三四五六七八九十](?:室|户)/giu },
  { kind: 'name', pattern: new RegExp(`${SURNAME}${ADDRESS}`, 'giu') },
  { kind: 'name', pattern: new RegExp(`${SURNAME}${GIVEN}{1,2}?${ADDRESS}`, 'giu') },
  { kind: 'name', pattern: new RegExp(`${FAMILIAR}(?![\\p{Script=Han}]?[树路桥镇村街站醋]|围)`, 'giu') },
  { kind: 'name', pattern: new RegExp(`(?<=我叫|名叫|叫做|有个叫)${SURNAME}[\\p{Script=Han}]{1,2}`, 'giu') },
  { kind: 'name', pattern: new RegExp(`(?<=我是|本人|我名)${SURNAME}[\\p{Script=Han}]{1,2}(?=[^\\p{Script=Han}]|$)`, 'giu') },
  { kind: 'name', pattern: /(?<=(?:姓名|联系人|反映人|报修人|投诉人|户主|业主姓名)[:是为]\s?)[\p{Script=Han}·]{2,4}/giu },
]
