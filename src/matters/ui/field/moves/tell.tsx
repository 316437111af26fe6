/** 说给他听: how a matter stands, for the neighbour it was filed for, read out in large type or printed. */
import { useState } from 'react'
import { Button, Choices, DateText, moment, now, useSettings, useWords } from '../../../../ui-kit/index.ts'
import type { MatterDetail } from '../../staff-api.ts'
import type { Worker } from '../frame.tsx'
import { MoveForm, Part, useFormMove } from '../move-form.tsx'
import { useStands } from '../matter-row.tsx'
import { moveWords } from '../move-words.ts'

type Via = 'door' | 'phone' | 'paper'

export function TellForm({ matter, worker }: { matter: MatterDetail; worker: Worker }) {
  const w = useWords(moveWords)
  const stands = useStands()
  const { lang } = useSettings()
  const at = now()
  const [via, choose] = useState<Via>('door')
  const { send, busy, error } = useFormMove(matter, 'tell', () => undefined)
  return <MoveForm matter={matter} title={w.tell} lead={<span className="lk-no-print">{w.tellLead}</span>} send={w.sendTell} after={w.afterTell} busy={busy} error={error}
    onSend={() => send({ via }, w.tellDone)}>
    <section className="fd-told">
      <p className="fd-print-only fd-slip-head">{w.tellTitle}</p>
      <dl className="fd-told__facts">
        <div><dt>{w.tellNumber}</dt><dd>{matter.number}</dd></div>
        <div><dt>{w.tellSaid}</dt><dd>{matter.words}</dd></div>
        <div><dt>{w.tellStands}</dt><dd>{stands(matter)}</dd></div>
        {matter.due !== null && <div><dt>{w.tellUntil}</dt><dd><DateText at={Date.parse(matter.due)} /></dd></div>}
      </dl>
      <p className="fd-print-only lk-small">{`${worker.post.title} ${worker.name} · ${moment(at, at, lang)}`}</p>
    </section>
    <div className="lk-no-print"><Part title={w.tellHow}><Choices legend={w.tellHow} value={via} onChange={choose} options={[{ value: 'door', word: w.tellDoor },
      { value: 'phone', word: w.tellPhone }, { value: 'paper', word: w.tellPaper }]} /></Part>
      {via === 'paper' && <p className="fd-below"><Button icon="print" onClick={() => print()}>{w.tellPrint}</Button></p>}</div>
  </MoveForm>
}
