/** 联系过了: how the reporter was reached. What is likely stands there already, so that two presses are enough. */
import { Choices, useWords } from '../../../../ui-kit/index.ts'
import { useDraft } from '../../../../trust/ui/parts/draft.ts'
import type { MatterDetail } from '../../staff-api.ts'
import { MoveForm, Part, useFormMove, Words } from '../move-form.tsx'
import { moveWords } from '../move-words.ts'

type Draft = { via: 'phone' | 'door' | 'page'; note: string }

export function ContactForm({ matter }: { matter: MatterDetail }) {
  const w = useWords(moveWords)
  const { draft, change, clear } = useDraft<Draft>(`contact.${matter.id}`, { via: matter.reporter?.['phone'] ? 'phone' : 'door', note: '' })
  const { send, busy, error } = useFormMove(matter, 'contact', clear)
  return <MoveForm matter={matter} title={w.contact} send={w.sendContact} after={w.afterContact} busy={busy} error={error}
    whyNot={draft.via === 'page' && draft.note.trim() === '' ? w.writeSomething : undefined}
    onSend={() => send({ via: draft.via, note: draft.note.trim() }, w.contactDone)}>
    <Part title={w.contactHow}><Choices legend={w.contactHow} value={draft.via} onChange={(via) => change({ via })}
      options={[{ value: 'phone', word: w.viaPhone }, { value: 'door', word: w.viaDoor }, { value: 'page', word: w.viaPage }]} /></Part>
    <Words label={draft.via === 'page' ? w.contactWord : w.contactSaid} optional={draft.via !== 'page'} value={draft.note} rows={3}
      onChange={(event) => change({ note: event.target.value })} />
  </MoveForm>
}
