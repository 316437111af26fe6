/** What the roster takes of a person that was read. */
import type { Tie } from '../fields.ts'
import type { ReadPerson } from '../reading/types.ts'

/** Age below which somebody is a number on the home. [RO6] */
export const CHILD_UNDER = 14

/** The day on which somebody born so (whole or partial date) is `years` old at the latest; 'YYYY-MM-DD'. */
const birthday = (born: string, years: number): string => {
  const [year = '', month = '12', day = '31'] = born.split('-')
  return `${String(Number(year) + years).padStart(4, '0')}-${month}-${day}`
}

/** Whether somebody is under 14 on a day; unknown counts as no. [RO6] */
export const isChild = (born: string | undefined, on: string): boolean => born !== undefined && birthday(born, CHILD_UNDER) > on

/** A child of a household is no entry: of the row's people those who may stand in the roster, each with a name. [RO6] */
export const keptPeople = (people: readonly ReadPerson[], on: string): readonly ReadPerson[] =>
  people.filter((person) => person.name !== undefined && !isChild(person.born, on))

/** The first day of a date that says less: '1985' is 1985-01-01. Since when somebody is there counts so; a birthday does not. */
export const firstDay = (date: string): string => (date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date)

/** How somebody is tied to the home; who is only named lives there. */
export const tiesOf = ({ ties, until }: ReadPerson): readonly Tie[] => (ties.length > 0 || until !== undefined ? ties : ['lives'])
