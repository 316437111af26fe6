import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CATEGORIES, titleFrom } from './categories.ts'
import { blockRelease, findPrivate, maskText, type PrivateKind } from './privacy.ts'

test.each<[string, readonly [PrivateKind, string][]]>([
  ['打我电话13800138000谢谢', [['phone', '13800138000']]], ['138 0013 8000', [['phone', '138 0013 8000']]],
  ['+86-138-0013-8000', [['phone', '+86-138-0013-8000']]],
  ['１３８００１３８０００', [['phone', '１３８００１３８０００']]], ['19900001234', [['phone', '19900001234']]], ['138****8000', [['phone', '138****8000']]],
  ['一三八零零一三八零零零', [['phone', '一三八零零一三八零零零']]], ['0731-88886666', [['landline', '0731-88886666']]], ['(010)62345678', [['landline', '(010)62345678']]],
  ['电话62345678', [['landline', '电话62345678']]], ['身份证990106199001011234', [['id_number', '990106199001011234']]],
  ['99010619900101123X', [['id_number', '99010619900101123X']]],
  ['卡号6222 0000 0000 0000 123', [['bank_card', '6222 0000 0000 0000 123']]], ['京A12345挡在门口', [['plate', '京A12345']]],
  ['湘AD12345', [['plate', '湘AD12345']]],
  ['苏E·12345', [['plate', '苏E·12345']]], ['车牌尾号8B23', [['plate', '车牌尾号8B23']]], ['张阿姨说的', [['name', '张阿姨']]], ['王师傅修的', [['name', '王师傅']]],
  ['欧阳女士', [['name', '欧阳女士']]], ['请找陈建国先生', [['name', '陈建国先生']]], ['我叫祝落根，住这里', [['name', '祝落根']]], ['我是李强。', [['name', '李强']]],
  ['姓名：赵六', [['name', '赵六']]], ['老王天天占车位', [['name', '老王']]], ['3-2-1201漏水', [['home', '3-2-1201']]], ['５－３０２', []], ['5-302的狗', [['home', '5-302']]],
  ['1201室', [['home', '1201室']]], ['12楼东户', [['home', '12楼东户']]], ['2单元1201', [['home', '2单元1201']]], ['三号楼二单元1201室', [['home', '二单元1201室']]],
  ['3号楼1201漏', [['home', '1201']]], ['602家装修', [['home', '602']]], ['七楼那家', [['home', '七楼那家']]], ['7号楼3单元', [['home', '3单元']]],
  ['四楼西边', [['home', '四楼西边']]],
  ['加我微信abc_12345', [['wechat', '微信abc_12345']]], ['vx:linli2026', [['wechat', 'vx:linli2026']]], ['QQ 123456789', [['qq', 'QQ 123456789']]],
  ['QQ群：12345678', [['qq', 'QQ群：12345678']]],
  ['写信到a.b@example.com', [['email', 'a.b@example.com']]],
])('[P23] finds in %s', (text, expected) => {
  const found = findPrivate(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])
  if (expected.length > 0) expect(found).toEqual(expected)
  else expect(found.length).toBeGreaterThan(0)
})

test.each([
  '7号楼楼道灯不亮', '2号楼飞线充电、楼道停车', '8月3日计划外停水', '西墙渗水32户', '公共收益61200元', '12345导入', '请打110或12356', '22点停炭火', '保安大叔很好', '门卫大爷', '项目经理没来',
  '施工师傅不讲理', '物管经理', '支部书记来过', '广场舞阿姨们', '快递小哥', '装修师傅', '2026年11月20日', '2026-11-20 10:40', '一共432户', '上午9:30-11:30', '小程序打不开', '小黄车乱停', '小孙子上学',
  '老马路坑洼', '60-80元', '1–6号楼', '7号楼前', '105路公交', '18层×4户', '中心花园晚间音响扰民', '3号楼电梯困人后停梯检修', '办不了，因为规划是绿地', '每晚9点巡楼', '89.56平方米', '业主大会', '社区主任', '水电师傅',
  '反映某楼修缮', '电话优先', '我是新来的租户', '本人反映一个问题', '老人家走不动', '两个单元都停水', '房子1986年建', '谢谢局长', '小范围渗水', '共23栋6578套', '50-200m以内', '二十八户没水',
])('[P23] nothing to hide in: %s', text => expect(findPrivate(text).map(s => text.slice(s.start, s.end))).toEqual([]))

test('[P23] a title with a phone, a name or a door number is refused, and the refusal repeats none of it', () => {
  const refused = blockRelease('3-2-1201张阿姨 13800138000')
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'private_words', source: { article: '第二十五条' } } })
  expect(JSON.stringify(refused)).not.toMatch(/1201|张阿姨|13800138000/)
  expect(blockRelease('3号楼楼道灯不亮')).toEqual({ ok: true, value: '3号楼楼道灯不亮' })
})

test('names of the place are found as they stand when they are given', () => {
  expect(findPrivate('卢秀英家漏水')).toEqual([])
  expect(maskText('卢秀英家漏水，问卢秀英', ['卢秀英'])).toBe('〔某人〕家漏水，问〔某人〕')
})

test('[P23] masking leaves no finding, and masking again changes nothing', () => {
  const piece = fc.constantFrom('13800138000', '3-2-1201', '张', '阿姨', '老王', '2单元', '1201', '室', '京A', '12345', '微信', 'abc12345', '0731', '-',
  '88886666', ' ', '，', '我叫', '楼', '东户', '漏水', '姓名：',
    '990106', '19900101', '1234', 'x', '*', '****', '@', 'qq', '.com', '十', '二', '零', '〔', '〕', '的')
  const text = fc.oneof(fc.array(piece, { maxLength: 14 }).map(parts => parts.join('')), fc.string({ unit: 'binary', maxLength: 60 }))
  fc.assert(fc.property(text, fc.constantFrom([], ['张三', '老王', '阿姨']), (words, known) => {
    const masked = maskText(words, known)
    expect(findPrivate(masked, known)).toEqual([])
    expect(maskText(masked, known)).toBe(masked)
  }), { numRuns: 3000 })
})

test('[P23] every title made from a template may be released', () => {
  for (const { code } of CATEGORIES) for (const label of ['纺机新村7号楼3单元', '3-2-1201', '中心花园', '老官塘院4号楼前']) {
    const title = titleFrom(code, label)
    expect(blockRelease(title), title).toMatchObject({ ok: true })
  }
})

test('a long text of nothing but beginnings is read to its end', () => {
  const long = '张'.repeat(5000) + '1'.repeat(5000) + '3-2-'.repeat(2000) + 'a@'.repeat(2000)
  expect(findPrivate(long).every((span) => span.end <= long.length)).toBe(true)
})
