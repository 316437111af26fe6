export { savePlaces, type SavedPlace } from './commands/save-places.ts'
export type { PlaceInput } from './store/place-row.ts'
export { ancestors, children, doorCodeOf, placeByCode, placeByDoor, placeById, placesWithin, type PlaceView } from './views/place.ts'
export { lookUp, type LookUpOptions } from './views/look-up.ts'
