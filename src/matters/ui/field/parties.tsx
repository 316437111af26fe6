/** Those who take part: stations of a whistle with their deadlines, utilities with their slips. */
import { DateText, Meta, PartyBadge, SectionTitle, useWords } from '../../../ui-kit/index.ts'
import type { MatterDetail, MatterParty } from '../staff-api.ts'
import { Dial } from './danger-card.tsx'
import { matterWords } from './matter-words.ts'

/** Nothing for a matter that one holder handles alone. */
export function Parties({ matter, demo }: { matter: MatterDetail; demo: boolean }) {
  const w = useWords(matterWords)
  const joint = matter.parties.filter((party) => (party.role === 'lead' || party.role === 'support') && party.state !== 'released')
  const slips = matter.parties.filter((party) => party.role === 'slip' && party.state !== 'released')
  return <>
    {joint.length > 0 && <section><SectionTitle rule="above">{w.parties}</SectionTitle><ul>{joint.map((party) => <Line key={party.org} party={party} demo={demo} />)}</ul></section>}
    {slips.length > 0 && <section><SectionTitle rule="above">{w.slips}</SectionTitle><ul>{slips.map((party) => <Line key={party.org} party={party} demo={demo} />)}</ul></section>}
  </>
}

function Line({ party, demo }: { party: MatterParty; demo: boolean }) {
  const w = useWords(matterWords)
  const stands = party.role === 'slip' ? (party.state === 'answered' ? w.slipAnswered : w.slipAsked)
    : party.state === 'finished' ? w.partyFinished : party.state === 'reported' ? w.partyReported : w.partyAsked
  return <li className="fd-party">
    <p><PartyBadge kind={party.kind} name={party.name} lead={party.role === 'lead'} /></p>
    <p className="lk-small"><Meta>{stands}{party.state === 'asked' && party.reportBy ? <DateText at={Date.parse(party.reportBy)} /> : null}
      {party.outsideNumber ? w.outsideNumber(party.outsideNumber) : null}</Meta></p>
    {party.task && <p className="lk-small">{party.task}</p>}
    {party.role === 'slip' && party.phone && <Dial number={party.phone} word={party.name} demo={demo} />}
  </li>
}
