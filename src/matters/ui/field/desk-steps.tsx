/** Steps on a matter that are open to the reader and have no form on the phone: said, with the way to the page where they are done. */
import { Button, useWords, words } from '../../../ui-kit/index.ts'
import type { MoveName } from '../../rules/index.ts'
import type { MatterDetail } from '../staff-api.ts'

const deskWords = words({
  rule: { zh: '等您裁定由谁办。', en: 'Waits for you to rule whose it is.' }, rate: { zh: '这次吹哨的互评，在工作台上。', en: 'Ratings of this whistle are in the console.' },
  review: { zh: '这次吹哨的互评、复盘，在工作台上。', en: 'Ratings and the review of this whistle are in the console.' }, go: { zh: '打开那一页', en: 'Open that page' },
})
const STEPS = [['rule', '/console/rulings'], ['review', '/console/whistles'], ['rate', '/console/whistles']] as const satisfies readonly (readonly [MoveName, string])[]

export function DeskSteps({ matter }: { matter: Pick<MatterDetail, 'moves'> }) {
  const w = useWords(deskWords)
  const [step] = STEPS.filter(([move]) => matter.moves.includes(move))
  return step ? <section className="lk-card fd-desk"><p><b>{w[step[0]]}</b></p><Button href={step[1]} outside>{w.go}</Button></section> : null
}
