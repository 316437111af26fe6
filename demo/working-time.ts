import { orgId } from './orgs.ts'
import { uuid } from './seed.ts'

const at = Date.parse('2026-10-26T09:00:00+08:00')
const winter = [[510, 720], [780, 1020]] as const

/** A day that the district changed, and the winter hours of one station: made up, so that the calendar has something of its own to show. */
export const demoWorkingTime = () => ({
  days: [{ id: uuid(at, 'day:2026-12-18'), day: '2026-12-18', work: false, name: '年终盘点停办', nameEn: 'Year-end closing',
    source: '汀南区政务窗口年终盘点通知（演示）' }],
  hours: [{ id: uuid(at, 'hours:st-market'), org: orgId('st-market'), name: '冬季值班时间', week: [winter, winter, winter, winter, winter, [], []],
    holidays: 'closed' as const, source: '桐荫街道冬季作息安排（演示）', validFrom: '2026-11-01' }],
})
