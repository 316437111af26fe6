/** The meeting that begins on the demo's morning: a visitor can sign in at its door, begin it at the desk and write its minutes. */
import { codeOf, placeId } from './places.ts'
import { personId, postId } from './posts.ts'

export const demoMeetingToday = {
  by: { person: personId('陆晓岚'), post: postId('com-001:desk') }, place: placeId(codeOf('wty')), title: '周末早上几点以前静一静', venue: '梧桐苑党群服务站', presider: '社区副书记',
  calledAt: '2026-11-16T10:00', from: '2026-11-20T10:50', to: '2026-11-20T12:00',
  agenda: [['学生和上夜班的人先说', 20], ['跳舞、打球、带孩子的人说', 25], ['能不能说好一个时间', 20]],
  invited: [['resident', '1到3号楼的人家'], ['resident', '跳舞的居民'], ['resident', '学生和家长'], ['captain', '1号楼楼栋长'], ['firm', '润庭物业']],
} as const
