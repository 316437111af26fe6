/** Asks for a judgment to be left out: a ground of the terms, and what the facts are. */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, RadioCards, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { behindWords } from './behind-words.ts'
import { useAskExclusion, type Ground } from './rates-api.ts'

type Props = { readonly matter: { readonly id: string; readonly number: string; readonly title: string; readonly version: number }
  readonly grounds: readonly Ground[]; readonly onClose: () => void }

/** The window; it closes when the street has the request. */
export function AskDialog({ matter, grounds, onClose }: Props) {
  const w = useWords(behindWords)
  const say = useSay()
  const [ground, choose] = useState<string | undefined>(undefined)
  const [note, write] = useState('')
  const act = useAskExclusion(matter.id, onClose)
  const chosen = grounds.find(({ code }) => code === ground)
  const ready = chosen !== undefined && [...note.replace(/\s/g, '')].length >= 4
  return <Dialog title={w.askTitle} onClose={onClose} foot={<>
    <Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={act.isPending} whyNot={chosen === undefined ? w.chooseGround : ready ? undefined : say(chosen.needs)}
      onClick={() => { if (chosen) act.mutate({ version: matter.version, ground: chosen.code, note }) }}>{w.askSend}</Button></>}>
    <p className="lk-second">{matter.number} {matter.title}</p>
    <p>{w.askLine}</p>
    <RadioCards legend={w.ground} options={grounds.map(({ code, say: words }) => ({ value: code, word: say(words) }))} value={ground}
      onChange={choose} />
    <TextArea label={w.facts} hint={chosen && say(chosen.needs)} value={note} most={500} onChange={(event) => write(event.target.value)} />
    {act.error && <ErrorNote title={w.askFailed} error={act.error} />}
  </Dialog>
}
