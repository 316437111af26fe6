/** Those who take part: stations of a whistle with their deadlines, utilities with their slips. */
import { Meta, moment, PartyBadge, SectionTitle, useNow, useSettings, useWords } from '../../../ui-kit/index.ts'
import type { MatterDetail, MatterParty } from '../staff-api.ts'
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
      <ul>{joint.map((party) => <Line key={party.org} party={party} demo={demo} />)}</ul></section>}
    {slips.length > 0 && <section><SectionTitle rule="above">{w.slips}</SectionTitle>
      <ul>{slips.map((party) => <Line key={party.org} party={party} demo={demo} />)}</ul></section>}
  </>
}

function Line({ party, demo }: { party: MatterParty; demo: boolean }) {
  const w = useWords(matterWords)
  const { lang } = useSettings()
  const present = useNow()
  const stands = party.role === 'slip' ? (party.state === 'answered' ? w.slipAnswered : w.slipAsked)
    : party.state === 'finished' ? w.partyFinished : party.state === 'reported' ? w.partyReported : w.partyAsked
  return <li className="fd-party">
    <p><PartyBadge kind={party.kind} name={party.name} lead={party.role === 'lead'} /></p>
    <p className="lk-small"><Meta>{stands}{party.state === 'asked' && party.reportBy
      ? w.partyAskedBy(moment(Date.parse(party.reportBy), present, lang)) : null}
      {party.outsideNumber ? w.outsideNumber(party.outsideNumber) : null}</Meta></p>
    {party.task && <p className="lk-small">{party.task}</p>}
    {party.role === 'slip' && party.phone && <Dial number={party.phone} word={party.name} demo={demo} />}
  </li>
}
