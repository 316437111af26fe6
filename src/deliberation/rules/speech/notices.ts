/** What a community is told inside the product about looking after what is said. */
import { defineNotices } from '../../../notices/rules/index.ts'

/** [N2] [DS7] The notice about an appeal. It is ruled on at the desk, where the words are. */
export const speechNotices = defineNotices('moderation', () => ({ console: '/console/moderation', field: '/console/moderation' }), {
  'speech.appealed': { say: { zh: '拿掉的话有人申诉：换一个人来看，7天里答复', en: 'An appeal against what was taken away: somebody else rules on it within 7 days' } },
})
