/** The whole tree of kinds, two levels: a group opens, a kind is pressed. */
import { Dialog, Icon, useSettings, useWords } from '../../../ui-kit/index.ts'
import type { Category } from '../../rules/index.ts'
import { reportWords } from './report-words.ts'

export function CategoryDialog({ categories, chosen, onChoose,
  onClose }: { categories: readonly Category[]; chosen: string; onChoose: (code: string) => void; onClose: () => void }) {
  const w = useWords(reportWords)
  const { lang } = useSettings()
  const groups = [...new Set(categories.map(({ group }) => group))].map((group) => categories.filter((one) => one.group === group))
  return <Dialog title={w.chooseKind} onClose={onClose}>
    <div className="mr-tree">
      {groups.map((kinds) => <details key={kinds[0]?.group} name="mr-tree" open={kinds.some(({ code }) => code === chosen)}>
        <summary><span>{lang === 'zh' ? kinds[0]?.groupZh : kinds[0]?.groupEn}</span><Icon name="down" size={18} /></summary>
        <div className="mr-tree__kinds">
          {kinds.map((kind) => <button key={kind.code} type="button" className="mr-kind" aria-pressed={kind.code === chosen}
            onClick={() => onChoose(kind.code)}>{kind[lang]}</button>)}
        </div>
      </details>)}
    </div>
  </Dialog>
}
