/** What one agreed to, in one's own file: each taken back with one press; care asked for, the branch told. */
import { useState, type ReactNode } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Choices, ErrorNote, Field, Meta, request, SectionTitle, TextArea, useAct, useSay, useSettings, useWords,
  words } from '../../../ui-kit/index.ts'
import { sayDay } from '../../../offices/ui/parts/day.ts'
import { careKinds, sensitiveRules, type CareKind, type ConsentHow, type ConsentKind } from '../../rules/law/index.ts'
import { CARE_SAID } from './law-words.ts'

const agreementWords = words({
  title: { zh: '您同意过的', en: 'What you agreed to' }, none: { zh: '没有要您同意才记的东西。', en: 'Nothing is kept that needs your consent.' },
  given: (day: string) => ({ zh: `${day}同意`, en: `agreed ${day}` }), until: (day: string) => ({ zh: `到${day}`, en: `until ${day}` }),
  back: { zh: '撤回', en: 'Take back' }, sure: { zh: '撤回并删除', en: 'Take back and delete' }, backTitle: { zh: '撤回同意', en: 'Take it back' },
  backLine: { zh: '凭它记的马上删掉，不影响您办别的事。', en: 'What rests on it is deleted now. Nothing else depends on it.' },
  branch: { zh: '支部名册里的您', en: 'You in the branch’s list' }, checked: { zh: '双报到', en: 'checked in' }, member: { zh: '组织关系在这里', en: 'member here' },
  since: (day: string) => ({ zh: `${day}起`, en: `since ${day}` }), only: { zh: '只有本小区支部看得到', en: 'seen by the branch of the compound alone' },
  ask: { zh: '想有人来敲门、看看', en: 'I would like somebody to knock or visit' }, tell: { zh: '告诉小区支部我是党员', en: 'Tell the branch that I am a member' },
  careTitle: { zh: '想有人来', en: 'Ask for care' },
  careLine: { zh: '只有楼栋长和社区看得到，一次一户；什么时候都能说不要。', en: 'Seen by captain and community, one home at a time; take it back at any time.' },
  kind: { zh: '要什么', en: 'What' }, day: { zh: '到哪天为止', en: 'Until' }, dayHint: { zh: '最长一年。', en: 'A year at most.' },
  hint: { zh: '敲门时留意什么', en: 'What to mind at the door' }, send: { zh: '就这样约', en: 'Agree' }, needDay: { zh: '先写到哪天', en: 'Say until when' },
  tellTitle: { zh: '告诉小区支部', en: 'Tell the branch' },
  tellLine: { zh: '支部会看到您的姓名、电话和房号，社区、物业都看不到。搬走自动删。',
  en: 'The branch sees name, telephone and home; community and firm do not. Deleted when you move.' },
  which: { zh: '哪一种', en: 'Which' }, tellNow: { zh: '告诉支部', en: 'Tell them' }, needWhich: { zh: '先选哪一种', en: 'Say which' },
  close: { zh: '不了', en: 'No' },
})

type Own = {
  readonly ties: readonly { readonly tie: string; readonly home: string; readonly branch: boolean }[]
  readonly consents: readonly { readonly id: string; readonly kind: ConsentKind; readonly givenOn: string; readonly how: ConsentHow
    readonly care: { readonly kind: CareKind; readonly until: string } | null }[]
  readonly branch: readonly { readonly id: string; readonly checkedIn: boolean; readonly since: string }[]
}
const KEY = ['own-agreements']
function useOwnAct(onDone: () => void) {
  const client = useQueryClient()
  return useAct(({ path, body }: { path: string; body?: object }, key) => request('POST', `/api/v1/own-file/${path}`, { body: body ?? {}, key }),
    () => {
    void client.invalidateQueries({ queryKey: KEY })
    onDone()
  })
}

