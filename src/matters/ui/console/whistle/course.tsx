/** A whistle that was blown: who came and when, how each may answer, the joint log, what both sides say, and the two lines of review. */
import { useState } from 'react'
import { Button, ConsoleFrame, Dot, ErrorNote, Go, Icon, moment, SectionTitle, Skeleton, useNow, useSay, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { SITUATIONS } from '../../../rules/index.ts'
import type { MatterDetail } from '../../staff-api.ts'
import { useAround, type AroundWhistle, type MadeLink, type WaitedFor } from '../../whistle-api.ts'
import { matterWords } from '../matter-words.ts'
import { printOnly } from '../print.ts'
import { CalledTable } from './called-table.tsx'
import { courseWords } from './course-words.ts'
import { JointLog } from './joint-log.tsx'
import { LinkDialog, MakeLink } from './link-dialog.tsx'
import { Ratings } from './ratings.tsx'
import { Review } from './review.tsx'
import { PartySlip } from './party-slip.tsx'
import { TypeInDialog } from './type-in.tsx'
import './course.css'

type Asked = { readonly what: 'link' | 'type'; readonly party: WaitedFor } | null

function Head({ matter, around }: { matter: MatterDetail; around: AroundWhistle }) {
  const w = useWords(courseWords)
  const m = useWords(matterWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const { whistle } = around
  const situation = SITUATIONS.find((s) => s.code === whistle?.situation)
  return <header className="cs-form__title">
    <Go className="cs-back" href={`/console/m/${matter.id}`}><Icon name="left"
      size={16} /><span>{matter.title}</span><Dot /><span>{m.nth(matter.number)}</span></Go>
    <h1 className="lk-title">{situation ? say(situation.name) : w.title}</h1>
    {whistle && <p className="lk-second">{w.blown(whistle.by.name, moment(Date.parse(whistle.at), now, lang))}</p>}
  </header>
}

export function Course({ matter, current }: { matter: MatterDetail; current: string }) {
  const w = useWords(courseWords)
  const around = useAround(matter.id, matter.version)
  const [asked, ask] = useState<Asked>(null)
  const [made, show] = useState<MadeLink | null>(null)
  const { data } = around
  if (!data) return <ConsoleFrame current={current}>{around.error ? <ErrorNote title={w.failed} error={around.error}><Button look="primary"
    onClick={() => void around.refetch()}>{w.again}</Button></ErrorNote> : <Skeleton lines={[40, 100, 100, 84]} />}</ConsoleFrame>
  const nameOf = (org: string) => matter.parties.find((p) => p.org === org)?.name ?? ''
  return <ConsoleFrame current={current}>
    <div className="cs-form cs-course">
      <Head matter={matter} around={data} />
      <section><SectionTitle>{w.who}</SectionTitle><CalledTable matter={matter} around={data} onAsk={(what, party) => ask({ what,
        party })} /></section>
      <JointLog story={matter.story} onPrint={() => printOnly('text')} />
      <Ratings matter={matter} around={data} />
      <Review matter={matter} around={data} />
    </div>
    {asked?.what === 'link' && <MakeLink matter={matter} party={asked.party} onClose={() => ask(null)} onMade={(one) => { ask(null); show(one) }} />}
    {asked?.what === 'type' && <TypeInDialog matter={matter} party={asked.party} onClose={() => ask(null)} />}
    {made && <><LinkDialog made={made} name={nameOf(made.org)} onClose={() => show(null)} onPrint={() => printOnly('slip')} />
      <PartySlip matter={matter} org={made.org} by={data.whistle?.by.name ?? ''} code={made.code} /></>}
  </ConsoleFrame>
}
