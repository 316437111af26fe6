/** Every department called: its task, when it came and finished or must, its own number, and how it may answer without signing in. */
import { Button, ClockChip, dayOf, moment, PartyBadge, useNow, useSettings, useWords } from '../../../../ui-kit/index.ts'
import type { MatterDetail, MatterParty } from '../../staff-api.ts'
import type { AroundWhistle, WaitedFor } from '../../whistle-api.ts'
import { courseWords } from './course-words.ts'

function Came({ party }: { party: MatterParty }) {
  const w = useWords(courseWords)
  const now = useNow()
  const { lang } = useSettings()
  if (party.reportedAt) return <ClockChip now={now} state="done" due={Date.parse(party.reportedAt)}
    word={w.cameAt(moment(Date.parse(party.reportedAt), now, lang))} />
  if (party.state === 'released') return <span className="cs-small">{w.released}</span>
  return party.reportBy ? <ClockChip now={now} state="running" due={Date.parse(party.reportBy)} /> : null
}
function Finished({ party }: { party: MatterParty }) {
  const w = useWords(courseWords)
  const now = useNow()
  const { lang } = useSettings()
  if (party.finishedAt) return <ClockChip now={now} state="done" due={Date.parse(party.finishedAt)}
    word={w.doneAt(moment(Date.parse(party.finishedAt), now, lang))} />
  return party.finishBy && party.state !== 'released' ? <ClockChip now={now} state="running" due={Date.parse(party.finishBy)} /> : null
}

/** The last link of a party, in a word. */
function LinkLine({ around, org }: { around: AroundWhistle; org: string }) {
  const w = useWords(courseWords)
  const now = useNow()
  const { lang } = useSettings()
  const link = around.links.find((one) => one.org === org)
  if (!link) return null
  return <p className="cs-small">{link.state === 'open' ? w.l_open(dayOf(Date.parse(link.until), now, lang)) : w[`l_${link.state}`]}</p>
}

export function CalledTable({ matter, around, onAsk }: { matter: MatterDetail; around: AroundWhistle
  onAsk: (what: 'link' | 'type', party: WaitedFor) => void }) {
  const w = useWords(courseWords)
  const order = around.whistle?.called.map((one) => one.org) ?? []
  const rank = (org: string) => (order.includes(org) ? order.indexOf(org) : order.length)
  const parties = [...matter.parties].filter((p) => p.role !== 'holder').sort((a, b) => rank(a.org) - rank(b.org))
  const answers = around.answers.length > 0
  return <div className="cs-asked-around"><table className="lk-table cs-asked">
    <thead><tr>{[w.station, w.does, w.reportIn, w.finish, ...(answers
      ? [w.answers] : [])].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
    <tbody>{parties.map((party) => {
      const waited = around.answers.find((one) => one.org === party.org)
      return <tr key={party.org}>
        <td><PartyBadge kind={party.kind} name={party.name} lead={party.role === 'lead'} />{party.outsideNumber
          && <p className="cs-small">{w.outside(party.outsideNumber)}</p>}</td>
        <td>{party.task}</td><td><Came party={party} /></td><td><Finished party={party} /></td>
        {answers && <td className="cs-answer">{waited && <span className="cs-answer__moves">{waited.link
          && <Button size="small" onClick={() => onAsk('link', waited)}
          aria-label={`${w.makeLink} ${party.name}`}>{w.makeLink}</Button>}<Button size="small" look="quiet" onClick={() => onAsk('type', waited)}
          aria-label={`${w.typeIn} ${party.name}`}>{w.typeIn}</Button></span>}<LinkLine around={around} org={party.org} /></td>}
      </tr>
    })}</tbody></table></div>
}
