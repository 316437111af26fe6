/** What a line under a title still has to say of the place. */
import { publicPlace } from '../../rules/index.ts'

/** What a title does not say of the place yet: the unit or room below what it names, nothing where it names all. */
export function placeBeside(title: string, place: string): string | null {
  const named = publicPlace(place)
  return named !== '' && title.includes(named) ? place.slice(place.indexOf(named) + named.length) || null : place
}
