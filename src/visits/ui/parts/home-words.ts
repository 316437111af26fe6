/** A home as people call it, and what is said of the last time somebody was there. */
import { dayOf, useNow, useSettings, useWords } from '../../../ui-kit/index.ts'
import { MET_SAID, type DoorHome } from '../../rules/index.ts'
import { visitWords } from '../field/words.ts'

/** '2单元1201'; of a building with one unit '1201'. `homes`: the building's, which tell whether units have to be said. */
export function useHomeName(): (home: Pick<DoorHome, 'unit' | 'name'>, homes: readonly Pick<DoorHome, 'unit'>[]) => string {
  const w = useWords(visitWords)
  return ({ unit, name }, homes) => {
    const room = name.replace(/[室号]$/, '')
    return unit === null || homes.every((one) => one.unit === unit) ? room : w.home(w.unit(unit), room)
  }
}

/** '上次11月9日上午，见到了' or what takes its place. `here`: recorded on this phone and not sent yet. */
export function useLastSaid(): (home: Pick<DoorHome, 'last' | 'misses'>, here: boolean) => string {
  const w = useWords(visitWords)
  const { lang } = useSettings()
  const present = useNow()
  return ({ last, misses }, here) => {
    if (here) return w.savedHere
    if (last === null) return w.never
    if (misses > 1) return w.misses(misses)
    const day = dayOf(Date.parse(`${last.day}T12:00:00+08:00`), present, lang)
    return w.last(lang === 'zh' ? `${day}${w[last.half]}` : `${day} (${w[last.half]})`, MET_SAID[last.met][lang])
  }
}
