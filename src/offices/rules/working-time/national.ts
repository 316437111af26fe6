/** The State Council's holidays and make-up work days of 2016 to 2026. */
import type { Said, Source } from '../../../kit/pure.ts'
import type { Calendar, DayFact } from './calendar.ts'
import { civilDays } from './ranges.ts'
import { HOLIDAYS } from './holidays.gen.ts'

const NAMES: Readonly<Record<string, Said>> = {
  元: { zh: '元旦', en: "New Year's Day" }, 春: { zh: '春节', en: 'Spring Festival' }, 清: { zh: '清明节', en: 'Tomb-sweeping Day' },
  劳: { zh: '劳动节', en: 'Labour Day' }, 端: { zh: '端午节', en: 'Dragon Boat Festival' }, 中: { zh: '中秋节', en: 'Mid-autumn Festival' },
  国: { zh: '国庆节', en: 'National Day' },
}

/** Notices that changed a year's arrangement afterwards: the days from–to that they decided. */
const AMENDMENTS: readonly { readonly from: string; readonly to: string; readonly source: Source }[] = [
  { from: '2019-04-28', to: '2019-05-05', source: { law: '国务院办公厅关于调整2019年劳动节假期安排的通知' } },
  { from: '2020-01-31', to: '2020-02-02', source: { law: '国务院办公厅关于延长2020年春节假期的通知' } },
]

const yearly = (year: string): Source => ({ law: `国务院办公厅关于${year}年部分节假日安排的通知` })

/** One group, as '春0215-0223/0214,0228': the holiday's sign, days off, and after the stroke the make-up work days. */
function group(year: string, written: string, notice: Source): readonly (readonly [string, DayFact])[] {
  const name = NAMES[written.charAt(0)]
  if (name === undefined) throw new Error(`no holiday called ${written}`)
  const [off = '', worked = ''] = written.slice(1).split('/')
  const facts = (text: string, work: boolean) => civilDays(year, text).map((day) => {
    const source = AMENDMENTS.find(({ from, to }) => from <= day && day <= to)?.source ?? notice
    return [day, { work, name, source }] as const
  })
  return [...facts(off, false), ...facts(worked, true)]
}

const years = Object.entries(HOLIDAYS)

/** The national calendar: what the notices of the published years say, each day with its notice. [W1] */
export const NATIONAL_CALENDAR: Calendar = {
  id: 'cn-2026',
  days: Object.fromEntries(years.flatMap(([year, written]) => written.split(' ').flatMap((one) => group(year, one, yearly(year))))),
  published: years.map(([year]) => Number(year)),
}
