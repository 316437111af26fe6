/** Who speaks on this page: asked once in a browser, phone and age, then code, free name and building; from then on one line. [DS1] [DS2] */
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Button, Choices, Dialog, ErrorNote, Field, isDemo, Select, Skeleton, useWords } from '../../../ui-kit/index.ts'
import { usePlace } from '../../../places/ui/parts/places.ts'
import { useSentCode } from '../../../trust/ui/parts/sent-code.ts'
import { NAME_MOST, type Age, type Speaking } from '../../rules/speech/index.ts'
import { useAskSpeakerCode, useOpenSpeaker, useRenameSpeaker, useSpeaker } from '../speech-api.ts'
import { speakWords } from './speak-words.ts'
import './speak-as.css'

export { useSpeaker } from '../speech-api.ts'

/**
 * `place`: id of the compound, building or community that the page is about, whose buildings are offered. `onReady` hears who speaks, at once where
 * somebody does already.
 */
export function SpeakAs({ place, onReady }: { place?: string | undefined; onReady?: ((speaking: Speaking) => void) | undefined }) {
  const w = useWords(speakWords)
  const speaker = useSpeaker()
  const told = useRef('')
  const ready = useRef(onReady)
  ready.current = onReady
  const { data } = speaker
  useEffect(() => {
    if (!data || told.current === data.id) return
    told.current = data.id
    ready.current?.(data)
  }, [data])
  if (speaker.error && data === undefined) return <ErrorNote title={w.failed} error={speaker.error}><Button onClick={() => void speaker.refetch()}>{w.again}</Button></ErrorNote>
  if (data === undefined) return <Skeleton lines={[60]} />
  return data ? <SpeaksAs speaking={data} /> : <OpenForm place={place} />
}

function SpeaksAs({ speaking }: { speaking: Speaking }) {
  const w = useWords(speakWords)
  const [renaming, rename] = useState(false)
  const [before, name, after] = w.as(speaking.name).split('|')
  return <div className="sp-as"><span>{before}<b>{name}</b>{after}</span>
    <span className="sp-as__tools"><Button look="plain" onClick={() => rename(true)}>{w.change}</Button><Button look="plain" href="/said">{w.mine}</Button></span>
    {renaming && <Rename name={speaking.name} onClose={() => rename(false)} />}</div>
}

function Rename({ name, onClose }: { name: string; onClose: () => void }) {
  const w = useWords(speakWords)
  const [typed, type] = useState(name)
  const save = useRenameSpeaker(onClose)
  return <Dialog title={w.change} onClose={onClose} foot={<Button look="primary" busy={save.isPending} whyNot={typed.trim() === '' ? w.nameFirst : undefined}
    onClick={() => save.mutate(typed.trim())}>{w.save}</Button>}>
    <div className="lk-stack"><Field label={w.name} hint={w.nameHint} value={typed} maxLength={NAME_MOST} data-focus="" autoComplete="off" onChange={(event) => type(event.target.value)} />
      <p className="lk-second">{w.changeLine}</p>{save.error && <ErrorNote title={w.notChanged} error={save.error} />}</div>
  </Dialog>
}

type Typed = { readonly phone: string; readonly code: string; readonly name: string; readonly compound: string; readonly building: string }
const nothing: Typed = { phone: '', code: '', name: '', compound: '', building: '' }

