/** The made-up elections: terms in office, 锦澜府's first committee in preparation, a residents' committee's timetable. The same every time. */
import { orgId } from './orgs.ts'
import { codeOf, demoPlaces, placeId } from './places.ts'
import { personId, postId } from './posts.ts'
import { familyName, nameOf } from './roster-names.ts'
import { dice, hash, uuid } from './seed.ts'

const base = Date.parse('2026-10-12T01:00:00+08:00')
const made = (key: string): string => uuid(base, `election:${key}`)
export type DemoWho = { readonly person: string; readonly post: string }
const by = (name: string, post: string): DemoWho => ({ person: personId(name), post: postId(post) })

type Role = 'chair' | 'deputy' | 'member' | 'reserve'
/** A term in office as it was filed before the product was there. */
export type DemoBody = { readonly id: string; readonly place: string; readonly keeper: string; readonly kind: 'owners_committee' | 'property_council';
  readonly seats: number
  readonly reserves: number; readonly from: string; readonly to: string;
    readonly members: readonly { readonly person: string; readonly role: Role; readonly rank: number | null }[] }

const members = (chair: string, deputy: string | null, rest: readonly string[], reserves: readonly string[]): DemoBody['members'] => [
  { person: personId(chair), role: 'chair', rank: null }, ...(deputy ? [{ person: personId(deputy), role: 'deputy' as const, rank: null }] : []),
  ...rest.map((name) => ({ person: personId(name), role: 'member' as const, rank: null })),
  ...reserves.map((name, i) => ({ person: personId(name), role: 'reserve' as const, rank: i + 1 }))]

export const demoBodies: readonly DemoBody[] = [
  { id: made('wty'), place: placeId(codeOf('wty')), keeper: orgId('own-wty'), kind: 'owners_committee', seats: 7, reserves: 2, from: '2024-06-08',
    to: '2029-06-07',
    members: members('傅明远', '秦月兰', ['许慧', '高文骏', '吴敏', '郭立新', '葛芳'], ['钟毅', '段小冬']) },
  { id: made('fjx'), place: placeId(codeOf('fjx')), keeper: orgId('own-fjx'), kind: 'property_council', seats: 7, reserves: 0, from: '2024-11-01',
    to: '2027-10-31',
    members: members('韩素云', null, ['石国栋', '邹丽君', '石桂芝', '杭小妹', '池福生', '卓根娣'], []) },
]

/** 锦澜府's register, as the residents' committee took it over from the developer's list of sales. */
export type DemoNewHome = { readonly title: string; readonly home: string; readonly building: string | null; readonly unit: string | null;
  readonly label: string
  /** 0.01 m². */
  readonly area: number
  /** Null for what the developer has not sold or handed over. */
  readonly owner: { readonly head: string; readonly id: string; readonly person: string; readonly name: string; readonly phone: string } | null }
/** Captains own a home in their building; the first free one on a middle floor. */
const seated: Readonly<Record<string, string>> = { '1-1002': '蒲晓燕', '2-1203': '商羽', '4-901': '冉志强', '5-1104': '车婷婷', '6-804': '阮文杰' }

export const newCompound = { compound: placeId(codeOf('jlf')), keeper: orgId('com-001'), since: '2026-10-20', developer: made('developer'),
  company: '云汀锦澜置业有限公司' }
export function newHomes(): readonly DemoNewHome[] {
  const rooms = demoPlaces().filter(({ kind, code }) => kind === 'room' && code.startsWith(`${codeOf('jlf')}-`))
  const labelOf = ({ buildingNo, roomNo }: (typeof rooms)[number]): string => `${buildingNo}-${roomNo}`
  const left = new Set([...rooms].filter((room) => seated[labelOf(room)] === undefined)
    .sort((a, b) => hash(`unsold ${a.code}`)[0] - hash(`unsold ${b.code}`)[0]).slice(0, 74).map(({ id }) => id))
  const d = dice('register jlf')
  return rooms.map((room, i) => {
    const label = labelOf(room)
    const name = seated[label] ?? nameOf(familyName(d), d.chance(0.5) ? 'male' : 'female', d.whole(1968, 1998), d)
    const door = Number(room.roomNo) % 100
    return { title: made(`title:${room.code}`), home: room.id, building: room.building ?? null, unit: room.unit ?? null, label,
      area: door === 1 || door === 4 ? 12_786 : 9864,
      owner: left.has(room.id) ? null : { head: made(`head:${room.code}`), id: made(`owner:${room.code}`), person: made(`person:${room.code}`), name,
        phone: `1990001${String((i * 7919 + 1307) % 10_000).padStart(4, '0')}` } }
  })
}

