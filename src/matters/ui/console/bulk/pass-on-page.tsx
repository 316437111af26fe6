/** 岗位交接: the open work of a post goes to another post, one matter after another; nothing is counted and no clock is touched. */
import './bulk.css'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, ConsoleFrame, Empty, ErrorNote, PageHead, RadioCards, Skeleton, useNavigate,
  useSettings, useWords } from '../../../../ui-kit/index.ts'
import { usePlaceChain, type ChainPost } from '../../../../offices/ui/parts/offices.ts'
import { useOpenWork, useStartBulk } from './bulk-api.ts'
import { BulkStrip } from './bulk-strip.tsx'
import { passWords } from './pass-words.ts'

/** The street rules and supervises: work goes there only from its own posts. */
const ofStreet = ({ kind }: ChainPost): boolean => kind.startsWith('street')

/** Who holds a post, or that nobody does. */
const heldBy = (post: ChainPost, nobody: string): string => post.holder?.name ?? post.deputy?.name ?? nobody

export default function PassOnPage() {
  const w = useWords(passWords)
  const { place, post }: { place?: string; post?: string } = useParams({ strict: false })
  const chain = usePlaceChain(place, undefined)
  const work = useOpenWork(post)
  const posts = chain.data?.levels.flatMap(({ posts: here }) => here) ?? []
  const from = posts.find((one) => one.post === post)
  const error = chain.error ?? work.error
  return <ConsoleFrame current="/console/chain">
    <PageHead back={{ href: `/console/chain/${place ?? ''}`, word: w.back }}
      title={from ? w.titleOf(from.title) : w.title} line={w.line} />
    {error ? <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={() => { void chain.refetch();
      void work.refetch() }}>{w.again}</Button></ErrorNote>
      : !chain.data || !work.data ? <Skeleton repeat={3} /> : !from ? <Empty title={w.gone} />
        : <Passing from={from} back={`/console/chain/${place ?? ''}`} count={work.data.count}
          others={posts.filter((one) => one.post !== post && (!ofStreet(one) || ofStreet(from)))} />}
  </ConsoleFrame>
}

function Passing({ from, back, count, others }: { from: ChainPost; back: string; count: number; others: readonly ChainPost[] }) {
  const navigate = useNavigate()
  const w = useWords(passWords)
  const { lang } = useSettings()
  const [to, choose] = useState<string>()
  const [bulk, watch] = useState<string | null>(null)
  const start = useStartBulk(({ id }) => watch(id))
  const receiver = others.find((one) => one.post === to)
  if (bulk) return <div className="bk-page"><BulkStrip id={bulk} onHide={() => navigate(back)} /></div>
  if (count === 0) return <Empty title={w.nothing} line={w.nothingLine} />
  return <div className="bk-page lk-stack">
    <p className="bk-count"><b>{w.count(count)}</b> {w.now(heldBy(from, w.nobody))}</p>
    <RadioCards legend={w.toWhom} value={to} onChange={choose} options={others.map((one) => ({ value: one.post,
      word: one.title, note: `${heldBy(one, w.nobody)}${lang === 'zh' ? '，' : ', '}${one.orgName}` }))} />
    {start.error && <ErrorNote error={start.error} />}
    <div className="lk-moves"><Button look="decide" busy={start.isPending} whyNot={receiver ? undefined : w.toFirst}
      onClick={() => { if (receiver) start.mutate({ move: 'pass_on', workOf: from.post, input: { from: from.post, to: receiver.post } }) }}>
      {receiver ? w.pass(count, receiver.title) : w.title}</Button></div>
    <p className="lk-second">{w.tells}</p>
  </div>
}
