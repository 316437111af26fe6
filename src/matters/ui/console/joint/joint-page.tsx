/** 四方协调: the table of a compound: who sits there, shared matters with who and until when, results, meetings. */
import './joint.css'
import { useState } from 'react'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Button, ConsoleFrame, Empty, ErrorNote, PageHead, Select, Skeleton, useWords } from '../../../../ui-kit/index.ts'
import { useJointBoard, useJointCompounds, type JointBoard, type JointItem } from './joint-api.ts'
import { ChangeDialog, MeetDialog, PutDialog, ResultDialog } from './joint-dialogs.tsx'
import { Chairs, Meetings, OpenItems, Results } from './joint-parts.tsx'
import { Agenda, useJointExport } from './joint-paper.tsx'
import { jointWords } from './joint-words.ts'

type Asked = { readonly what: 'put' | 'meet' } | { readonly what: 'change' | 'result'; readonly item: JointItem }

export default function JointPage() {
  const w = useWords(jointWords)
  const search: Record<string, unknown> = useSearch({ strict: false })
  const compounds = useJointCompounds()
  const asked = compounds.data?.find(({ id }) => id === search['compound'])
  const board = useJointBoard((asked ?? compounds.data?.[0])?.id)
  const error = compounds.error ?? board.error
  const again = () => { void compounds.refetch(); void board.refetch() }
  return <ConsoleFrame current="/console/joint">
    {error && !board.data ? <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={again}>{w.again}</Button></ErrorNote>
      : compounds.data?.length === 0 ? <Empty title={w.none} line={w.noneLine} />
        : board.data ? <Table board={board.data} compounds={compounds.data ?? []} /> : <Skeleton repeat={5} />}
  </ConsoleFrame>
}

function Table({ board, compounds }: { board: JointBoard; compounds: readonly { readonly id: string; readonly name: string }[] }) {
  const w = useWords(jointWords)
  const router = useRouter()
  const [asked, ask] = useState<Asked | null>(null)
  const save = useJointExport(board)
  const seated = board.own.length > 0
  const close = () => ask(null)
  const open = board.items.filter(({ state }) => state !== 'done')
  const late = open.filter(({ state }) => state === 'late').length
  const linkage = board.linkage === 'four' ? w.four : w.three
  return <>
    <div className="jb-screen">
      <PageHead title={w.title} line={w.line} tools={<>
        {compounds.length > 1 && <Select label={w.compound} quietLabel value={board.compound.id} options={compounds.map(({ id,
          name }) => ({ value: id, word: name }))}
          onChange={(event) => router.history.replace(`/console/joint?compound=${event.target.value}`)} />}
        <Button icon="download" onClick={save}>{w.export}</Button><Button icon="print" onClick={() => print()}>{w.print}</Button></>} />
      <div className="jb-sum"><p><span>{board.compound.name}</span>{open.length === 0 ? w.sumNone(linkage) : w.sum(open.length, late, linkage)}</p>
        {seated ? <div className="jb-moves"><Button icon="doc" onClick={() => ask({ what: 'meet' })}>{w.meet}</Button>
          <Button look="primary" icon="plus" onClick={() => ask({ what: 'put' })}>{w.put}</Button></div>
          : <p className="lk-second">{w.readOnly}</p>}</div>
      <Chairs board={board} />
      <OpenItems board={board} items={open} onChange={(item) => ask({ what: 'change', item })} onFinish={(item) => ask({ what: 'result', item })} />
      <Results items={board.items.filter(({ state }) => state === 'done')} />
      <Meetings meetings={board.meetings} />
    </div>
    <Agenda board={board} open={open} />
    {asked?.what === 'put' && <PutDialog board={board} onClose={close} />}
    {asked?.what === 'meet' && <MeetDialog board={board} onClose={close} />}
    {asked?.what === 'change' && <ChangeDialog board={board} item={asked.item} onClose={close} />}
    {asked?.what === 'result' && <ResultDialog board={board} item={asked.item} onClose={close} />}
  </>
}
