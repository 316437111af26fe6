/** Taking the register along: names stay hidden, the sheet says who took it, when and what for. */
import { useState } from 'react'
import { Button, Choices, Dialog, ErrorNote, useSay, useWords, between } from '../../../../ui-kit/index.ts'
import { saveXlsx } from '../../../../ui-kit/xlsx.ts'
import { saidArea } from '../../../rules/share.ts'
import { headWords } from './head-words.ts'
import { useRegisterAct, type Org, type Title } from './register-api.ts'
import { tableWords } from './table-words.ts'
import { KIND_SAID, SOURCE_SAID, STATUS_SAID, STOP_SAID } from './words.ts'

type Sheet = { readonly mark: { readonly name: string; readonly at: string; readonly purpose: string }; readonly titles: readonly Title[] }
type Purpose = 'deliver_notice' | 'identity_check'

export function ExportDialog({ compound, onClose }: { compound: Org; onClose: () => void }) {
  const w = useWords(tableWords)
  const h = useWords(headWords)
  const say = useSay()
  const [purpose, choose] = useState<Purpose>()
  const words: Readonly<Record<Purpose, string>> = { deliver_notice: h.forDelivery, identity_check: h.forIdentity }
  const take = useRegisterAct(() => `/api/v1/registers/${compound.id}/export`, (input: Purpose) => ({ purpose: input }), ({ mark, titles }: Sheet,
    asked) => {
    const said = w.mark(mark.name, mark.at, words[asked])
    saveXlsx(w.file(compound.name), [[w.room, w.area, w.kind, w.owners, w.voter, w.status, w.source, w.state, said],
      ...titles.map((one) => [one.label, saidArea(one.area),
      say(KIND_SAID[one.kind]), one.company ?? one.owners.join(between()), one.chosen ? one.owners[0] ?? '' : '', say(STATUS_SAID[one.status]),
        say(SOURCE_SAID[one.source]),
      one.counts ? one.stop ? say(STOP_SAID[one.stop]) : '' : w.notCounted]), [said]])
    onClose()
  })
  return <Dialog title={w.take} onClose={onClose} foot={<Button look="primary" icon="download" busy={take.isPending} whyNot={purpose ? undefined
    : w.forWhat}
    onClick={() => { if (purpose) take.mutate(purpose) }}>{w.takeNow}</Button>}>
    <div className="vr-form"><p className="lk-second">{w.takeLine}</p>
      <Choices legend={w.forWhat} shown value={purpose} onChange={choose} options={[{ value: 'deliver_notice', word: h.forDelivery },
        { value: 'identity_check', word: h.forIdentity }]} />
      {take.error && <ErrorNote error={take.error} />}</div>
  </Dialog>
}
