/** What stands in the side column, by the audience of the post: nobody is shown a door that the wall keeps shut. */
import type { ConsoleGroup, ConsoleItem, IconName } from '../../../ui-kit/index.ts'
import type { Spoken } from '../../../ui-kit/words.ts'
import type { frameWords } from './frame-words.ts'
import type { sectionLines } from './section-lines.ts'

type Counts = { readonly mine?: number; readonly following?: number; readonly supervised?: number; readonly rulings?: number }
type Words = Spoken<typeof frameWords>
type Lines = Spoken<typeof sectionLines>
type Name = keyof Words & keyof Lines
/** A section: its address, its name, its drawing, and the audiences of the posts that work with it. */
type Row = readonly [href: string, name: Name, icon: IconName, who: readonly string[]]

const OUTSIDE: readonly string[] = ['station', 'utility', 'firm', 'owners', 'developer', 'unit']

/** Whether the post is of an organisation that is called to matters, rather than of the community or the street. */
export const isOutside = (audience: string): boolean => OUTSIDE.includes(audience)

const firstName = (audience: string) => (audience === 'station' ? 'toReport' as const : audience === 'utility' ? 'slips' as const
  : isOutside(audience) ? 'assigned' as const : 'inbox' as const)

/** What a post's first page is called. */
export const firstWord = (audience: string, w: Words): string => w[firstName(audience)]

const inside = ['community', 'grid']
const office = ['community', 'street']
const overview = ['community', 'grid', 'street', 'branch', 'captain']
const everybody = [...overview, ...OUTSIDE]
/** The four parties of a compound, and the street that reads their results. */
const table = ['branch', 'owners', 'community', 'firm', 'street']
const voting = ['owners', 'community', 'branch', 'street']

/** In the order of a day's work: what waits, what is talked about, whom one goes to; then what is looked back on, and what is set up once. */
const TABLE: readonly { readonly group?: 'together' | 'homes' | 'back' | 'standing' | 'places' | 'bases'; readonly rows: readonly Row[] }[] = [
  { rows: [
    ['/console?tab=all', 'everything', 'group', OUTSIDE],
    ['/console/supervision', 'supervision', 'flag', [...inside, 'street']],
    ['/console/rulings', 'rulings', 'scale', ['street']],
    ['/console?tab=all&state=whistled', 'whistles', 'whistle', [...inside, 'street']],
    ['/console/whistles', 'afterWhistles', 'check', ['station']],
    ['/console/disputes', 'disputes', 'people', [...inside, 'unit']],
    ['/console/return-visits', 'returnVisits', 'phone', [...inside, 'street', 'branch']],
    ['/console/new', 'fileFor', 'plus', inside],
    ['/console/paste', 'paste', 'paste', inside]] },
  { group: 'together', rows: [
    ['/console/threads', 'threads', 'chat', [...table, 'grid', 'captain']],
    ['/console/meetings', 'meetings', 'calendar', [...table, 'station']],
    ['/console/polls', 'polls', 'chart', voting],
    ['/console/votes', 'votes', 'vote', [...voting, 'unit', 'captain', 'grid']],
    ['/console/moderation', 'moderation', 'eye', office]] },
  { group: 'homes', rows: [
    ['/console/roster', 'roster', 'home', [...inside, 'street']],
    ['/console/roster/decide', 'rosterDecide', 'flag', inside],
    ['/console/roster/care', 'care', 'door', ['community']],
    ['/console/requests', 'dataRequests', 'person', ['community']],
    ['/console/roster/law', 'law', 'lock', ['community']],
    ['/console/roster/import', 'rosterImport', 'download', ['community']],
    ['/console/branch', 'branchList', 'lock', ['branch']]] },
  { group: 'back', rows: [
    ['/console/rates', 'rates', 'chart', ['community', 'street', 'branch', ...OUTSIDE]],
    ['/console/contact', 'contact', 'door', [...inside, 'street', 'branch']],
    ['/console/boards', 'boards', 'board', everybody],
    ['/console/aside', 'aside', 'pause', [...inside, 'street']],
    ['/console/whistles', 'afterWhistles', 'check', office]] },
  { group: 'standing', rows: [
    ['/console/joint', 'joint', 'group', table],
    ['/console/bodies', 'bodies', 'people', ['community', 'branch', 'street']],
    ['/console/covenants', 'covenants', 'doc', ['community', 'branch']],
    ['/console/elections', 'elections', 'vote', voting],
    ['/console/register', 'register', 'person', ['owners', 'community']],
    ['/console/projects', 'projects', 'flag', office]] },
  { group: 'places', rows: [
    ['/console/chain', 'chain', 'people', overview],
    ['/console/compounds', 'compounds', 'board', office],
    ['/console/sizing', 'sizing', 'chart', [...inside, 'street']],
    ['/console/places', 'placesTable', 'pin', office],
    ['/console/posters', 'posters', 'print', [...inside, 'street']]] },
  { group: 'bases', rows: [
    ['/console/time', 'time', 'calendar', overview],
    ['/console/whistle-list', 'whistleList', 'whistle', [...inside, 'street', 'station']],
    ['/console/stuck', 'stuck', 'send', office],
    ['/console/acts', 'acts', 'doc', everybody]] },
]

/** Pages that stand behind a button of another page; ⌘K goes to them too. */
const BEHIND: readonly Row[] = [
  ['/console/meetings/new', 'newMeeting', 'plus', voting],
  ['/console/threads/new', 'newThread', 'plus', [...table, 'grid', 'captain']],
  ['/console/disputes/new', 'newDispute', 'plus', inside],
  ['/console/cards', 'cards', 'print', ['community']],
  ['/console/places/plan', 'plan', 'pin', office],
]

/** How many sections a screen of 900 px holds with the headings of the others. */
const FITS = 18

const toItem = ([href, name, icon]: Row, w: Words, l: Lines): ConsoleItem => ({ href, word: w[name], what: l[name], icon })

/** What `audience` opens from other pages only, for ⌘K. */
export const pagesBehind = (audience: string, w: Words, l: Lines): readonly ConsoleItem[] => BEHIND.filter(([, , , who]) => who.includes(audience))
  .map((row) => toItem(row, w, l))

/** The side column of a post: its sections in groups, the day's work first and what is set up once last, with what waits. */
export function sectionsOf(audience: string, counts: Counts, w: Words, l: Lines): readonly ConsoleGroup[] {
  const first: ConsoleItem = { href: '/console', word: firstWord(audience, w), what: l[firstName(audience)],
    icon: audience === 'station' ? 'whistle' : 'inbox', count: counts.mine, urgent: true }
  const waiting: Readonly<Record<string, Pick<ConsoleItem, 'count' | 'urgent'>>> = {
    '/console/supervision': { count: counts.supervised, urgent: audience === 'street' },
    '/console/rulings': { count: counts.rulings, urgent: true },
  }
  const groups = TABLE.map(({ group, rows }): ConsoleGroup => {
    const items = rows.filter(([, , , who]) => who.includes(audience)).map((row) => ({ ...toItem(row, w, l), ...waiting[row[0]] }))
    return group ? { word: w[group], items } : { items: [first, ...items] }
  }).filter(({ items }) => items.length > 0)
  // Longer than a low screen: what is looked up now and then stands folded below what is worked with.
  let shown = 0
  return groups.map((group) => {
    shown += group.items.length
    return shown > FITS ? { ...group, folded: true } : group
  })
}
