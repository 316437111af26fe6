/** The list of what may be whistled, as offices read it; the street amends it from cases. */
import { useState } from 'react'
import { Button, ConsoleFrame, ErrorNote, PageHead, SectionTitle, Skeleton, useSay, useWords } from '../../../../ui-kit/index.ts'
import { mayAmend } from '../../../rules/index.ts'
import { ListItemView } from '../../parts/list-item.tsx'
import { usePost } from '../../staff-api.ts'
import { useWhistleList, type ListedItem } from '../../whistle-list-api.ts'
import { AmendDialog, type Amending } from './amend-dialog.tsx'
import { afterWords } from './words.ts'
import '../../resident/whistle-list.css'
import '../whistle/course.css'

function Tools({ item, coming, onAmend }: { item: ListedItem; coming: string | undefined; onAmend: ((amending: Amending) => void) | null }) {
  const w = useWords(afterWords)
  return <div className="cs-list-tools"><span className="cs-small">{coming ? w.coming(coming) : w.version(item.version, item.validFrom)}</span>
    {onAmend && <><Button size="small" onClick={() => onAmend({ how: 'change', item })}>{w.change}</Button><Button size="small" look="quiet"
      onClick={() => onAmend({ how: 'off', item })}>{w.takeOff}</Button></>}</div>
}

export default function WhistleListPage() {
  const w = useWords(afterWords)
  const say = useSay()
  const list = useWhistleList()
  const post = usePost()
  const [amending, amend] = useState<Amending | null>(null)
  const may = mayAmend(post ? [post.audience] : [])
  const { data } = list
  return <ConsoleFrame current="/console/whistle-list">
    <PageHead title={w.listTitle} line={w.listLine} tools={<><Button href="/whistle-list" outside>{w.publicPage}</Button>{may
      && <Button look="primary" icon="plus"
      onClick={() => amend({ how: 'add', item: null })}>{w.newItem}</Button>}</>} />
    {list.isPending && <Skeleton repeat={3} />}
    {list.error && <ErrorNote title={w.failed} error={list.error}><Button look="primary"
      onClick={() => void list.refetch()}>{w.again}</Button></ErrorNote>}
    {data?.situations.map((situation) => <section key={situation.code} className="mw-situation"><SectionTitle>{say(situation.name)}</SectionTitle>
      <ul className="mw-items">{data.items.filter((item) => item.situation === situation.code).map((item) => <ListItemView key={item.code}
        item={item}><Tools item={item}
        coming={data.coming.find((one) => one.code === item.code)?.validFrom} onAmend={may ? amend : null} /></ListItemView>)}</ul></section>)}
    {amending && <AmendDialog amending={amending} onClose={() => amend(null)} />}
  </ConsoleFrame>
}