export type DemoCandidate = { readonly label: string; readonly by: 'self' | 'owners' | 'group'; readonly officer: string | null; readonly at: string;
  readonly promised: boolean
  readonly party: boolean | null; readonly posts: string; readonly overlap: boolean; readonly firmTie: boolean; readonly firmWords: string;
    readonly reason: string
  readonly reviews: readonly { readonly role: 'street' | 'expert'; readonly outcome: 'meets_conditions' | 'talked'; readonly at: string;
    readonly reason: string }[] }
const plain = { officer: null, promised: true, party: null, posts: '', overlap: false, firmTie: false, firmWords: '', reason: '' }
const reviewed = (day: string): DemoCandidate['reviews'] => [{ role: 'street', outcome: 'meets_conditions', at: `${day}T15:10:00+08:00`, reason: '' },
  { role: 'expert', outcome: 'talked', at: `${day}T16:30:00+08:00`, reason: '律师柏清参加' }]

/** The election that is being prepared: 43 owners asked for it in October; candidates stand, the branch has not spoken yet. */
export const newElection = {
  lead: by('林素梅', 'com-001:secretary'), street: by('贺一川', 'street:deputy'), target: by('闻素兰', 'street:build'), startedAt: '2026-11-09T09:30:00+08:00',
  seats: 5, reserves: 2, years: 5, begins: '2027-02-01', title: '选举锦澜府第一届业主委员会',
  words: '2026年10月43户业主联名申请成立业主大会，街道核查已交付的面积过半。这次选委员5名、候补2名，任期五年。',
  done: [['asked', '2026-10-12'], ['street_checked', '2026-10-21'], ['group_formed', '2026-10-30'], ['list_posted', '2026-11-02'],
    ['group_met', '2026-11-06']] as const,
  candidates: [
    { ...plain, label: '5-1104', by: 'owners', officer: personId('车婷婷'), at: '2026-11-16T10:00:00+08:00', party: true, posts: '5号楼楼栋长',
      reviews: reviewed('2026-11-18') },
    { ...plain, label: '4-901', by: 'self', officer: personId('冉志强'), at: '2026-11-16T10:20:00+08:00', posts: '4号楼楼栋长',
      reviews: reviewed('2026-11-18') },
    { ...plain, label: '1-1502', by: 'owners', at: '2026-11-16T10:40:00+08:00', party: true, posts: '造价工程师', reviews: reviewed('2026-11-19') },
    { ...plain, label: '2-604', by: 'owners', at: '2026-11-17T09:15:00+08:00', posts: '', firmTie: true, firmWords: '弟弟在锦澜物业做水电工',
      reason: '本人主动说明，业主群里公示过；涉及物业合同的议题回避', reviews: [] },
    { ...plain, label: '6-1203', by: 'self', at: '2026-11-17T14:00:00+08:00', party: true, posts: '会计', reviews: [] },
    { ...plain, label: '3-801', by: 'group', at: '2026-11-18T11:00:00+08:00', posts: '中学教师', reviews: [] },
  ] as readonly DemoCandidate[],
}

/** 听雨桥's residents' committee: days set by its election committee, nothing to vote with. */
export const residentsElection = {
  by: by('顾长河', 'com-002:secretary'), place: placeId('990106003002'), startedAt: '2026-11-05T09:00:00+08:00', seats: 7, years: 5,
    begins: '2027-01-04',
  set: [['voters_posted', '2026-11-30'], ['list_corrected', '2026-12-08'], ['candidates_nominated', '2026-12-12'],
    ['candidates_posted', '2026-12-15'], ['officials_named', '2026-12-18'],
    ['election_day', '2026-12-26']] as const,
  done: [['commission_formed', '2026-11-06'], ['plan_posted', '2026-11-10'], ['voters_registered', '2026-11-19']] as const,
}
