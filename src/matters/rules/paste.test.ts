import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayBefore, whenOf } from './paste-lines.ts'
import { draftsFrom, readyAnswer } from './paste.ts'

const NOW = '2026-11-20 10:40'

test.each([
  ['name and time above the words', '张三 22:47\n3号楼电梯又卡住了'], ['name before the words', '张三: 3号楼电梯又卡住了'], ['time in brackets', '[22:47] 张三：3号楼电梯又卡住了'],
  ['date first', '2026-11-19 22:47 张三\n3号楼电梯又卡住了'], ['number and date behind', '张三(13800138000) 2026/11/19 22:47:03\n3号楼电梯又卡住了'],
  ['date in Chinese', '张三 2026年11月19日 晚上10:47\n3号楼电梯又卡住了'], ['yesterday', '张三  昨天 22:47\n\n3号楼电梯又卡住了'], ['date in brackets',
  '[2026-11-19 22:47:10] 张三: 3号楼电梯又卡住了'],
  ['time above all', '昨天 22:47\n张三：3号楼电梯又卡住了'],
])('realism 15: %s', (name, chat) => {
  const { drafts, smallTalk } = draftsFrom(chat, NOW)
  expect(drafts).toHaveLength(1)
  expect(drafts[0]).toMatchObject({ words: '3号楼电梯又卡住了', place: '3号楼', joined: 1, images: 0, unsure: false })
  expect(drafts[0]?.at).toBe(name === 'name before the words' ? null : '2026-11-19 22:47')
  expect(drafts[0]?.suggestions[0]?.code).toBe('lift')
  expect(drafts[0]?.dangers[0]?.kind).toBe('lift_trapped')
  expect(smallTalk).toBe(0)
})

test('an evening in the group: joins, small talk, me too, photos, quotes and notices', () => {
  const chat = ['阳光🌞 22:47', '楼道灯又不亮了', '阳光🌞 22:48', '2号楼1单元，[图片]', '李四 22:49', '收到', '王五-3-2-1201 22:49', '我家也是', '赵六 22:50', '「阳光🌞：楼道灯又不亮了」',
    '- - - - - - - -',
    '@阳光🌞 狗屎也没人管', '中心花园那边', '"钱七"邀请"孙八"加入了群聊', '阳光🌞 22:51', '谢谢大家👍', '物业小陈 22:55', '好的，收到', '阳光🌞 23:30', '阳光🌞 说的垃圾还没清运'].join('\n')
  const { drafts, smallTalk, notices } = draftsFrom(chat, NOW)
  expect(drafts.map(d => [d.at, d.words, d.place, d.joined, d.images, d.also])).toEqual([
    ['2026-11-19 22:47', '楼道灯又不亮了\n2号楼1单元，', '2号楼1单元', 2, 1, 1],
    ['2026-11-19 22:50', '狗屎也没人管\n中心花园那边', '中心花园', 1, 0, 0],
    ['2026-11-19 23:30', '说的垃圾还没清运', null, 1, 0, 0],
  ])
  expect([smallTalk, notices]).toEqual([3, 1])
  expect(drafts.map(d => d.suggestions[0]?.code)).toEqual(['lighting', 'pet_waste', 'garbage'])
  expect(JSON.stringify(drafts)).not.toMatch(/阳光|李四|王五|赵六|小陈/)
})

test.each(['好的', '收到！', '谢谢书记', '👍👍', '[强]', '哈哈哈', 'OK', '辛苦了🙏', '好的好的', '嗯嗯', '晚安'])('%s is small talk and counted', words =>
  expect(draftsFrom(`张三 22:47\n${words}`)).toMatchObject({ drafts: [], smallTalk: 1 }))

test.each(['好的方案在哪', '对面楼灯坏了', '在车库门口漏水', '【紧急】水管裂了', '行人道坏了'])('%s is no small talk', words =>
  expect(draftsFrom(`张三 22:47\n${words}`).drafts).toHaveLength(1))

test('a chat without any form is one draft of an unknown speaker, an empty one is none', () => {
  expect(draftsFrom('楼道灯坏了\n三天了').drafts).toMatchObject([{ words: '楼道灯坏了\n三天了', at: null }])
  expect(draftsFrom(' \n')).toEqual({ drafts: [], smallTalk: 0, notices: 0 })
})

