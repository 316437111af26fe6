import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closedTo, contactOf, homesToOffer, inPersonShare, mayRecord, nextHome, whenVisited, type DoorHome } from './index.ts'

const DAY = 86_400_000
const noon = Date.parse('2026-11-20T04:00:00Z')

test('[V1] captain, grid, community and branch record visits, at a door and nowhere else', () => {
  expect(mayRecord(['captain'], 'room').ok).toBe(true)
  expect(mayRecord(['branch'], 'unit').ok).toBe(true)
  for (const audience of ['firm', 'owners', 'street', 'station', 'public']) expect(mayRecord([audience], 'room').ok).toBe(false)
  for (const kind of ['compound', 'community', 'spot']) expect(mayRecord(['grid'], kind).ok).toBe(false)
})

test('[V2] a phone whose clock is a day off says the same moment as one that is right', () => {
  const twoHoursAgo = noon - 2 * 3_600_000
  for (const off of [0, DAY, -DAY, 400 * DAY]) {
    expect(whenVisited(noon, { at: twoHoursAgo + off, now: noon + off })).toEqual({ happenedAt: twoHoursAgo, aheadMs: off })
  }
})

test('[V2] whatever a phone says, a visit lies neither in the future nor more than 31 days back', () => {
  fc.assert(fc.property(fc.integer({ min: -1e14, max: 1e14 }), fc.integer({ min: -1e14, max: 1e14 }), (at, now) => {
    const { happenedAt } = whenVisited(noon, { at, now })
    return happenedAt <= noon && happenedAt >= noon - 31 * DAY
  }))
  expect(whenVisited(noon, null)).toEqual({ happenedAt: noon, aheadMs: 0 })
})

test('[V6] met at the door is in person, a call or a link is on a screen, a closed door is a miss', () => {
  const visit = (met: string, in_person: boolean) => contactOf({ kind: 'visit.recorded', facts: { met, in_person } })
  expect([visit('met', true), visit('met', false), visit('nobody', true), visit('door_closed', true)]).toEqual(['in_person', 'on_screen', 'missed', 'missed'])
  expect(contactOf({ kind: 'matter.verdict', facts: { via: 'door' } })).toBe('in_person')
  expect(contactOf({ kind: 'matter.verdict', facts: { via: 'link' } })).toBe('on_screen')
  expect(contactOf({ kind: 'matter.filed', facts: { channel: 'qr' } })).toBeNull()
})

test('[V6] a share comes with its base, and is nothing where there was no contact', () => {
  expect(inPersonShare({ inPerson: 3, onScreen: 1 })).toEqual({ share: 0.75, base: 4 })
  expect(inPersonShare({ inPerson: 0, onScreen: 0 })).toBeNull()
})

test('[V7] a visit about a quarrel is closed to captain and branch, all others to nobody', () => {
  expect(closedTo('dispute')).toEqual(['captain', 'branch'])
  expect(closedTo('care')).toEqual([])
})

const home = (id: string, day?: string, misses = 0): DoorHome =>
  ({ id, name: id, unit: '1', floor: 1, misses, last: day === undefined ? null : { day, half: 'am', met: misses > 0 ? 'nobody' : 'met' } })

test('the next home is the next door, and after the last the first', () => {
  const homes = ['101', '102', '201'].map((id) => home(id))
  expect(nextHome(homes, '102')?.id).toBe('201')
  expect(nextHome(homes, '201')?.id).toBe('101')
  expect(nextHome([home('101')], '101')).toBeNull()
})

test('offered first: where nobody was met, then never visited, then longest ago; today’s are left out', () => {
  const homes = [home('old', '2026-10-01'), home('new'), home('missed', '2026-11-18', 3), home('today', '2026-11-20', 1), home('older', '2026-09-01')]
  expect(homesToOffer(homes, '2026-11-20', 9).map(({ id }) => id)).toEqual(['missed', 'new', 'older', 'old'])
  const winter = [home('met', '2026-11-30'), home('missed in summer', '2026-06-01', 2), home('missed', '2026-12-20', 1)]
  expect(homesToOffer(winter, '2027-01-10', 1).map(({ id }) => id)).toEqual(['missed'])
})
