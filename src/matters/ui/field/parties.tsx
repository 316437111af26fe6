/** Those who take part: stations of a whistle with their deadlines, utilities with their slips. */
import { ClockChip, Meta, moment, PartyBadge, SectionTitle, useNow, useSettings, useWords } from '../../../ui-kit/index.ts'
import type { ClockView, MatterDetail, MatterParty } from '../staff-api.ts'
import { Dial } from './danger-card.tsx'
import { matterWords } from './matter-words.ts'

/** Nothing for a matter that one holder handles alone. */
export function Parties({ matter, demo }: { matter: MatterDetail; demo: boolean }) {
  const w = useWords(matterWords)
  const taking = (role: MatterParty['role']) => matter.parties.filter((party) => party.role === role && party.state !== 'released')
  const joint = [...taking('lead'), ...taking('support')]
  const slips = taking('slip')
  return <>
    {joint.length > 0 && <section><SectionTitle rule="above">{w.parties}</SectionTitle>
      <ul>{joint.map((party) => <Line key={party.org} party={party} demo={demo}
        clock={ownClock(matter, party.org)} />)}</ul></section>}
    {slips.length > 0 && <section><SectionTitle rule="above">{w.slips}</SectionTitle>
      <ul>{slips.map((party) => <Line key={party.org} party={party} demo={demo} />)}</ul></section>}
  </>
}

/** The deadline that a party has now, its first one first. */
const ownClock = ({ clocks }: MatterDetail, org: string): ClockView | undefined =>
  clocks.filter((clock) => clock.org === org && clock.state !== 'ended').sort((a, b) => (a.due < b.due ? -1 : 1))[0]

function Line({ party, demo, clock }: { party: MatterParty; demo: boolean; clock?: ClockView | undefined }) {
  const w = useWords(matterWords)
  const { lang } = useSettings()
  const present = useNow()
  const stands = party.role === 'slip' ? (party.state === 'answered' ? w.slipAnswered : w.slipAsked)
    : party.state === 'finished' ? w.partyFinished : party.state === 'reported' ? w.partyReported : w.partyAsked
  return <li className="fd-party">
    <p className="fd-party__head"><PartyBadge kind={party.kind} name={party.name} lead={party.role === 'lead'} />
      {clock && <ClockChip now={present} due={Date.parse(clock.due)} from={Date.parse(clock.from)}
        state={clock.state === 'paused' ? 'paused' : clock.provisional ? 'provisional' : 'running'} />}</p>
    <p className="lk-small"><Meta>{stands}{party.state === 'asked' && party.reportBy
      ? w.partyAskedBy(moment(Date.parse(party.reportBy), present, lang)) : null}
      {party.outsideNumber ? w.outsideNumber(party.outsideNumber) : null}</Meta></p>
    {party.task && <p className="lk-small">{party.task}</p>}
    {party.role === 'slip' && party.phone && <Dial number={party.phone} word={party.name} demo={demo} />}
  </li>
}
