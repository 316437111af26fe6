import { expect, test } from 'vitest'
import { checkDay, checkHours, checkYear, dayFact, mayKeepTime, NATIONAL_CALENDAR, OFFICE_HOURS, readNotice } from './index.ts'

const NOTICE_2026 = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。`

test('[W13] the text of the notice gives the days that the national calendar has', () => {
  const days = readNotice(NOTICE_2026, 2026)
  expect(days.length).toBe(39)
  for (const { day, work, name } of days) expect([day, dayFact(NATIONAL_CALENDAR, day)]).toMatchObject([day, { work, name: { zh: name } }])
  expect(days.length).toBe(Object.keys(NATIONAL_CALENDAR.days).filter((day) => day.startsWith('2026')).length)
})

test('[W13] a New Year that begins in December is read over the year’s end, and prose without dates gives nothing', () => {
  const days = readNotice('一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。', 2019)
  expect(days).toEqual([{ day: '2018-12-29', work: true, name: '元旦' }, { day: '2018-12-30', work: false, name: '元旦' },
    { day: '2018-12-31', work: false, name: '元旦' }, { day: '2019-01-01', work: false, name: '元旦' }])
  expect(readNotice('各省、自治区、直辖市人民政府：经国务院批准，现将安排通知如下。', 2027)).toEqual([])
  expect(readNotice('元旦：13月1日放假。春节：2月1日至12月1日放假。', 2027)).toEqual([])
})

test('[W14] the street keeps them, from today on, and a year is published once with its days', () => {
  expect(['street_director', 'street_office_head', 'community_secretary', 'station_head', null].map(mayKeepTime))
    .toEqual([true, true, false, false, false])
  expect(checkDay('2026-11-20', '2026-11-20').ok).toBe(true)
  expect(checkDay('2026-11-19', '2026-11-20')).toMatchObject({ ok: false, refusal: { code: 'day_has_passed', from: '2026-11-20' } })
  const newYear = [{ day: '2026-12-31', work: false }, { day: '2027-01-01', work: false }]
  expect(checkYear(2027, [2026], newYear).ok).toBe(true)
  expect(checkYear(2026, [2026], newYear)).toMatchObject({ refusal: { code: 'year_is_published' } })
  expect(checkYear(2027, [2026], [])).toMatchObject({ refusal: { code: 'year_without_holidays' } })
  expect(checkYear(2027, [2026], [...newYear, { day: '2026-05-01', work: false }])).toMatchObject({ refusal: { code: 'year_without_holidays' } })
})

test('[W14] hours have seven days, spans in order and some duty on a weekday', () => {
  const today = '2026-11-20'
  expect(checkHours(OFFICE_HOURS.week, today, today).ok).toBe(true)
  const weekWith = (...monday: [number, number][]) => [monday, ...OFFICE_HOURS.week.slice(1)]
  for (const monday of [[[600, 540]], [[540, 720], [700, 900]], [[540, 1441]], [[-1, 60]], [[1.5, 60]], [[540, 540]]] as [number, number][][]) {
    expect(checkHours(weekWith(...monday), today, today)).toMatchObject({ ok: false, refusal: { code: 'hours_wrong' } })
  }
  expect(checkHours([[], [], [], [], [], [[0, 60]], []], today, today)).toMatchObject({ refusal: { code: 'hours_empty' } })
  expect(checkHours(OFFICE_HOURS.week.slice(1), today, today)).toMatchObject({ refusal: { code: 'hours_wrong' } })
  expect(checkHours(OFFICE_HOURS.week, '2026-11-19', today)).toMatchObject({ refusal: { code: 'day_has_passed' } })
})
