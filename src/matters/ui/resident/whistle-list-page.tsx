/** '/whistle-list': what may be whistled, who comes until when, by which article; public, with every version that there was. */
import { Empty, ErrorNote, ResidentShell, SectionTitle, Skeleton, sourceLine, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { useWhistleList, type ListedItem, type PublicList } from '../whistle-list-api.ts'
import { ListItemView } from '../parts/list-item.tsx'
import { listWords } from '../parts/list-words.ts'
import { paceWord } from '../parts/pace-word.ts'
import './resident.css'
import './whistle-list.css'

function Situation({ list, code, items }: { list: PublicList; code: string; items: readonly ListedItem[] }) {
  const w = useWords(listWords)
  const say = useSay()
  const { lang } = useSettings()
  const situation = list.situations.find((one) => one.code === code)
  if (!situation || items.length === 0) return null
  return <section className="mw-situation">
    <SectionTitle rule="above" aside={w.count(items.length)}>{say(situation.name)}</SectionTitle>
    <p className="lk-second">{say(situation.purpose)}{lang === 'zh' ? '。' : '. '}{w.within(paceWord(situation.leadReport, lang),
      paceWord(situation.supportReport, lang),
      paceWord(situation.finish, lang))}</p>
    <p className="lk-small">{w.basis(sourceLine(situation.source))}</p>
    <ul className="mw-items">{items.map((item) => <ListItemView key={item.code} item={item} />)}</ul>
  </section>
}

export default function WhistleListPage() {
  const w = useWords(listWords)
  const list = useWhistleList()
  if (list.isPending) return <ResidentShell back={{ href: '/', word: w.home }}><Skeleton lines={[60, 100, 100, 90]} repeat={2} /></ResidentShell>
  if (!list.data) return <ResidentShell back={{ href: '/', word: w.home }}><ErrorNote title={w.failed} error={list.error} /></ResidentShell>
  const { data } = list
  return <ResidentShell back={{ href: '/', word: w.home }}>
    <h1 className="lk-title mr-title">{w.title}</h1>
    <p className="mr-lead mw-lead">{w.lead(data.street.name)}</p>
    {data.items.length === 0 && <Empty title={w.empty} />}
    {data.situations.map(({ code }) => <Situation key={code} list={data} code={code} items={data.items.filter((item) => item.situation === code)} />)}
    <p className="lk-small mw-foot">{w.kept(data.history.length)}</p>
  </ResidentShell>
}