export function OwnAgreements() {
  const w = useWords(agreementWords)
  const say = useSay()
  const { lang } = useSettings()
  const { data } = useQuery({ queryKey: KEY, queryFn: () => request<Own>('GET', '/api/v1/own-file/agreements'), retry: false, gcTime: 0 })
  const [leaving, leave] = useState<string | null>(null)
  const [asking, ask] = useState<'care' | 'branch' | null>(null)
  const [tie] = data?.ties ?? []
  if (!data || !tie) return null
  return <section><SectionTitle rule="above">{w.title}</SectionTitle>
    {data.consents.length + data.branch.length === 0 && <p className="lk-second of-none">{w.none}</p>}
    <ul className="of-list">{data.consents.map((one) => <li key={one.id} className="of-request">
      <b>{one.care ? say(CARE_SAID[one.care.kind]) : one.kind === 'care' ? '' : say(sensitiveRules[one.kind].said)}</b>
      <Meta><span>{w.given(sayDay(one.givenOn, lang))}</span>{one.care ? <span>{w.until(sayDay(one.care.until, lang))}</span> : null}</Meta>
      <Button size="small" onClick={() => leave(`consents/${one.id}/withdraw`)}>{w.back}</Button></li>)}
    {data.branch.map((one) => <li key={one.id} className="of-request"><b>{w.branch}</b>
      <Meta><span>{one.checkedIn ? w.checked : w.member}</span><span>{w.since(sayDay(one.since, lang))}</span><span>{w.only}</span></Meta>
      <Button size="small" onClick={() => leave(`branch/${one.id}/leave`)}>{w.back}</Button></li>)}</ul>
    <div className="lk-moves"><Button onClick={() => ask('care')}>{w.ask}</Button>
      {tie.branch && data.branch.length === 0 && <Button onClick={() => ask('branch')}>{w.tell}</Button>}</div>
    {leaving !== null && <LeaveWindow path={leaving} onClose={() => leave(null)} />}
    {asking === 'care' && <CareWindow tie={tie.tie} onClose={() => ask(null)} />}
    {asking === 'branch' && <BranchWindow tie={tie.tie} onClose={() => ask(null)} />}
  </section>
}

/** Asks in the page itself: for older people nothing opens above it (A7). */
function Panel({ title, foot, onClose, children }: { title: string; foot: ReactNode; onClose: () => void; children: ReactNode }) {
  const w = useWords(agreementWords)
  return <div className="lk-card lk-stack" role="group" aria-label={title} ref={(self) => self?.scrollIntoView({ block: 'nearest' })}>
    <h3 className="lk-legend">{title}</h3>{children}
    <div className="lk-moves">{foot}<Button onClick={onClose}>{w.close}</Button></div></div>
}

function LeaveWindow({ path, onClose }: { path: string; onClose: () => void }) {
  const w = useWords(agreementWords)
  const leave = useOwnAct(onClose)
  return <Panel title={w.backTitle} onClose={onClose}
    foot={<Button look="primary" busy={leave.isPending} onClick={() => leave.mutate({ path })}>{w.sure}</Button>}>
    <p>{w.backLine}</p>{leave.error && <ErrorNote error={leave.error} />}</Panel>
}

function CareWindow({ tie, onClose }: { tie: string; onClose: () => void }) {
  const w = useWords(agreementWords)
  const say = useSay()
  const [kind, choose] = useState<CareKind>('knock_in_storm')
  const [said, set] = useState({ until: '', hint: '' })
  const send = useOwnAct(onClose)
  return <Panel title={w.careTitle} onClose={onClose}
    foot={<Button look="primary" busy={send.isPending} whyNot={said.until === '' ? w.needDay : undefined}
    onClick={() => send.mutate({ path: 'care', body: { tie, kind, until: said.until, hint: said.hint.trim() } })}>{w.send}</Button>}>
    <div className="lk-stack"><p className="lk-second">{w.careLine}</p>
      <Choices legend={w.kind} shown value={kind} onChange={choose} options={careKinds.map((value) => ({ value, word: say(CARE_SAID[value]) }))} />
      <Field label={w.day} hint={w.dayHint} type="date" value={said.until} onChange={({ target }) => set({ ...said, until: target.value })} />
      <TextArea label={w.hint} optional value={said.hint} most={80} rows={2} onChange={({ target }) => set({ ...said, hint: target.value })} />
      {send.error && <ErrorNote error={send.error} />}</div>
  </Panel>
}

function BranchWindow({ tie, onClose }: { tie: string; onClose: () => void }) {
  const w = useWords(agreementWords)
  const [which, choose] = useState<'member' | 'checked'>()
  const send = useOwnAct(onClose)
  return <Panel title={w.tellTitle} onClose={onClose} foot={<Button look="primary" busy={send.isPending} whyNot={which ? undefined : w.needWhich}
    onClick={() => send.mutate({ path: 'branch', body: { tie, checkedIn: which === 'checked' } })}>{w.tellNow}</Button>}>
    <div className="lk-stack"><p>{w.tellLine}</p>
      <Choices legend={w.which} shown value={which} onChange={choose}
        options={[{ value: 'member', word: w.member }, { value: 'checked', word: w.checked }]} />
      {send.error && <ErrorNote error={send.error} />}</div>
  </Panel>
}
