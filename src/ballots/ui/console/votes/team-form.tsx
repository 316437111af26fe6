/** Naming the ballot team: who leads, collects, enters and watches. [B25] */
import { useState } from 'react'
import { Button, Skeleton, useWords, comma } from '../../../../ui-kit/index.ts'
import { ROLES, type Role } from '../../../rules/life/index.ts'
import { useTeamCandidates, type Detail, type Sent } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

export function TeamForm({ vote, send, busy }: { vote: Detail; send: (sent: Sent) => void; busy: boolean }) {
  const w = useWords(deskWords)
  const candidates = useTeamCandidates(vote.id, true)
  const [named, setNamed] = useState<ReadonlyMap<string, { person: string; post: string; role: Role }>>(() =>
    new Map(vote.team.map(({ person, post, role }) => [`${person} ${role}`, { person, post, role }])))
  const press = (person: string, post: string, role: Role) => {
    const next = new Map(named)
    if (!next.delete(`${person} ${role}`)) next.set(`${person} ${role}`, { person, post, role })
    setNamed(next)
  }
  if (!candidates.data) return <Skeleton lines={[100, 100, 100]} />
  return <div className="vc-form"><p className="lk-second">{w.teamLine}</p>
    <div className="vc-scroll"><table className="vc-team"><thead><tr><th scope="col">{w.who2}</th>
      {ROLES.map((role) => <th key={role} scope="col">{w[role]}</th>)}</tr></thead>
    <tbody>{candidates.data.items.map(({ person, post, name, title, org, stands }) => <tr key={`${person} ${post}`}>
      <th scope="row"><b>{name}</b><span className="lk-small">{org}{title}{stands && `${comma()}${w.stands}`}</span></th>
      {ROLES.map((role) => <td key={role}><input type="checkbox" disabled={stands && !named.has(`${person} ${role}`)}
        aria-label={`${name} ${w[role]}`} checked={named.has(`${person} ${role}`)}
        onChange={() => press(person, post, role)} /></td>)}</tr>)}</tbody></table></div>
    <Button look="primary" busy={busy} onClick={() => send({ to: 'team', body: { version: vote.version, members: [...named.values()] } })}>
      {w.saveTeam}</Button></div>
}