function useOpening(place: string | undefined) {
  const w = useWords(speakWords)
  const [typed, type] = useState(nothing)
  const [age, setAge] = useState<Age>()
  const [coded, setCoded] = useState(false)
  const ask = useAskSpeakerCode(() => setCoded(true))
  const open = useOpenSpeaker()
  const put = (more: Partial<Typed>) => type({ ...typed, ...more })
  const phone = typed.phone.trim()
  const here = usePlace(place).data?.place
  const compound = here?.kind === 'compound' ? here.id : here?.compound ?? (typed.compound || null)
  const building = here?.kind === 'building' ? here.id : typed.building || null
  const code = typed.code.normalize('NFKC').trim()
  const lacking = coded ? (!/^\d{6}$/.test(code) ? w.codeFirst : typed.name.trim() === '' ? w.nameFirst : undefined)
    : age === undefined ? w.ageFirst : phone.length < 8 ? w.phoneFirst : undefined
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (lacking !== undefined || age === undefined || age === 'under_14') return
    if (coded) open.mutate({ phone, code, name: typed.name.trim(), age, compound, building })
    else ask.mutate(phone)
  }
  const restart = () => { setCoded(false); type({ ...typed, code: '' }); ask.reset(); open.reset() }
  return { typed, put, age, setAge, coded, send, restart, lacking, busy: ask.isPending || open.isPending, error: coded ? open.error : ask.error, phone, compound, here }
}

function OpenForm({ place }: { place: string | undefined }) {
  const w = useWords(speakWords)
  const form = useOpening(place)
  return <form className="sp-open" onSubmit={form.send} aria-label={w.title}>
    <h3>{w.title}</h3>
    {form.coded ? <NamePart form={form} /> : <PhonePart form={form} />}
    {form.error && <ErrorNote title={form.coded ? w.notOpen : w.notSent} error={form.error} />}
    {form.age !== 'under_14' && <div className="sp-open__foot">
      <Button look="primary" type="submit" busy={form.busy} busyWord={w.opening} whyNot={form.lacking}>{form.coded ? w.open : w.sendCode}</Button>
      {form.coded && <Button look="plain" onClick={form.restart}>{w.otherPhone}</Button>}</div>}
  </form>
}

type Form = ReturnType<typeof useOpening>

function PhonePart({ form: { typed, put, age, setAge } }: { form: Form }) {
  const w = useWords(speakWords)
  return <>
    <p className="lk-second">{w.line}</p>
    <Choices legend={w.age} shown value={age} onChange={setAge}
      options={[{ value: 'adult', word: w.adult }, { value: '14_17', word: w.teen }, { value: 'under_14', word: w.child }]} />
    {age === 'under_14' ? <p className="sp-open__young" role="status">{w.tooYoung}</p> : <>
      {age === '14_17' && <p className="lk-second" role="status">{w.teenLine}</p>}
      <Field label={w.phone} type="tel" inputMode="tel" autoComplete="tel" maxLength={20} value={typed.phone} onChange={(event) => put({ phone: event.target.value })} /></>}
  </>
}

function NamePart({ form: { typed, put, phone, compound, here } }: { form: Form }) {
  const w = useWords(speakWords)
  const sent = useSentCode(isDemo()).data?.code
  const compounds = usePlace(here?.kind === 'community' ? here.id : undefined).data?.below.filter(({ kind }) => kind === 'compound') ?? []
  const buildings = usePlace(here?.kind === 'building' ? undefined : compound ?? undefined).data?.below.filter(({ kind }) => kind === 'building') ?? []
  return <>
    <p className="lk-second">{w.codeLine(phone.slice(-4))}</p>
    {sent && <p className="sp-open__demo" role="status">{w.demoCode(sent)}</p>}
    <Field label={w.code} inputMode="numeric" autoComplete="one-time-code" maxLength={8} autoFocus value={typed.code} onChange={(event) => put({ code: event.target.value })} />
    <Field label={w.name} hint={w.nameHint} maxLength={NAME_MOST} autoComplete="off" value={typed.name} onChange={(event) => put({ name: event.target.value })} />
    {compounds.length > 0 && <Select label={w.compound} empty={w.notSaid} value={typed.compound} onChange={(event) => put({ compound: event.target.value, building: '' })}
      options={compounds.map(({ id, name }) => ({ value: id, word: name }))} />}
    {buildings.length > 0 && <Select label={w.building} hint={w.buildingHint} empty={w.notSaid} value={typed.building} onChange={(event) => put({ building: event.target.value })}
      options={buildings.map(({ id, name }) => ({ value: id, word: name }))} />}
  </>
}
