/** Taking a list along: what for, hidden or in clear; the sheet says who took it, when and why. */
import { useState } from 'react'
import { Button, Choices, Dialog, ErrorNote, Switch, useSay, useWords, between } from '../../../../ui-kit/index.ts'
import { saveXlsx } from '../../../../ui-kit/xlsx.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { CLEAR_EXPORT_MOST, ties, type ListKind, type Purpose } from '../../../rules/index.ts'
import { useExport, type Exported } from '../../home-api.ts'
import { LIST_SAID, PURPOSE_SAID, REVEAL_PURPOSES, STATE_SAID, TIE_SAID } from '../../parts/home-words.ts'
import { listWords } from './words.ts'

export function ExportDialog({ kind, place, total, onClose }: { kind: ListKind; place: string | undefined; total: number; onClose: () => void }) {
  const w = useWords(listWords)
  const say = useSay()
  const mayClear = usePost()?.audience === 'community' && total <= CLEAR_EXPORT_MOST
  const [purpose, choose] = useState<Purpose>()
  const [clear, setClear] = useState(false)
  const take = useExport(kind, (made) => { saveXlsx(say(LIST_SAID[kind]), sheet(made, w, say)); onClose() })
  return <Dialog title={w.take} onClose={onClose} foot={<Button look="primary" icon="download" busy={take.isPending}
    whyNot={purpose === undefined ? w.forWhat : undefined}
    onClick={() => { if (purpose) take.mutate({ purpose, clear, ...(place ? { place } : {}) }) }}>{w.takeNow}</Button>}>
    <div className="rl-export">
      <p className="lk-second">{w.takeLine}</p>
      <Choices legend={w.forWhat} shown options={REVEAL_PURPOSES.map((value) => ({ value, word: say(PURPOSE_SAID[value]) }))} value={purpose}
        onChange={choose} />
      {mayClear && <Switch label={w.clear} note={w.clearNote} checked={clear} onChange={setClear} />}
      {take.error && <ErrorNote error={take.error} />}
    </div>
  </Dialog>
}

type Say = ReturnType<typeof useSay>
function sheet({ mark, homes }: Exported, w: ReturnType<typeof useWords<typeof listWords>>, say: Say): (string | number | null)[][] {
  const purpose = REVEAL_PURPOSES.find((one) => one === mark.purpose)
  const said = w.markOf(mark.name, mark.at, purpose ? say(PURPOSE_SAID[purpose]) : mark.purpose)
  const rows = homes.flatMap((home) => {
    const start = [home.name, say(STATE_SAID[home.state]), home.confirmedOn ?? '']
    return home.people.length === 0 ? [[...start, null, null, null]] : home.people.map((person) => [...start, person.name?.shown ?? null,
      person.phone?.shown ?? null, ties.filter((tie) => person[tie]).map((tie) => say(TIE_SAID[tie])).join(between())])
  })
  return [[w.home, w.state, w.confirmedOn, w.name, w.phone, w.tie, said], ...rows, [said]]
}
