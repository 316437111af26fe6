/** What the poster at the door says too, so that a false code is noticed: address, place, who works here; and what is never asked. [P25] */
import { Icon, useWords } from '../../../ui-kit/index.ts'
import type { Door } from '../resident-api.ts'
import { reportWords } from './report-words.ts'

export function SureNote({ door }: { door: Door }) {
  const w = useWords(reportWords)
  const grid = door.people.find((one) => one.role.zh === '网格员')
  return <section className="mr-sure" aria-labelledby="mr-sure">
    <h2 id="mr-sure"><Icon name="check" size={16} />{w.sure}</h2>
    <ul>
      <li>{w.sureHost(location.host)}</li>
      <li>{w.surePlace(door.place.name)}</li>
      <li>{w.sureGrid(grid?.name ?? (grid?.held ? w.notPublic : w.vacant))}</li>
    </ul>
    <p>{w.sureNever}</p>
  </section>
}
