/** Handing the register to a new keeper. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Choices, request, Skeleton, useNavigate, useWords } from '../../../../ui-kit/index.ts'
import { useHandOver, type Org, type Register } from './register-api.ts'
import { tableWords } from './table-words.ts'
import { Window } from './window.tsx'

export function HandOverDialog({ register: { compound, keeper }, onClose }: { register: Register; onClose: () => void }) {
  const w = useWords(tableWords)
  const navigate = useNavigate()
  const [to, choose] = useState<string>()
  const { data } = useQuery({ queryKey: ['register', compound.id, 'takers'], queryFn: () => request<{ items: readonly Org[] }>('GET',
    `/api/v1/registers/${compound.id}/takers`) })
  const act = useHandOver(compound.id, () => navigate('/console/register'))
  return <Window title={w.handTitle} onClose={onClose} error={act.error} act={<Button look="primary" busy={act.isPending} whyNot={to ? undefined
    : w.needTaker}
    onClick={() => { if (to) act.mutate(to) }}>{w.handNow}</Button>}>
    <p>{w.handLine(keeper.name)}</p>
    {!data ? <Skeleton /> : data.items.length === 0 ? <p className="lk-second">{w.noTaker}</p>
      : <Choices legend={w.taker} shown value={to} onChange={choose} options={data.items.map(({ id, name }) => ({ value: id, word: name }))} />}
  </Window>
}
