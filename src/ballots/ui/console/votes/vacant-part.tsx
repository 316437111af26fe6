/** Homes that were left out of a vote of households as empty, and the way back in for one where somebody lives. [B113] */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, ErrorNote, Field, request, SectionTitle, useWords } from '../../../../ui-kit/index.ts'
import type { VacantSource } from '../../../rules/vacant-homes.ts'
import { useMove, type Detail } from './vote-api.ts'
import { vacantWords } from './vacant-words.ts'

type VacantHome = { readonly home: string; readonly label: string; readonly source: VacantSource; readonly reason: string; readonly backAt: string | null; readonly backReason: string | null }
const useVacantHomes = (vote: Detail) => useQuery({ queryKey: ['votes', vote.id, 'homes'], enabled: vote.rules.some(({ code }) => code === 'vacant'),
  queryFn: () => request<{ items: VacantHome[] }>('GET', `/api/v1/votes/${vote.id}/homes`) })

export function VacantPart({ vote }: { vote: Detail }) {
  const w = useWords(vacantWords)
  const homes = useVacantHomes(vote)
  const [asked, ask] = useState<string>()
  if (!homes.data || homes.data.items.length === 0) return null
  return <section className="vc-vacant"><SectionTitle>{w.title}</SectionTitle><p className="lk-second">{w.titleLine}</p>
    <ul>{homes.data.items.map((one) => <li key={one.home}><span><b>{one.label}</b><span className="lk-second">{one.backReason === null ? `${w[one.source]}　${one.reason}` : w.isBack(one.backReason)}</span></span>
      {one.backAt === null && vote.may.includes('homes') && <Button size="small" look="plain" aria-expanded={asked === one.home}
        onClick={() => ask(asked === one.home ? undefined : one.home)}>{w.back}</Button>}
      {asked === one.home && one.backAt === null && <Back vote={vote} home={one.home} onDone={() => ask(undefined)} />}</li>)}</ul>
  </section>
}

function Back({ vote, home, onDone }: { vote: Detail; home: string; onDone: () => void }) {
  const w = useWords(vacantWords)
  const [reason, setReason] = useState('')
  const move = useMove(vote.id, onDone)
  return <form className="vc-form" onSubmit={(event) => { event.preventDefault(); move.mutate({ to: 'homes', body: { home, reason: reason.trim() } }) }}>
    <Field label={w.backReason} hint={w.backHint} required maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
    <Button look="primary" type="submit" busy={move.isPending}>{w.send}</Button>
    {move.error && <ErrorNote title={w.notDone} error={move.error} />}</form>
}
