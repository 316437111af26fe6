/** The candidates' desk: who stands, what is to be noted, who has said what until when, and posting the list. */
import { useState } from 'react'
import { sayDay, today } from '../../../../offices/ui/parts/day.ts'
import { Button, Empty, ErrorNote, SectionTitle, Switch, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { CandidateRow } from './candidate-row.tsx'
import { NominateDialog } from './nominate-dialog.tsx'
import { useStep, type BodyFile, type Desk } from './election-api.ts'
import { deskWords } from './words.ts'

export function CandidatesPart({ file, desk }: { file: BodyFile; desk: Desk }) {
  const w = useWords(deskWords)
  const say = useSay()
  const { lang } = useSettings()
  const [nominating, nominate] = useState(false)
  const step = useStep(file.id)
  const standing = desk.candidates.filter(({ state }) => state !== 'refused' && state !== 'withdrawn')
  const until = standing.filter((one) => one.open.length > 0 && one.until >= today()).map((one) => one.until).sort().at(-1)
  const tool = desk.may.nominate && <Button size="small" icon="plus" onClick={() => nominate(true)}>{w.nominate}</Button>
  return <section><SectionTitle aside={desk.posted ? w.posted : tool}>{w.title}</SectionTitle>
    {desk.candidates.length === 0 ? <Empty title={w.none} line={w.noneLine} /> : <ul className="el-list">
      {desk.candidates.map((one) => <CandidateRow key={one.id} file={file} desk={desk} one={one} />)}</ul>}
    {desk.may.post && standing.length > 0 && <div className="el-box"><p className="lk-second">{w.postLine}</p>
      <Button look="primary" busy={step.isPending} whyNot={until
        ? w.postWaits(sayDay(until, lang)) : undefined} onClick={() => step.mutate({ to: 'post', body: { version: file.version } })}>{w.post}</Button>
          </div>}
    {(desk.slate || file.street) && <div className="el-box">
      {file.street ? <Switch label={w.target} note={w.targetLine} checked={desk.target} onChange={(on) => step.mutate({ to: 'target',
        body: { on } })} /> : <p className="lk-second">{w.targetLine}</p>}
      {desk.slate && standing.length > 0 && <p>{say(desk.slate.say)}</p>}</div>}
    {step.error && <ErrorNote error={step.error} />}
    {nominating && <NominateDialog file={file} desk={desk} onClose={() => nominate(false)} />}
  </section>
}
