import { demoPlaces } from './places.ts'
import { demoPosts, demoTenures } from './posts.ts'
import { dice } from './seed.ts'
import { hourOf, iso, until } from './time.ts'
import type { DemoVisit } from './types.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

/** What captains and grid workers write down for themselves; most write nothing. */
const said = [
  '厨房下水慢，约了周末再看', '问暖气什么时候来', '老人说夜里楼道灯暗',
  '阳台花盆请他往里挪了', '孩子放寒假回来，添了两口人', '说物业费单子看不懂',
  '想学手机挂号', '电梯晚上有响声', '让带话谢谢保洁',
] as const

type Visitor = { readonly post: string; readonly person: string; readonly place: string; readonly kind: 'captain' | 'grid_worker' }

function visitors(): readonly Visitor[] {
  const posts = new Map(demoPosts().map((post) => [post.id, post]))
  return demoTenures().flatMap(({ post, person, until: left, from }) => {
    const found = posts.get(post)
    const kind = found?.kind
    if (left !== undefined || from > '2026-09-01' || !found || (kind !== 'captain' && kind !== 'grid_worker')) return []
    return [{ post, person, place: found.place, kind }]
  })
}

/**
 * Two months of visits: captains go now and then, after supper or at the weekend; grid workers in working hours. Each names a home of the building
 * or grid, whether somebody was met, and seldom a sentence. Oldest first.
 */
export function demoVisits(): DemoVisit[] {
  const places = demoPlaces()
  const inside = new Map(visitors().map(({ place }) => [place, places.find(({ id }) => id === place)?.path ?? '']))
  const rooms = places.filter(({ kind }) => kind === 'room')
  const visits = visitors().flatMap(({ post, person, place, kind }) => {
    const throws = dice(`visits ${post} ${person}`)
    const path = `${inside.get(place) ?? ''}.`
    const homes = rooms.filter((room) => room.path.startsWith(path))
    if (homes.length === 0) return []
    return Array.from({ length: kind === 'captain' ? throws.whole(5, 16) : throws.whole(18, 34) }, (): DemoVisit => {
      const day = until - throws.whole(0, 58) * DAY
      const hour = kind === 'captain' ? throws.whole(0, 2) === 0 ? throws.whole(9, 11) : throws.whole(18, 20) : throws.whole(9, 17)
      const at = Math.min(day + (hour - hourOf(day)) * HOUR + throws.whole(0, 50) * 60_000, until - throws.whole(1, 90) * 60_000)
      const met = throws.weighted([['met', 72], ['nobody', 22], ['door_closed', 6]] as const)
      return {
        home: throws.pick(homes).id, post, person, at: iso(at), met, inPerson: met !== 'met' || throws.chance(0.92),
        purpose: throws.weighted([['round', 50], ['care', 16], ['notice', 14], ['opinions', 12], ['check', 6], ['other', 2]] as const),
        said: met === 'met' && throws.chance(0.3) ? throws.pick(said) : '',
      }
    })
  })
  return visits.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.home < b.home ? -1 : 1))
}
