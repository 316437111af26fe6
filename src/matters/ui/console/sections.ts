/** What stands in the side column, by the audience of the post: nobody is shown a door that the wall keeps shut. */
import type { ConsoleGroup, ConsoleItem } from '../../../ui-kit/index.ts'
import type { Spoken } from '../../../ui-kit/words.ts'
import type { frameWords } from './frame-words.ts'

type Counts = { readonly mine?: number; readonly following?: number; readonly supervised?: number; readonly rulings?: number }
type Words = Spoken<typeof frameWords>

const OUTSIDE: readonly string[] = ['station', 'utility', 'firm', 'owners', 'developer', 'unit']

/** Whether the post is of an organisation that is called to matters, rather than of the community or the street. */
export const isOutside = (audience: string): boolean => OUTSIDE.includes(audience)

/** What a post's first page is called. */
export function firstWord(audience: string, w: Words): string {
  if (audience === 'station') return w.toReport
  return audience === 'utility' ? w.slips : isOutside(audience) ? w.assigned : w.inbox
}

/** Rates are of places and organisations: captains and grid workers have none. */
const hasRates = (audience: string): boolean => audience === 'community' || audience === 'street' || isOutside(audience) || audience === 'branch'

/** The four parties of a compound, and the street that reads their results. */
const atJointTable = (audience: string): boolean => ['branch', 'owners', 'community', 'firm', 'street'].includes(audience)

const INSIDE: readonly string[] = ['community', 'grid']

/** How many sections a screen of 900 px holds with their headings. */
const FITS = 18

/** The side column of a post: its sections in groups, the day's work first and what is looked up last, with what waits. */
export function sectionsOf(audience: string, counts: Counts, w: Words): readonly ConsoleGroup[] {
  const inside = INSIDE.includes(audience)
  const street = audience === 'street'
  const when = (shown: boolean, item: ConsoleItem): readonly ConsoleItem[] => (shown ? [item] : [])
  const first: ConsoleItem = { href: '/console', word: firstWord(audience, w), icon: audience === 'station' ? 'whistle' : 'inbox',
    count: counts.mine, urgent: true }
  const overview = !isOutside(audience)
  const after: ConsoleItem = { href: '/console/whistles', word: w.afterWhistles, icon: 'check' }
  const groups: readonly ConsoleGroup[] = [
    { items: [first,
      ...when(!overview, { href: '/console?tab=all', word: w.everything, icon: 'group' }),
      ...when(inside || street, { href: '/console/supervision', word: w.supervision, icon: 'flag', count: counts.supervised, urgent: street }),
      ...when(street, { href: '/console/rulings', word: w.rulings, icon: 'flag', count: counts.rulings, urgent: true }),
      ...when(inside || street, { href: '/console?tab=all&state=whistled', word: w.whistles, icon: 'whistle' }),
      ...when(audience === 'station', after),
      ...when(inside || audience === 'unit', { href: '/console/disputes', word: w.disputes, icon: 'people' })] },
    { word: w.together, items: [
      ...when(['community', 'grid', 'street', 'branch', 'owners', 'firm', 'captain'].includes(audience), { href: '/console/threads', word: w.threads, icon: 'chat' }),
      ...when(['community', 'street', 'branch', 'owners', 'firm', 'station'].includes(audience), { href: '/console/meetings', word: w.meetings, icon: 'calendar' }),
      ...when(['community', 'street', 'branch', 'owners'].includes(audience), { href: '/console/polls', word: w.polls, icon: 'chart' }),
      ...when(['owners', 'community', 'branch', 'street', 'unit', 'captain', 'grid'].includes(audience), { href: '/console/votes', word: w.votes, icon: 'vote' }),
      ...when(audience === 'community' || street, { href: '/console/moderation', word: w.moderation, icon: 'eye' })] },
    { word: w.filing, items: [
      ...when(inside, { href: '/console/new', word: w.fileFor, icon: 'plus' }),
      ...when(inside, { href: '/console/paste', word: w.paste, icon: 'chat' })] },
    { word: w.turns, items: [
      ...when(inside || street || audience === 'branch', { href: '/console/return-visits', word: w.returnVisits, icon: 'chat' }),
      ...when(inside || street, { href: '/console/aside', word: w.aside, icon: 'calendar' }),
      ...when(audience === 'community' || street, after)] },
    { word: w.results, items: [
      ...when(hasRates(audience), { href: '/console/rates', word: w.rates, icon: 'chart' }),
      ...when(inside || street || audience === 'branch', { href: '/console/contact', word: w.contact, icon: 'door' }),
      { href: '/console/boards', word: w.boards, icon: 'board' }] },
    { word: w.standing, items: [
      ...when(atJointTable(audience), { href: '/console/joint', word: w.joint, icon: 'group' }),
      ...when(['community', 'branch', 'street'].includes(audience), { href: '/console/bodies', word: w.bodies, icon: 'group' }),
      ...when(['community', 'branch'].includes(audience), { href: '/console/covenants', word: w.covenants, icon: 'doc' }),
      ...when(['owners', 'community', 'branch', 'street'].includes(audience), { href: '/console/elections', word: w.elections, icon: 'people' }),
      ...when(audience === 'community' || street, { href: '/console/projects', word: w.projects, icon: 'pin' })] },
    { word: w.homes, items: [
      ...when(inside || street, { href: '/console/roster', word: w.roster, icon: 'person' }),
      ...when(audience === 'community', { href: '/console/roster/import', word: w.rosterImport, icon: 'plus' }),
      ...when(audience === 'community', { href: '/console/requests', word: w.dataRequests, icon: 'chat' }),
      ...when(inside, { href: '/console/roster/decide', word: w.rosterDecide, icon: 'flag' }),
      ...when(audience === 'community', { href: '/console/roster/care', word: w.care, icon: 'door' }),
      ...when(audience === 'community', { href: '/console/roster/law', word: w.law, icon: 'lock' }),
      ...when(audience === 'branch', { href: '/console/branch', word: w.branchList, icon: 'lock' }),
      ...when(audience === 'owners' || audience === 'community', { href: '/console/register', word: w.register, icon: 'home' }),
      ...when(inside || street, { href: '/console/sizing', word: w.sizing, icon: 'home' }),
      ...when(audience === 'community' || street, { href: '/console/places', word: w.placesTable, icon: 'pin' }),
      ...when(audience === 'community' || street, { href: '/console/compounds', word: w.compounds, icon: 'board' })] },
    { word: w.bases, items: [
      ...when(overview, { href: '/console/chain', word: w.chain, icon: 'people' }),
      ...when(overview, { href: '/console/time', word: w.time, icon: 'calendar' }),
      ...when(inside || street || audience === 'station', { href: '/console/whistle-list', word: w.whistleList, icon: 'whistle' }),
      ...when(inside || street, { href: '/console/posters', word: w.posters, icon: 'print' }),
      ...when(audience === 'community' || street, { href: '/console/stuck', word: w.stuck, icon: 'send' }),
      { href: '/console/acts', word: w.acts, icon: 'doc' }] },
  ]
  const filled = groups.filter(({ items }) => items.length > 0)
  // Longer than a low screen: what is looked up now and then stands folded below what is worked with.
  const long = filled.reduce((sum, { items }) => sum + items.length, 0) > FITS
  return filled.map((group) => (long && (group.word === w.standing || group.word === w.homes || group.word === w.bases) ? { ...group, folded: true } : group))
}
