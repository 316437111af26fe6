/** Three kinds that the words suggest, one of them chosen; the whole tree is one press away. */
import { useState } from 'react'
import { Choices, Icon, useSettings, useWords } from '../../../ui-kit/index.ts'
import { CategoryDialog } from './category-dialog.tsx'
import type { Picked } from './picked.ts'
import { reportWords } from './report-words.ts'
import type { Rules } from './use-rules.ts'

export function CategoryChoice({ rules, picked, onChoose }: { rules: Rules; picked: Picked; onChoose: (code: string) => void }) {
  const w = useWords(reportWords)
  const { lang } = useSettings()
  const [open, setOpen] = useState(false)
  const options = picked.offered.map((code) => ({ value: code, word: rules.categoryOf(code)[lang] }))
  return <div className="mr-kinds">
    <div className="mr-kinds__head"><b>{w.looksLike}</b>
      <button type="button" className="mr-quiet" onClick={() => setOpen(true)}>{w.otherKinds}<Icon name="right" size={16} /></button></div>
    <Choices legend={w.looksLike} options={options} value={picked.code ?? undefined} onChange={onChoose} />
    {picked.unsure && <p className="lk-small">{w.notSure}</p>}
    {open && <CategoryDialog categories={rules.CATEGORIES} chosen={picked.code ?? ''} onClose={() => setOpen(false)}
      onChoose={(code) => { onChoose(code); setOpen(false) }} />}
  </div>
}
