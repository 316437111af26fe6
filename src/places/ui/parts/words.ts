import { words } from '../../../ui-kit/index.ts'

export const placeWords = words({
  place: { zh: '地方', en: 'Place' },
  howTo: { zh: '小区名、拼音首字母、门牌都行，例如 3-2-1201', en: 'A name, pinyin initials or a number such as 3-2-1201' },
  looking: { zh: '正在找', en: 'Looking' },
  found: (n: number) => ({ zh: `找到${n}处，上下键选，回车定`, en: `${n} found: arrow keys to choose, Enter to take` }),
  none: (typed: string) => ({ zh: `没有找到“${typed}”。少写一点，或只写小区名再选。`, en: `“${typed}” was not found. Write less, or only the compound's name.` }),
  failed: { zh: '现在找不了，等一会儿再试。写好的还在。', en: 'Not possible right now; try again shortly. What you wrote is kept.' },
  clear: { zh: '换一处', en: 'Change' },
})
