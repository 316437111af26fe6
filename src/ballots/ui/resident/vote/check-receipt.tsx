/** Whether a ballot is in the sealed count, by the code on its receipt. Anybody who holds the code may ask. [B32] */
import { useState } from 'react'
import { Button, ErrorNote, Icon, moment, now, ResidentShell, TextArea, useAct, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { readReceipt } from '../../resident-api.ts'
import { keepFile } from './receipt-view.tsx'
import { voteWords } from './vote-words.ts'

export function CheckReceipt({ onBack }: { onBack: () => void }) {
  const w = useWords(voteWords)
  const { lang } = useSettings()
  const [typed, setTyped] = useState('')
  const code = /[0-9a-f]{64}/.exec(typed.toLowerCase().replace(/[^0-9a-f"{}:]/g, ''))?.[0] ?? typed.toLowerCase().replace(/[^0-9a-f]/g, '')
  const look = useAct((commitment: string) => readReceipt(commitment))
  const receipt = look.data?.receipt as { index?: number; size?: number } | null | undefined // linli-ballot-receipt-1, as the server's schema says
  return <ResidentShell right={<Button look="quiet" size="small" icon="left" onClick={onBack}>{w.title}</Button>}
    bar={<Button look="primary" size="bar" busy={look.isPending} whyNot={code.length === 64 ? undefined : w.checkHint}
      onClick={() => look.mutate(code)}>{w.look}</Button>}>
    <h1 className="lk-title">{w.checkTitle}</h1>
    <div className="lk-stack"><TextArea label={w.checkHint} rows={3} value={typed} autoComplete="off" spellCheck={false}
      onChange={(event) => setTyped(event.target.value)} />
      {look.error && <ErrorNote title={w.failed} error={look.error} />}
      {look.data && !look.data.sealed && <p className="bv-why" role="status">{w.notYet(look.data.closesAt ? moment(Date.parse(look.data.closesAt),
        now(), lang) : '')}</p>}
      {look.data?.receipt && receipt && <section className="bv-receipt" role="status"><h2><Icon name="check" size={20} />{w.isIn}</h2>
        <p>{w.isInLine((receipt.index ?? 0) + 1, receipt.size ?? 0)}</p>
        <Button icon="download" onClick={() => keepFile(`linli-ballot-receipt-${code.slice(0, 8)}.json`, look.data.receipt ?? {})}>{w.proof}</Button>
          </section>}</div>
  </ResidentShell>
}