test.each([
  ['22:47', '2026-11-19 22:47'], ['9:05', '2026-11-20 09:05'], ['今天 22:47', '2026-11-20 22:47'], ['前天 8:00', '2026-11-18 08:00'], ['下午3:20',
  '2026-11-19 15:20'], ['凌晨12:30', '2026-11-20 00:30'],
  ['中午1:10', '2026-11-19 13:10'], ['12月1日 8:00', '2025-12-01 08:00'], ['2026/1/2 8:00', '2026-01-02 08:00'], ['周三 8:00', '08:00'], ['25:99', null],
])('the time %s, read on 2026-11-20 at 10:40, is %s', (text, at) => expect(whenOf(text, NOW)).toBe(at))

test('the day before knows months and leap years', () =>
  expect(['2026-01-01', '2024-03-01', '2026-03-01', '2026-08-01', '2026-11-20'].map(dayBefore)).toEqual(['2025-12-31', '2024-02-29', '2026-02-28',
    '2026-07-31', '2026-11-19']))

test('[P23] no nickname comes out, whatever the form of the paste and whoever is mentioned', () => {
  const nick = fc.constantFrom('张三丰', '阳光灿烂', 'Linda王', '彩虹🌈妈', '5栋老李头', 'A-物业小孟', '送水阿强', '3-2-1201', '张三', '张', '(・ω・)喵喵')
  const words = fc.constantFrom('电梯坏了', '2号楼漏水', '好的', '[图片]', '狗叫一夜', '我也是', '多行\n第二行', '停水了吗')
  const turn = fc.record({ nick, words, mention: fc.option(nick), form: fc.integer({ min: 0, max: 4 }), minute: fc.integer({ min: 10, max: 59 }) })
  fc.assert(fc.property(fc.array(turn, { minLength: 1, maxLength: 8 }), fc.boolean(), (turns, plain) => {
    const known = new Set(turns.map(t => t.nick))
    const chat = turns.map(t => {
      const said = (t.mention && known.has(t.mention) ? `@${t.mention} ` : '') + t.words
      if (plain) return `${t.nick}: ${said}`
      return [`${t.nick} 22:${t.minute}\n${said}`, `[22:${t.minute}] ${t.nick}：${said}`, `2026-11-19 22:${t.minute} ${t.nick}\n${said}`,
        `${t.nick}(13800138000) 2026/11/19 22:${t.minute}:03\n${said}`, `${t.nick} 昨天 22:${t.minute}\n${said}`][t.form]
    }).join('\n')
    const out = JSON.stringify(draftsFrom(chat, NOW).drafts.map(d => [d.words, d.place, d.suggestions]))
    for (const name of known) if (name.length > 1) expect(out).not.toContain(name)
    expect(out).not.toContain('13800138000')
  }), { numRuns: 1000 })
})

test('nothing is dropped silently and nothing throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => { expect(draftsFrom(text, NOW).smallTalk).toBeGreaterThanOrEqual(0) }))
  fc.assert(fc.property(fc.array(fc.constantFrom('电梯坏了', '好的', '我也是', '狗叫'), { minLength: 1, maxLength: 12 }), said => {
    const { drafts, smallTalk } = draftsFrom(said.map((words, i) => `人${i % 3}号 22:${10 + i}\n${words}`).join('\n'))
    expect(drafts.reduce((n, d) => n + d.joined + d.also, 0) + smallTalk).toBe(said.length)
  }))
})

test('the ready answer has titles from templates, numbers, and no doors', () => {
  const answer = readyAnswer([{ category: 'lighting', place: '2号楼1单元', number: 'K7Q2' }, { category: 'group_letting', place: '3号楼', number: null }])
  expect(answer).toContain('1. 2号楼楼道灯不亮，编号K7Q2\n2. 某户疑似群租隔断\n')
  expect(answer).not.toMatch(/单元|3号楼/)
  expect(readyAnswer([])).toBe('')
})

test('[M21] a greeting to everybody is small talk, and what stands behind it is not', () => {
  expect(draftsFrom('老李 08:12\n大家早上好').drafts).toEqual([])
  expect(draftsFrom('老李 08:12\n各位邻居晚上好').smallTalk).toBe(1)
  expect(draftsFrom('老李 08:12\n大家早上好，7号楼垃圾没人收').drafts).toHaveLength(1)
})
