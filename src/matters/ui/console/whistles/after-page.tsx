/** What is left after whistles: to rate, to review, and what was promised. */
import { useState } from 'react'
import { Button, ConsoleFrame, dayOf, Empty, ErrorNote, Go, Meta, now as present, PageHead, Row, Skeleton, Tabs, useNow, useSay, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { SITUATIONS } from '../../../rules/index.ts'
import { useReviewDone, useWhistles, type WhistleListName, type WhistleRow } from '../../whistle-api.ts'
import { usePost } from '../../staff-api.ts'
import { afterWords } from './words.ts'

const LISTS: readonly WhistleListName[] = ['to_rate', 'to_review', 'promised']

function Promise({ row }: { row: WhistleRow }) {
  const w = useWords(afterWords)
  const now = useNow()
  const { lang } = useSettings()
  const done = useReviewDone()
  const { review } = row
  if (!review) return null
  const late = review.doneAt === null && Date.parse(`${review.until}T23:59:59+08:00`) < present()
  return <Row middle title={<Go href={`/console/m/${row.matter}/whistle`}>{review.changes}</Go>}
    meta={<Meta><span>{w.until(review.by, dayOf(Date.parse(`${review.until}T12:00:00+08:00`), now, lang))}</span>{late
      && <b>{w.late}</b>}<span>{w.lacked(review.lacked)}</span>
      {review.item && <span>{w.amend}</span>}</Meta>}
    right={review.doneAt ? <span className="cs-small">{w.made}</span> : review.mayEnd ? <Button size="small" busy={done.isPending}
      onClick={() => done.mutate(review.id)}>{w.markMade}</Button> : undefined} />
}

function Waiting({ row, list }: { row: WhistleRow; list: WhistleListName }) {
  const w = useWords(afterWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const situation = SITUATIONS.find((one) => one.code === row.situation)
  return <Row href={`/console/m/${row.matter}/whistle`} middle title={row.title} right={<span className="lk-link">{list === 'to_rate'
    ? w.rate : w.review}</span>}
    meta={<Meta><span>{row.number}</span>{situation && <span>{say(situation.name)}</span>}<span>{w.by(row.by, row.called.join(lang === 'zh'
      ? '、' : ', '))}</span>
      <span>{dayOf(Date.parse(row.at), now, lang)}</span></Meta>} />
}

export default function AfterPage() {
  const w = useWords(afterWords)
  const audience = usePost()?.audience
  const [list, choose] = useState<WhistleListName>(audience === 'street' ? 'to_review' : 'to_rate')
  const rows = useWhistles(list)
  const lists = audience === 'street' ? LISTS.slice(1) : audience === 'station' ? LISTS.filter((one) => one !== 'to_review') : LISTS
  return <ConsoleFrame current="/console/whistles">
    <PageHead title={w.title} line={w.line} />
    <Tabs label={w.title} tabs={lists.map((key) => ({ key, word: w[key] }))} current={list} onChange={choose} />
    {rows.isPending && <Skeleton repeat={3} />}
    {rows.error && <ErrorNote title={w.failed} error={rows.error}><Button look="primary"
      onClick={() => void rows.refetch()}>{w.again}</Button></ErrorNote>}
    {rows.data?.length === 0 && <Empty title={w[`none_${list}`]} />}
    {rows.data?.map((row) => (list === 'promised' ? <Promise key={row.whistle} row={row} /> : <Waiting key={row.whistle} row={row} list={list} />))}
  </ConsoleFrame>
}
