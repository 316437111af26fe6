/** One's own proposal by the code of its receipt. */
import { useState } from 'react'
import { Button, ErrorNote, Field, ResidentShell, useAct, useWords } from '../../../../ui-kit/index.ts'
import { followProposal } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'
import { ProjectCard } from './project-card.tsx'

export function FollowForm({ onBack }: { onBack: () => void }) {
  const w = useWords(projectWords)
  const [code, setCode] = useState('')
  const found = useAct((receipt: string) => followProposal(receipt))
  return <ResidentShell right={<Button look="quiet" size="small" icon="left" onClick={onBack}>{w.back}</Button>}
    bar={<Button look="primary" size="bar" busy={found.isPending} whyNot={code.trim().length < 8 ? w.receipt : undefined}
      onClick={() => found.mutate(code.trim())}>{w.look}</Button>}>
    <h1 className="lk-title">{w.follow}</h1>
    <div className="lk-stack"><Field label={w.receipt} value={code} autoComplete="off" onChange={(event) => setCode(event.target.value)} />
      {found.error && <ErrorNote title={w.failed} error={found.error} />}
      {found.data && <ProjectCard project={found.data.project} voters={null} />}</div>
  </ResidentShell>
}
