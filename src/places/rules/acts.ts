import { defineActs, whole } from '../../record/rules/index.ts'

/** The act of taking a table of places. */
export const placeActs = defineActs({
  'places.imported': { say: { zh: '导入了地点表', en: 'imported a table of places' }, facts: { rows: whole, added: whole, changed: whole } },
})
