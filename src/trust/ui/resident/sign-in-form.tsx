/** Name and password, or a card and its PIN. A card's code may come in the address after '#': it never reaches a server's log. */
import { useState, type FormEvent } from 'react'
import { Button, Choices, ErrorNote, Field, request, useAct, useWords } from '../../../ui-kit/index.ts'
import { keepPost, type Session } from '../parts/session.ts'
import { homeOf } from './after-sign-in.ts'
import { signInWords } from './words.ts'

type Input = { readonly name: string; readonly password: string } | { readonly card: string; readonly pin: string }

/** The card in the address, taken out of it at once. */
function cardInAddress(): string {
  const card = new URLSearchParams(location.hash.slice(1)).get('card') ?? ''
  if (card !== '') history.replaceState(null, '', location.pathname + location.search)
  return card.slice(0, 64)
}

async function signIn(input: Input, key: string): Promise<void> {
  await request('POST', 'card' in input ? '/api/v1/session/card' : '/api/v1/session', { body: input, key })
  keepPost(null)
  const { posts } = await request<Session>('GET', '/api/v1/session')
  location.assign(homeOf(posts))
}

export function SignInForm() {
  const w = useWords(signInWords)
  const [scanned] = useState(cardInAddress)
  const [card, setCard] = useState(scanned)
  const [way, choose] = useState<'name' | 'card'>(scanned === '' ? 'name' : 'card')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [pin, setPin] = useState('')
  const act = useAct(signIn)
  const digits = pin.normalize('NFKC').trim()
  const ready = way === 'name' ? name.trim() !== '' && password !== '' : card.trim() !== '' && /^\d{6}$/.test(digits)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !act.isPending) act.mutate(way === 'name' ? { name: name.trim(), password } : { card: card.trim(), pin: digits })
  }
  return <form className="lk-stack tf-form" onSubmit={send}>
    <Choices legend={w.how} options={[{ value: 'name', word: w.byName }, { value: 'card', word: w.byCard }]} value={way}
      onChange={(next) => { choose(next); act.reset() }} />
    {way === 'name' ? <>
      <Field label={w.name} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64} value={name}
        onChange={(event) => setName(event.target.value)} />
      <Field label={w.password} type="password" autoComplete="current-password" maxLength={128} value={password}
        onChange={(event) => setPassword(event.target.value)} />
    </> : <>
      {scanned !== '' && card === scanned ? <p className="tf-card">{w.cardRead}<button type="button" className="lk-link"
        onClick={() => setCard('')}>{w.otherCard}</button></p>
        : <Field label={w.card} hint={w.cardHint} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={64} value={card}
          onChange={(event) => setCard(event.target.value)} />}
      <Field label={w.pin} type="password" inputMode="numeric" autoComplete="off" maxLength={6} value={pin}
        onChange={(event) => setPin(event.target.value)} />
    </>}
    {act.error && <ErrorNote title={w.notIn} error={act.error} />}
    <Button look="primary" type="submit" busy={act.isPending} whyNot={ready ? undefined : w.fill}>{w.signIn}</Button>
    <p className="lk-small">{w.lost}</p>
  </form>
}
