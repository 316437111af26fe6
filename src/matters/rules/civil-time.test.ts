import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockDigits, readCivil } from './civil-time.ts'

test.each([
  ['2019/6/20 10:55:18', '2019-06-20', '10:55:18'], ['2019-06-20', '2019-06-20', null], ['2019年6月20日 9:05', '2019-06-20', '09:05:00'], ['20240713',
    '2024-07-13', null],
  ['20240713153000', '2024-07-13', '15:30:00'], ['43419.671666666698', '2018-11-15', '16:07:12'], ['42894.730092592603', '2017-06-08', '17:31:20'],
  ['45292', '2024-01-01', '00:00:00'],
  [' ２０１９/6/20 ', '2019-06-20', null], ['2024-02-29T08:00:00', '2024-02-29', '08:00:00'],
])('reads %s', (text, date, time) => expect(readCivil(text)).toMatchObject({ date, time }))

test.each(['2019/2/29', '2019/13/1', '20241301', '2019/6/20 25:00', '', 'Lane 133', '1.5', '12345', '5/12/2020 9:22', '99999999',
  '2019/6/20 10:55:18 x'])('%s is no time', text =>
  expect(text === '12345' ? readCivil(text)?.date : readCivil(text)).toBe(text === '12345' ? '1933-10-18' : null))

test.each([['1530', '15:30:00'], ['930', '09:30:00'], ['004700', '00:47:00'], ['000400.0', '00:04:00'], ['5', '00:05:00'], ['2460', null],
['990000', null], ['', null], ['15:30', null]])(
  'the digits %s are the time %s', (text, time) => expect(clockDigits(text)).toBe(time))

test('a serial number is the same moment as the calendar’s day, for every day of two centuries', () => {
  fc.assert(fc.property(fc.integer({ min: 10_000, max: 99_999 }), fc.integer({ min: 0, max: 86_399 }), (days, seconds) => {
    const expected = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000 + seconds * 1000).toISOString()
    expect(readCivil(String(days + seconds / 86_400))).toEqual({ date: expected.slice(0, 10), time: expected.slice(11, 19), form: 'serial' })
  }), { numRuns: 3000 })
})

test('a date written any way is read as the same day, and no text throws', () => {
  fc.assert(fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), at => {
    const [date = ''] = at.toISOString().split('T')
    const [y = 0, m = 0, d = 0] = date.split('-').map(Number)
    for (const text of [date, `${y}/${m}/${d}`, `${y}年${m}月${d}日`, date.replaceAll('-', '')]) expect(readCivil(text)?.date).toBe(date)
  }))
  fc.assert(fc.property(fc.string({ maxLength: 30 }), text => { expect(() => [readCivil(text), clockDigits(text)]).not.toThrow() }))
})
