import { day, defineActs, id, maybe } from '../../record/rules/index.ts'

/** The acts that offices record. `before` and `after` are holders; absent where the post was or becomes vacant. */
export const officeActs = defineActs({
  'post.handed_over': { say: { zh: '岗位交接', en: 'handed over a post' }, facts: { post: id, from: day, before: maybe(id), after: maybe(id) } },
})
