/** Beside the story: who reported, where, who answers, who takes part until when, who does not see it, and the rule. */
import type { ReactNode } from 'react'
import { ClockChip, Go, MaskedName, moment, PartyBadge, sourceLine, useNow, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { useReveal, type MatterDetail, type MatterParty, type Purpose } from '../staff-api.ts'
import { courseFacts } from './course-facts.ts'
import { PrecedentsHere, useCourseLines } from './course-parts.tsx'
import { JoinedPart } from './joined-part.tsx'
import { matterWords } from './matter-words.ts'
import type { WhyAsked } from './why-dialog.tsx'

/** Kinds of matter that may be a quarrel between two sides, for whom mediation is offered. */
const QUARRELS: readonly string[] = ['water_leak_neighbour', 'neighbour_quarrel', 'light_blocking', 'firm_dispute', 'letting_dispute', 'noise_home',
  'noise_decoration',
  'noise_leisure', 'parking_space', 'parking', 'dog', 'corridor_clutter', 'firm_fee', 'family']
const PURPOSES: readonly Purpose[] = ['call_back', 'visit', 'deliver_notice', 'person_asked']
const ROLES: readonly MatterParty['role'][] = ['lead', 'support', 'holder', 'slip']

const Part = ({ word, children }: { word: string; children: ReactNode }) => <section><h3 className="lk-caption">{word}</h3>{children}</section>

function Reporter({ matter, audience }: { matter: MatterDetail; audience: string }) {
  const w = useWords(matterWords)
  const { lang } = useSettings()
  const may = ['community', 'grid'].includes(audience)
  const reveal = useReveal(matter.id)
  const show = (field: 'phone' | 'name') => async (chosen: string) => {
    const purpose = PURPOSES.find((p) => p === chosen) ?? 'person_asked'
    return (await reveal.mutateAsync({ field, purpose })).value
  }
  const fields = (['name', 'phone'] as const).filter((field) => matter.reporter?.[field])
  return <Part word={w.reporter}>
    {fields.length === 0 ? <p className="lk-second">{w.noContact}</p> : <>
      {fields.map((field) => <p key={field}><MaskedName masked={matter.reporter?.[field] ?? ''} purposes={PURPOSES.map((value) => ({ value,
        word: w[value] }))} {...(may ? { reveal: show(field) } : {})} /></p>)}
      <p className="cs-small">{may ? w.revealLine : w.revealNot}</p></>}
    <p className="cs-small">{w.channel}{lang === 'zh' ? '：' : ': '}{channelWord(matter.channel, w)}</p>
  </Part>
}

const channelWord = (channel: string, w: ReturnType<typeof useWords<typeof matterWords>>): string =>
  ({ qr: w.qr, page: w.page, captain: w.captain, grid: w.grid, desk: w.desk, phone: w.phoneChannel, reception: w.reception, chat: w.chat,
    import: w.import })[channel] ?? channel

/** A party with its own deadlines; the clock opens why it is due then. */
function PartyLine({ party, matter, onWhy }: { party: MatterParty; matter: MatterDetail; onWhy: (asked: WhyAsked) => void }) {
  const w = useWords(matterWords)
  const now = useNow()
  const { lang } = useSettings()
  const when = (time: string) => moment(Date.parse(time), now, lang)
  const [clock] = matter.clocks.filter(({ org, state }) => org === party.org && state !== 'ended').sort((a, b) => (a.due < b.due ? -1 : 1))
  const waits = party.state === 'asked' && party.reportBy ? party.reportBy : party.finishBy
  const lines = [
    party.role === 'slip' ? (party.state === 'answered' ? w.slipAnswered : w.slipAsked) : '',
    party.reportedAt && party.role !== 'holder' ? w.reportedAt(when(party.reportedAt)) : party.reportBy ? w.reportBy(when(party.reportBy)) : '',
    party.finishedAt ? w.finishedAt(when(party.finishedAt)) : party.finishBy ? w.finishBy(when(party.finishBy)) : '',
    party.outsideNumber ? w.outside(party.outsideNumber) : '',
  ].filter(Boolean)
  const open = party.state === 'asked' || party.state === 'reported'
  return <li className="cs-party">
    <div className="cs-party__head"><PartyBadge kind={party.kind} name={party.name} lead={party.role === 'lead'} />
      {open && clock ? <ClockChip now={now} due={Date.parse(clock.due)} from={Date.parse(clock.from)}
        state={clock.state === 'paused' ? 'paused' : clock.provisional ? 'provisional' : 'running'} onWhy={() => onWhy({ stage: clock.stage,
          org: party.org })} />
        : open && waits && party.role !== 'slip' ? <ClockChip now={now} due={Date.parse(waits)} state="running" />
          : party.state === 'finished' || party.state === 'answered' ? <ClockChip now={now} state="done" word={party.state === 'finished' ?
            w.finishedAt('').trim() : w.slipAnswered} /> : null}</div>
    <p className="cs-small">{w[party.role]}{party.task && `${lang === 'zh' ? '，' : ', '}${party.task}`}</p>
    {lines.map((line) => <p key={line} className="cs-small">{line}</p>)}
  </li>
}

function ClosedTo({ matter }: { matter: MatterDetail }) {
  const w = useWords(matterWords)
  const { lang } = useSettings()
  // a word that the catalogue lacks comes out as undefined and is left out
  const names = matter.closedTo.filter((a) => a !== 'board').map((a) => w[`a_${a}` as keyof typeof w]).filter((n) => typeof n === 'string')
  return <Part word={w.closedTo}>
    {names.length > 0
      ? <p>{w.closedToList(names.join(lang === 'zh' ? '、' : ', '))}</p>
      : !matter.closedTo.includes('board') && <p className="lk-second">{w.closedToNobody}</p>}
    {matter.closedTo.includes('board') && <p className="lk-second">{w.offBoard}</p>}
  </Part>
}

function Settled({ matter }: { matter: MatterDetail }) {
  const w = useWords(courseFacts)
  const lines = useCourseLines()(matter)
  return lines.length === 0 ? null : <Part word={w.part}>{lines.map(([word, value]) => <p key={word}><span
    className="cs-small">{word}</span> {value}</p>)}</Part>
}

export function Rail({ matter, audience, onWhy }: { matter: MatterDetail; audience: string; onWhy: (asked: WhyAsked) => void }) {
  const w = useWords(matterWords)
  const say = useSay()
  const parties = matter.parties.filter((p) => p.state !== 'released').sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role))
  const outside = !['captain', 'grid', 'community', 'branch', 'street'].includes(audience)
  return <aside className="lk-aside cs-aside">
    <Reporter matter={matter} audience={audience} />
    <Part word={w.where}><p>{matter.place?.name}</p>{matter.roomName && <p className="cs-small">{w.room}</p>}</Part>
    <Part word={w.chain}>
      {!outside && matter.place && <p><Go className="lk-link" href={`/console/chain/${matter.place.id}`}>{w.chainLink}</Go></p>}
      <p className="cs-small">{w.accountable(matter.accountable)}</p>
      {['community', 'grid'].includes(audience) && QUARRELS.includes(matter.category) && !matter.urgent && !['closed',
        'withdrawn'].includes(matter.state)
        && <p><Go className="lk-link" href={`/console/disputes/new?matter=${matter.id}`}>{w.mediate}</Go></p>}
      {matter.handovers > 0 && <p className="cs-small">{w.handovers(matter.handovers)}</p>}
    </Part>
    <Settled matter={matter} />
    {!outside && <JoinedPart matter={matter} may={audience === 'community'} />}
    {parties.length > 0 && <Part word={w.parties}><ul className="cs-parties">{parties.map((p) => <PartyLine key={p.org} party={p} matter={matter}
      onWhy={onWhy} />)}</ul></Part>}
    <ClosedTo matter={matter} />
    <Part word={w.basis}><p>{say(matter.duty.why)}</p>{matter.duty.hint && <p><b>{say(matter.duty.hint)}</b></p>}<p
      className="cs-small">{sourceLine(matter.duty.source)}</p></Part>
    <PrecedentsHere matter={matter} />
  </aside>
}
