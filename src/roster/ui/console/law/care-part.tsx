/** The list of care, for the desk and the phone: how many in each building; one home at a time opens for its purpose and closes after a minute. */
import './law.css'
import { useEffect, useState } from 'react'
import { Button, Choices, Dialog, Empty, ErrorNote, SectionTitle, useSay, useSettings, useWords, comma } from '../../../../ui-kit/index.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { sayDay } from '../../../../offices/ui/parts/day.ts'
import { useEndCare, useOpenCare, type CareList, type OpenedCare } from '../../law-api.ts'
import { CARE_SAID, GIVEN_SAID } from '../../parts/law-words.ts'
import { careWords } from './law-words.ts'

const OPEN_SECONDS = 60
type Listed = CareList['buildings'][number]['items'][number]

export function CarePart({ list, none }: { list: CareList; none: string }) {
  const w = useWords(careWords)
  const [asking, ask] = useState<string | null>(null)
  const [opened, setOpened] = useState<{ readonly id: string; readonly care: OpenedCare } | null>(null)
  const full = usePost()?.audience === 'community' ? w.fullDesk : w.full
  const sum = list.buildings.reduce((n, { items }) => n + items.length, 0)
  if (sum === 0) return <Empty title={w.none} line={none} />
  return <>
    <div><p className="lw-said">{w.sum(sum)}</p>
      <p className="lk-second lw-count" role="status">{list.opened >= list.most ? full : w.today(list.opened, list.most)}</p></div>
    {list.buildings.map((building) => <section key={building.id} className="lw-building"><SectionTitle aside={w.sum(building.items.length)}>
      {building.name}</SectionTitle>
      <ul className="lk-no-print">{building.items.map((item, n) => <One key={item.id} item={item} n={n + 1} full={list.opened >= list.most}
        opened={opened?.id === item.id ? opened.care : null} onAsk={() => ask(item.id)} onClose={() => setOpened(null)} />)}</ul></section>)}
    <p className="lk-small">{w.paper}</p>
    {asking !== null && <Asking id={asking} onClose={() => ask(null)} onOpened={(care) => { setOpened({ id: asking, care }); ask(null) }} />}
  </>
}

type OneProps = { item: Listed; n: number; full: boolean; opened: OpenedCare | null; onAsk: () => void; onClose: () => void }
function One({ item, n, full, opened, onAsk, onClose }: OneProps) {
  const w = useWords(careWords)
  const say = useSay()
  const { lang } = useSettings()
  return <li className="lw-care"><span>{w.nth(n)}</span><span>{say(CARE_SAID[item.kind])}</span>
    <span className="lk-small">{w.until(sayDay(item.until, lang))}</span>
    {opened || full ? <span /> : <Button size="small" onClick={onAsk}>{w.open}</Button>}
    {opened && <Opened id={item.id} care={opened} onClose={onClose} />}</li>
}

function Opened({ id, care, onClose }: { id: string; care: OpenedCare; onClose: () => void }) {
  const w = useWords(careWords)
  const say = useSay()
  const [left, setLeft] = useState(OPEN_SECONDS)
  const [ending, ask] = useState(false)
  const end = useEndCare(onClose)
  useEffect(() => { const tick = setInterval(() => setLeft((n) => n - 1), 1000); return () => clearInterval(tick) }, [])
  useEffect(() => { if (left <= 0) onClose() }, [left, onClose])
  return <div className="lw-open lk-no-print" role="region" aria-label={care.home}>
    <div className="lw-open__top"><b>{care.home}</b><span className="lk-caption" role="timer">{w.closes(left)}</span></div>
    <p>{care.name}{comma()}{w.asked(say(GIVEN_SAID[care.askedBy]))}</p>
    <p className="lw-open__hint">{care.hint || w.noHint}</p>
    <div className="lk-moves"><Button size="small" look="primary" onClick={onClose}>{w.close}</Button>
      <Button size="small" look="quiet" onClick={() => ask(true)}>{w.end}</Button></div>
    {ending && <Dialog title={w.endTitle} onClose={() => ask(false)} foot={<><Button look="quiet" onClick={() => ask(false)}>{w.cancel}</Button>
      <Button look="primary" busy={end.isPending} onClick={() => end.mutate(id)}>{w.endNow}</Button></>}>
      <p>{w.endLine}</p>{end.error && <ErrorNote error={end.error} />}</Dialog>}
  </div>
}

const purposes = ['care', 'reach_in_emergency'] as const
function Asking({ id, onClose, onOpened }: { id: string; onClose: () => void; onOpened: (care: OpenedCare) => void }) {
  const w = useWords(careWords)
  const [purpose, choose] = useState<(typeof purposes)[number]>()
  const open = useOpenCare(onOpened)
  return <Dialog title={w.forWhat} onClose={onClose}
    foot={<Button look="primary" busy={open.isPending} whyNot={purpose === undefined ? w.choose : undefined}
    onClick={() => { if (purpose) open.mutate({ care: id, purpose }) }}>{w.openNow}</Button>}>
    <div className="lw-form"><Choices legend={w.forWhat} value={purpose} onChange={choose}
      options={purposes.map((value) => ({ value, word: value === 'care' ? w.care : w.emergency }))} />
    <p className="lk-second">{w.recorded}</p>{open.error && <ErrorNote error={open.error} />}</div>
  </Dialog>
}
