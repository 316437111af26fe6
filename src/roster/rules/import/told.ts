/** What the roster takes of a person that was read. */
import type { Tie, UntilSaid } from '../fields.ts'
import { isUnder } from '../reading/cells/date.ts'
import type { ReadPerson } from '../reading/types.ts'

/** Age below which somebody is a number on the home. [RO6] */
export const CHILD_UNDER = 14

/** Whether somebody is under 14 on a day; unknown counts as no. [RO6] */
export const isChild = (born: string | undefined, on: string): boolean => born !== undefined && isUnder(born, CHILD_UNDER, on)

/** A child of a household is no entry: of the row's people those who may stand in the roster, each with a name. [RO6] */
export const keptPeople = (people: readonly ReadPerson[], on: string): readonly ReadPerson[] =>
  people.filter((person) => person.name !== undefined && !isChild(person.born, on))

/** The first day of a date that says less: '1985' is 1985-01-01. Since when somebody is there counts so; a birthday does not. */
export const firstDay = (date: string): string => (date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date)

/** The last day of somebody who is told to be gone, and what it rests on: without a day the day of the file ends the tie, and is not taken for that day. [RO24] */
export function lastDay({ until, whyUntil }: ReadPerson, seenOn: string): { readonly until: string; readonly untilSaid: UntilSaid } | null {
  if (until === undefined) return whyUntil === undefined ? null : { until: seenOn, untilSaid: 'file' }
  return { until: firstDay(until), untilSaid: until.length === 4 ? 'year' : until.length === 7 ? 'month' : 'day' }
}

/** How somebody is tied to the home; who is only named lives there. */
export const tiesOf = ({ ties, until }: ReadPerson): readonly Tie[] => (ties.length > 0 || until !== undefined ? ties : ['lives'])
