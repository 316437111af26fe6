/** The tools of a chain: on which day, which home or building, print. */
import { PlaceBox } from '../../../places/ui/parts/place-box.tsx'
import { Button, Field, useNavigate, useWords } from '../../../ui-kit/index.ts'
import { chainWords } from './chain-words.ts'
import { today } from '../parts/day.ts'

type ChainToolsProps = { readonly on: string | undefined; readonly onDay: (day: string) => void; readonly within?: string | undefined;
  readonly onExport?: () => void }

export function ChainTools({ on, onDay, within, onExport }: ChainToolsProps) {
  const w = useWords(chainWords)
  const navigate = useNavigate()
  return <div className="oc-tools lk-no-print">
    <div className="oc-tools__find"><PlaceBox value={null} label={w.find} quietLabel hint="" placeholder={w.find} within={within}
      onChange={(place) => { if (place) navigate(`/console/chain/${place.id}${on ? `?on=${on}` : ''}`) }} /></div>
    <div className="oc-tools__day"><Field type="date" label={w.day} quietLabel value={on ?? today()} max={today()}
      onChange={(event) => onDay(event.target.value)} /></div>
    {on !== undefined && <Button look="quiet" onClick={() => onDay('')}>{w.today}</Button>}
    <span className="oc-tools__right">
      {onExport && <Button icon="download" onClick={onExport}>{w.export}</Button>}
      <Button icon="print" onClick={() => print()}>{w.print}</Button>
    </span>
  </div>
}
