/** The posted list of an election on its public page: names as posted, and of the composition the rule, a number and yes or no. [B106] */
import './slate.css'
import { useQuery } from '@tanstack/react-query'
import type { Said } from '../../../../kit/pure.ts'
import { Icon, request, SectionTitle, Tag, useSay, useWords, words, comma } from '../../../../ui-kit/index.ts'
import type { Nominator } from '../../../rules/election/bodies.ts'

type Slate = { readonly seats: number; readonly reserves: number
  readonly candidates: readonly { readonly option: string; readonly name: string; readonly by: Nominator; readonly won: boolean | null;
    readonly reserve: boolean }[]
  readonly composition: readonly { readonly code: string; readonly words: Said; readonly have: number | null; readonly of: number | null;
    readonly met: boolean }[] }

const slateWords = words({
  title: { zh: '候选人', en: 'Candidates' }, seats: (n: number,
    reserves: number) => ({ zh: `选 ${n} 名委员${reserves > 0 ? `，候补 ${reserves} 名` : ''}；最多选 ${n} 人`,
      en: `${n} members${reserves > 0 ? `, ${reserves} in reserve` : ''}; mark up to ${n}` }),
  self: { zh: '自荐', en: 'by themselves' }, owners: { zh: '业主联名推荐', en: 'by owners' }, branch: { zh: '支部推荐', en: 'by the branch' },
    committee: { zh: '居委会推荐', en: 'by the residents’ committee' }, group: { zh: '筹备组推荐', en: 'by the preparing group' },
  won: { zh: '当选', en: 'elected' }, reserve: { zh: '候补', en: 'in reserve' }, rules: { zh: '名单的构成', en: 'Composition' }, met: { zh: '是', en: 'yes' },
    notMet: { zh: '否', en: 'no' },
  of: (have: number, of: number | null) => ({ zh: of === null ? `${have} 名` : `${of} 名里 ${have} 名`,
    en: of === null ? `${have}` : `${have} of ${of}` }),
})

export function SlatePart({ vote }: { vote: string }) {
  const w = useWords(slateWords)
  const say = useSay()
  const { data } = useQuery({ queryKey: ['public-slate', vote], retry: false,
    queryFn: () => request<Slate>('GET', `/api/v1/public/votes/${vote}/candidates`) })
  if (!data) return null
  return <section className="bv-slate-part"><SectionTitle rule="above">{w.title}</SectionTitle><p className="lk-second">
    {w.seats(data.seats, data.reserves)}</p>
    <ol className="bv-slate">{data.candidates.map((one) => <li key={one.option}><b>{one.name}</b><span>{w[one.by]}</span>
      {one.won ? <Tag>{w.won}</Tag> : one.reserve ? <Tag>{w.reserve}</Tag> : null}</li>)}</ol>
    <ul className="bv-composition" aria-label={w.rules}>{data.composition.map((line) => <li key={line.code} className={line.met ? 'is-met' : ''}>
      <Icon name={line.met ? 'check' : 'cross'} size={16} /><span>{say(line.words)}</span><span>
        {line.have === null ? '' : `${w.of(line.have, line.of)}${comma()}`}{line.met ? w.met : w.notMet}</span></li>)}</ul>
  </section>
}
