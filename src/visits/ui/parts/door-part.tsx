/** A place on the pages of doors for what another capability knows of a home; the app puts it there. */
import { Suspense, type ComponentType } from 'react'

/** What the part is told: the building, and the home whose door one stands at; null on the page of all doors, where it only has to be ready. */
export type AtDoor = { readonly building: string; readonly home: { readonly id: string; readonly name: string } | null }

let part: ComponentType<AtDoor> | null = null

/** Says what stands there; called once, before the first page is drawn. */
export function putAtDoors(component: ComponentType<AtDoor>): void { part = component }

/** The part, where the app put one. */
export function DoorPart(at: AtDoor) {
  const Part = part
  return Part === null ? null : <Suspense fallback={null}><Part {...at} /></Suspense>
}
