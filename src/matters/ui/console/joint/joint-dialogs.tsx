/** The windows of the joint board: put an item, change who and until when, write the result, record a meeting. */
import { useState } from 'react'
import { Chip, Choices, Field, Select, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { SEAT_SAID, SEATS, type Seat } from '../../../rules/index.ts'
import { MoveDialog } from '../moves/move-dialog.tsx'
import { useMeet, useMoveItem, usePut, useResult, type JointBoard, type JointItem } from './joint-api.ts'
import { jointWords } from './joint-words.ts'

type OnBoard = { readonly board: JointBoard; readonly onClose: () => void }
type OnItem = OnBoard & { readonly item: JointItem }
const filled = (text: string, least: number): boolean => [...text.trim()].length >= least

function SeatField({ board, value, onChange }: { board: JointBoard; value: Seat; onChange: (seat: Seat) => void }) {
  const w = useWords(jointWords)
  const say = useSay()
  const options = board.chairs.filter(({ org }) => org !== null).map(({ seat, name }) => ({ value: seat,
    word: `${say(SEAT_SAID[seat])}（${name ?? ''}）` }))
  return <Select label={w.who} options={options} value={value}
    onChange={(event) => onChange(SEATS.find((one) => one === event.target.value) ?? value)} />
}

/** Puts an item of the table's own, or a matter that is there already. */
export function PutDialog({ board, onClose }: OnBoard) {
  const w = useWords(jointWords)
  const [how, choose] = useState<'own' | 'matter'>('own')
  const [about, write] = useState({ own: '', matter: '' })
  const [seat, setSeat] = useState<Seat>('community')
  const [agreed, setAgreed] = useState('')
  const put = usePut(onClose)
  const own = how === 'own'
  const send = () => put.mutate({ compound: board.compound.id, seat, agreed, ...(own
    ? { title: about.own.trim() } : { number: about.matter.trim().toUpperCase() }) })
  return <MoveDialog title={w.put} onClose={onClose} tells={w.putTells} label={w.put} busy={put.isPending} error={put.error} onSend={send}
    whyNot={filled(about[how], 4) && agreed !== '' ? undefined : w.need}>
    <Choices legend={w.putHow} options={[{ value: 'own', word: w.putOwn }, { value: 'matter', word: w.putMatter }]} value={how} onChange={choose} />
    <Field label={own ? w.putTitle : w.number} hint={own ? w.putTitleHint : w.numberHint} value={about[how]} maxLength={own ? 60 : 20}
      onChange={(event) => write({ ...about, [how]: event.target.value })} data-focus />
    <div className="cs-review__row"><SeatField board={board} value={seat} onChange={setSeat} />
      <Field label={w.day} type="date" min={board.today} value={agreed} onChange={(event) => setAgreed(event.target.value)} /></div>
  </MoveDialog>
}

/** Changes who is accountable or the agreed day, with a reason. */
export function ChangeDialog({ board, item, onClose }: OnItem) {
  const w = useWords(jointWords)
  const [seat, setSeat] = useState<Seat>(item.seat)
  const [agreed, setAgreed] = useState(item.agreed)
  const [reason, write] = useState('')
  const move = useMoveItem(onClose)
  const other = seat !== item.seat || agreed !== item.agreed
  return <MoveDialog title={w.changeOf(item.title)} onClose={onClose} tells={w.changeTells} label={w.save} busy={move.isPending} error={move.error}
    whyNot={other && agreed !== '' && filled(reason, 2) ? undefined : w.need}
    onSend={() => move.mutate({ id: item.id, version: item.version, seat, agreed, reason: reason.trim() })}>
    <div className="cs-review__row"><SeatField board={board} value={seat} onChange={setSeat} />
      <Field label={w.day} type="date" min={item.agreed < board.today ? item.agreed : board.today} value={agreed}
        onChange={(event) => setAgreed(event.target.value)} /></div>
    <TextArea label={w.reason} hint={w.reasonHint} value={reason} most={200} rows={2} onChange={(event) => write(event.target.value)} data-focus />
  </MoveDialog>
}

/** Writes the result that all read. */
export function ResultDialog({ item, onClose }: OnItem) {
  const w = useWords(jointWords)
  const [result, write] = useState('')
  const finish = useResult(onClose)
  return <MoveDialog title={w.finishOf(item.title)} onClose={onClose} tells={w.finishTells} label={w.finish} busy={finish.isPending}
    error={finish.error}
    whyNot={filled(result, 4) ? undefined : w.need} onSend={() => finish.mutate({ id: item.id, version: item.version, result: result.trim() })}>
    <TextArea label={w.result} hint={w.resultHint} value={result} most={500} rows={4} onChange={(event) => write(event.target.value)} data-focus />
  </MoveDialog>
}

/** Writes down a meeting: the day, who was there, what was decided on each open item. */
export function MeetDialog({ board, onClose }: OnBoard) {
  const w = useWords(jointWords)
  const [on, setOn] = useState(board.today)
  const [present, tick] = useState<readonly string[]>(board.own)
  const [said, write] = useState<Readonly<Record<string, string>>>({})
  const meet = useMeet(onClose)
  const at = [...new Map(board.chairs.flatMap(({ org, name }) => (org === null ? [] : [[org, name ?? ''] as const])))]
  const decisions = board.items.flatMap(({ id }) => (filled(said[id] ?? '', 2) ? [{ item: id, said: (said[id] ?? '').trim() }] : []))
  return <MoveDialog wide title={w.meet} onClose={onClose} tells={w.meetTells} label={w.meet} busy={meet.isPending} error={meet.error}
    whyNot={present.length < 2 ? w.needTwo : on === '' ? w.need : undefined}
    onSend={() => meet.mutate({ compound: board.compound.id, on, present, decisions })}>
    <Field label={w.metOn} type="date" max={board.today} value={on} onChange={(event) => setOn(event.target.value)} data-focus />
    <fieldset className="lk-chips"><legend className="lk-legend">{w.whoCame}</legend>{at.map(([org,
      name]) => <Chip key={org} checked={present.includes(org)}
      onChange={(yes) => tick(yes ? [...present, org] : present.filter((one) => one !== org))}>{name}</Chip>)}</fieldset>
    {board.items.filter(({ state }) => state !== 'done').map(({ id,
      title }) => <Field key={id} optional label={w.decisionOn(title)} value={said[id] ?? ''}
      maxLength={300} onChange={(event) => write({ ...said, [id]: event.target.value })} />)}
  </MoveDialog>
}
