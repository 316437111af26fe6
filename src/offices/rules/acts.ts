import { codeOf, codes, day, defineActs, id, maybe, whole } from '../../record/rules/index.ts'

/** The acts that offices record. `before` and `after` are holders; absent where the post was or becomes vacant. */
export const officeActs = defineActs({
  'post.handed_over': { say: { zh: '岗位交接', en: 'handed over a post' }, facts: { post: id, from: day, before: maybe(id), after: maybe(id) } },
  'manager.planned': { say: { zh: '定了落实管理单位的步骤', en: 'planned how a compound gets a manager' }, facts: { steps: codes, until: day } },
  'manager.named': { say: { zh: '定了小区的管理责任主体', en: 'named who answers for a compound' }, facts: { org: id, step: codeOf('own', 'shared', 'firm'), from: day } },
  'calendar.day_entered': { say: { zh: '改了工作日历', en: 'changed the calendar' }, facts: { day, work: codeOf('worked', 'off', 'national') } },
  'calendar.year_published': { say: { zh: '登记了一年的放假安排', en: "entered a year's holidays" }, facts: { year: whole, days: whole } },
  'duty_hours.set': { say: { zh: '定了值班时间', en: 'set duty hours' }, facts: { org: id, hours: id, from: day } },
})
