/** The first page in real use: say something, follow something, or sign in as staff. */
import { Button, Go, Icon, ResidentShell, Tools, useWords } from '../../../ui-kit/index.ts'
import { useSession } from '../parts/session.ts'
import { homeOf } from './after-sign-in.ts'
import { SignInForm } from './sign-in-form.tsx'
import { Headline } from './headline.tsx'
import { ResidentWays } from './resident-ways.tsx'
import { firstWords } from './words.ts'

export function LiveFirst() {
  const w = useWords(firstWords)
  const session = useSession()
  const person = session.data?.person
  return <ResidentShell right={<Tools theme />}>
    <Headline text={w.headline} />
    <p className="tf-line">{w.liveLine}</p>
    <div className="tf-doors">
      <Go href="/report" className="tf-door"><Icon name="chat" size={24} /><span><b>{w.say}</b><span
        className="lk-small">{w.sayLine}</span></span><Icon name="right" /></Go>
      <Go href="/m" className="tf-door"><Icon name="doc" size={24} /><span><b>{w.follow}</b><span
        className="lk-small">{w.followLine}</span></span><Icon name="right" /></Go>
    </div>
    <ResidentWays />
    <section className="tf-staff">
      <h2>{w.staff}</h2>
      {person && session.data ? <div className="lk-moves"><span>{w.signedIn(person.name)}</span><Button look="primary"
        href={homeOf(session.data.posts)} outside>{w.goOn}</Button></div> : <SignInForm />}
    </section>
  </ResidentShell>
}
