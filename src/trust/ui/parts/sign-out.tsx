/** Signing out, the same on every page: what waits in this browser is named first, and is sent or erased, never left for the next who sits down here. [T13] */
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { Button, Dialog, ErrorNote, eraseHere, leftHere, request, useAct, useSay, useWords, type LeftWork } from '../../../ui-kit/index.ts'
import { forgetDrafts } from './draft.ts'
import { keepPost, useSession } from './session.ts'
import { signOutWords } from './sign-out-words.ts'

type Look = { readonly word: string; readonly look?: 'quiet'; readonly size?: 'small' }

export function SignOut({ word, ...look }: Look) {
  const w = useWords(signOutWords)
  const person = useSession().data?.person?.id ?? ''
  const [left, tell] = useState<readonly LeftWork[]>([])
  const signOut = useAct((_: null, key) => request('DELETE', '/api/v1/session', { key }), () => {
    forgetDrafts()
    keepPost(null)
    void eraseHere(person).finally(() => location.assign('/'))
  })
  const leave = () => void leftHere(person).then((waiting) => { if (waiting.length > 0) tell(waiting); else signOut.mutate(null) })
  return <>
    {signOut.error && left.length === 0 && <ErrorNote error={signOut.error} />}
    <Button {...look} busy={signOut.isPending} onClick={leave}>{word}</Button>
    {/* outside the menu that it was opened from, whose buttons look another way */}
    {left.length > 0 && createPortal(<Asking left={left} busy={signOut.isPending} error={signOut.error} onErase={() => signOut.mutate(null)} onClose={() => tell([])} w={w} />, document.body)}
  </>
}

type Ask = { readonly left: readonly LeftWork[]; readonly busy: boolean; readonly error: Error | null; readonly onErase: () => void; readonly onClose: () => void
  readonly w: ReturnType<typeof useWords<typeof signOutWords>> }

function Asking({ left, busy, error, onErase, onClose, w }: Ask) {
  const say = useSay()
  return <Dialog title={w.title(left.reduce((sum, { count }) => sum + count, 0))} onClose={onClose}
    foot={<><Button onClick={onClose}>{w.stay}</Button><Button busy={busy} onClick={onErase}>{w.erase}</Button></>}>
    <div className="lk-stack"><p>{w.line}</p>
      {left.map(({ what, count, href }) => <p key={`${href}${what.zh}`}><Button look="primary" href={href} outside>{w.send(say(what), count)}</Button></p>)}
      {error && <ErrorNote error={error} />}</div>
  </Dialog>
}
