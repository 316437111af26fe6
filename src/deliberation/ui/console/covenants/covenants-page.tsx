/** 邻里公约 at the desk: the covenants of one's community and compounds, and drafting one. */
import { useState } from 'react'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { usePlace } from '../../../../places/ui/parts/places.ts'
import { Button, ConsoleFrame, Dialog, Empty, ErrorNote, Field, Go, Meta, PageHead, Select, Skeleton, TextArea, useNavigate, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { COVENANT_KEEPERS } from '../../../rules/covenant/index.ts'
import { useCovenants, useCovenantStep, type CovenantCard } from '../../covenant-api.ts'
import { covenantWords } from '../../covenant-words.ts'
import { sayDay } from '../../parts/meetings/day.ts'
import '../../parts/covenant/covenant.css'

/** The community or compound that the post stands at or in; for a street its first community. */
function useHome(): string | undefined {
  const place = usePlace(usePost()?.place)
  if (!place.data) return undefined
  const around = [place.data.place, ...[...place.data.above].reverse()]
  return around.find(({ kind }) => kind === 'community' || kind === 'compound')?.id ?? place.data.below.find(({ kind }) => kind === 'community')?.id
}

export default function CovenantsPage() {
  const w = useWords(covenantWords)
  const go = useNavigate()
  const home = useHome()
  const covenants = useCovenants(home)
  const may = COVENANT_KEEPERS.includes(usePost()?.audience ?? '')
  const [beginning, begin] = useState(false)
  return <ConsoleFrame current="/console/covenants">
    <PageHead title={w.title} line={w.line} tools={may && <Button look="primary" icon="plus" onClick={() => begin(true)}>{w.begin}</Button>} />
    {covenants.error && !covenants.data ? <ErrorNote title={w.failed} error={covenants.error}><Button look="primary" onClick={() => void covenants.refetch()}>{w.again}</Button></ErrorNote>
      : !covenants.data ? <Skeleton repeat={3} />
        : covenants.data.items.length === 0 ? <Empty title={w.none} line={w.noneLine}>{may && <Button onClick={() => begin(true)}>{w.begin}</Button>}</Empty>
          : <div className="cv-cards">{covenants.data.items.map((card) => <Card key={card.id} card={card} />)}</div>}
    {beginning && home && <BeginDialog home={home} taken={covenants.data?.items.map(({ place }) => place.id) ?? []} onClose={() => begin(false)} onBegun={(id) => go(`/console/covenants/${id}`)} />}
  </ConsoleFrame>
}

function Card({ card }: { card: CovenantCard }) {
  const w = useWords(covenantWords)
  const { lang } = useSettings()
  return <Go data-row className="cv-card" href={`/console/covenants/${card.id}`}><b>{card.title}</b><Meta>{[card.place.name,
    card.inForce !== null && card.adoptedOn ? w.force(card.inForce, sayDay(card.adoptedOn, lang)) : w.noForce, card.next ? `${w.nth(card.next.n)} ${w[`state_${card.next.state}`]}` : '']}</Meta></Go>
}

function BeginDialog({ home, taken, onClose, onBegun }: { home: string; taken: readonly string[]; onClose: () => void; onBegun: (id: string) => void }) {
  const w = useWords(covenantWords)
  const around = usePlace(home)
  const places = (around.data ? [around.data.place, ...around.data.below.filter(({ kind }) => kind === 'compound' || kind === 'building')] : []).filter(({ id }) => !taken.includes(id))
  const [form, set] = useState({ where: '', title: '', text: '' })
  const where = form.where || places[0]?.id || ''
  const name = places.find(({ id }) => id === where)?.name ?? ''
  const title = form.title || (name ? w.nameOf(name) : '')
  const step = useCovenantStep<{ id: string }>(({ id }) => onBegun(id))
  const put = (key: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [key]: event.target.value })
  const clauses = form.text.split('\n').map((line) => line.trim()).filter(Boolean).map((words) => ({ key: null, words }))
  return <Dialog title={w.beginTitle} wide onClose={onClose} foot={<><Button onClick={onClose}>{w.cancel}</Button><Button look="primary" busy={step.isPending}
    whyNot={where && title.trim().length > 1 ? undefined : w.needed} onClick={() => step.mutate({ to: 'covenants', body: { place: where, title: title.trim(), clauses } })}>{w.begin}</Button></>}>
    <div className="cv-form"><div className="cv-pair"><Select label={w.where} value={where} onChange={put('where')} options={places.map(({ id, name: word }) => ({ value: id, word }))} />
      <Field label={w.name} maxLength={40} value={title} onChange={put('title')} /></div>
      <TextArea label={w.firstClauses} data-focus hint={w.addHint} rows={6} value={form.text} onChange={put('text')} />
      {step.error && <ErrorNote title={w.notDone} error={step.error} />}</div>
  </Dialog>
}
