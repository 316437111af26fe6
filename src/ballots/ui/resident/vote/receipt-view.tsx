/** The receipt, once, after casting: to be kept as a file or on paper. It says nothing of the choice. [B32] P11 */
import { Button, Icon, moment, now, ResidentShell, useSettings, useWords, between } from '../../../../ui-kit/index.ts'
import type { Cast } from '../../resident-api.ts'
import { voteWords } from './vote-words.ts'

/** Gives the browser a JSON file to keep. */
export function keepFile(name: string, content: object): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)], { type: 'application/json' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

const groups = (code: string): readonly string[] => code.toUpperCase().match(/.{1,8}/g) ?? []

export function ReceiptView({ cast, title, homes, onBack }: { cast: Cast; title: string; homes: readonly string[]; onBack: () => void }) {
  const w = useWords(voteWords)
  const { lang } = useSettings()
  const keep = () => keepFile(`linli-ballot-${cast.commitment.slice(0, 8)}.json`, { vote: cast.vote, commitment: cast.commitment })
  return <ResidentShell bar={<Button look="primary" size="bar" icon="download" onClick={keep}>{w.keep}</Button>}>
    <h1 className="bv-title bv-done"><Icon name="check" size={28} />{w.done}</h1>
    <p className="lk-second">{w.doneLine}</p>
    <section className="bv-receipt"><p className="lk-second">{w.receipt}</p><h2>{title}</h2>{homes.length > 0 && <p>{homes.join(between())}</p>}
      <p className="bv-code" aria-label={groups(cast.commitment).join(' ')}>{groups(cast.commitment).map((group, n) => <span key={n}>{group}</span>)}
        </p>
      <p className="lk-small">{moment(Date.parse(cast.at), now(), lang)}</p></section>
    <p className="bv-tools"><Button look="plain" icon="print" onClick={() => print()}>{w.print}</Button><Button look="quiet" onClick={onBack}>
      {w.others}</Button></p>
  </ResidentShell>
}
