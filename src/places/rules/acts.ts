import { defineActs, whole } from '../../record/rules/index.ts'

/** The acts of taking a table of places and of drawing a compound's sketch. */
export const placeActs = defineActs({
  'places.imported': { say: { zh: '导入了地点表', en: 'imported a table of places' }, facts: { rows: whole, added: whole, changed: whole } },
  'places.plan_drawn': { say: { zh: '画了小区平面图', en: 'drew the sketch of a compound' }, facts: { buildings: whole, moved: whole } },
})
