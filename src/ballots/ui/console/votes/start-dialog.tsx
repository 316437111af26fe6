/** Starting a vote: whose, which matter of article 278, what is asked, and by which ways. */
import { useState } from 'react'
import { Button, Chip, Dialog, ErrorNote, Field, Select, Switch, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { usePlace } from '../../../../places/ui/parts/places.ts'
import { useCompounds } from '../../../../places/ui/parts/compounds.ts'
import { CHANNELS, ITEM_WORDS, ITEMS, type Channel, type Item } from '../../../rules/index.ts'
import { useStartVote } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

export function StartDialog({ onClose, onStarted }: { onClose: () => void; onStarted: (id: string) => void }) {
  const w = useWords(deskWords)
  const say = useSay()
  const compounds = useCompounds()
  const [form, set] = useState({ place: '', electorate: '', item: '' as Item | '', title: '', words: '', startedBy: 'committee', secret: false })
  const [channels, setChannels] = useState<readonly Channel[]>(['paper', 'door'])
  const place = form.place || compounds[0]?.id
  const within = usePlace(place)
  const start = useStartVote(({ id }) => onStarted(id))
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  const ready = place && form.item && form.title.trim().length >= 4 && channels.length > 0
  const send = () => start.mutate({ kind: 'motion', place, ...(form.electorate ? { electorate: form.electorate } : {}), item: form.item,
    title: form.title.trim(), words: form.words.trim(), startedBy: form.startedBy, secret: form.secret, channels })
  return <Dialog title={w.start} onClose={onClose} wide foot={<><Button onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={start.isPending} whyNot={ready ? undefined : w.chooseFirst} onClick={send}>{w.start}</Button></>}>
    <div className="lk-stack">
      <div className="vc-pair"><Select label={w.placeOf} value={place ?? ''} onChange={put('place')}
        options={compounds.map(({ id, name }) => ({ value: id, word: name }))} />
        <Select label={w.electorate} value={form.electorate} empty={w.whole} onChange={put('electorate')}
          options={(within.data?.below ?? []).filter(({ kind }) => kind === 'building' || kind === 'unit').map(({ id, name }) => ({ value: id,
            word: name }))} /></div>
      <Select label={w.item} value={form.item} empty={w.itemChoose} onChange={put('item')}
        options={ITEMS.map((value) => ({ value, word: say(ITEM_WORDS[value]) }))} />
      <Field label={w.topic} data-focus maxLength={120} value={form.title} onChange={put('title')} />
      <TextArea label={w.body} rows={4} most={4000} value={form.words} onChange={put('words')} />
      <div className="vc-pair"><Select label={w.who} value={form.startedBy} onChange={put('startedBy')}
        options={[{ value: 'committee', word: w.byCommittee }, { value: 'owners', word: w.byOwners }]} />
        <fieldset className="vc-channels"><legend>{w.channels}</legend>{CHANNELS.map((channel) => <Chip key={channel}
          checked={channels.includes(channel)}
          onChange={(on) => setChannels(on ? [...channels, channel] : channels.filter((one) => one !== channel))}>{w[channel]}</Chip>)}</fieldset>
            </div>
      <Switch label={w.secret} note={w.secretNote} checked={form.secret} onChange={(secret) => set({ ...form, secret })} />
      {start.error && <ErrorNote title={w.notDone} error={start.error} />}
    </div>
  </Dialog>
}
