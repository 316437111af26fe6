import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { change, released, type Change } from '../change.ts'
import { stopped } from '../clock-state.ts'
import { begin, changePace, type Moment } from '../clocks.ts'
import type { Matter, PartyKind, Standing } from '../matter.ts'
import { mayMove } from '../moves.ts'
import { passing } from './ruling.ts'
import type { WhistleTerms } from '../whistle-pack.ts'

export type Station = { readonly org: string; readonly kind: PartyKind; readonly name: string; readonly task: string }
export type Whistle = { readonly lead: Station; readonly supports: readonly Station[]; readonly plan: string | null; readonly said: string }

function wrongStation(matter: Matter, stations: readonly Station[]): Result<never> | undefined {
  const utility = stations.find((s) => s.kind !== 'station')
  if (utility) {
    return refuse({ code: 'wrong_party', rule: 'M12', explain: { zh: `“${utility.name}”不是职能部门的派出机构，吹不了哨：企业发联系单，小区各方直接派单。`,
      en: `${utility.name} is no local station of an organ: an enterprise gets a contact slip, a party of the compound is assigned.` } })
  }
  if (new Set(stations.map((s) => s.org)).size !== stations.length) {
    return refuse({ code: 'twice', rule: 'M12', explain: { zh: '同一个部门不用请两次。', en: 'One station is asked once.' } })
  }
  return matter.closedTo.includes('station')
    ? refuse({ code: 'closed_to_party', rule: 'M4', explain: { zh: '这件事只给社区指定的人看，不能吹哨。', en: 'This matter is closed to stations.' } }) : undefined
}

const dueIn = (op: ReturnType<typeof begin>): number | null => (op.op === 'start' ? op.due : null)

/**
 * [M12] A whistle names situation, lead and supports; each must report in by its deadline. Only the posts of the pack may blow, only local
 * stations hear it.
 */
export function decideWhistle(matter: Matter, standing: Standing, terms: WhistleTerms, given: Whistle, moment: Moment): Result<Change> {
  const may = mayMove('whistle', matter, standing)
  if (!may.ok) return may
  if (standing.postKind === null || !terms.mayBlow.includes(standing.postKind)) {
    return refuse({
      code: 'may_not_blow', rule: 'M12', source: terms.source,
      explain: { zh: '这种情形您的岗位不能吹哨，请社区书记来吹。', en: 'Your post may not blow for this situation: ask the community secretary.' },
    })
  }
  const stations = [given.lead, ...given.supports]
  const wrong = wrongStation(matter, stations)
  if (wrong) return wrong
  const called = stations.map((s, index) => ({ ...s, lead: index === 0,
    report: begin({ stage: 'report_in', pace: index === 0 ? terms.leadReport : terms.supportReport, by: s.org, why: 'whistle', org: s.org }, moment),
    finish: begin({ stage: 'finish', pace: terms.finish, by: s.org, why: 'whistle', org: s.org }, moment) }))
  return ok(change('whistle', {
    facts: { situation: terms.situation, plan: given.plan ?? undefined, lead: given.lead.org, supports: given.supports.length, pack: terms.pack },
    said: given.said,
    set: { state: 'whistled', heldBy: given.lead.org, heldPost: null, passes: passing(matter, given.lead.org), situation: terms.situation, plan: given.plan },
    parties: [...released(matter, stations.map((s) => s.org)), ...called.map(({ org, lead, task, report, finish }) => ({
      org, role: lead ? 'lead' as const : 'support' as const, state: 'asked' as const, task, reportBy: dueIn(report), finishBy: dueIn(finish),
    }))],
    clocks: [...stopped(matter.clocks, 'whistle', ['sign', 'finish', 'report_in']), ...called.flatMap(({ report, finish }) => [report, finish]),
      ...(terms.reply ? changePace(matter, { stage: 'reply', pace: terms.reply, by: matter.accountable, why: 'whistle' }, moment) : [])],
    tell: [...stations.map((s) => ({ to: { org: s.org }, template: 'matter.whistled' as const })), { to: 'reporter', template: 'matter.moved' }],
  }))
}

/** [M13] Reporting in ends the party's first deadline; the one to finish has run since the whistle. */
export function decideReportIn(matter: Matter, standing: Standing, note: string, { at }: Moment, whistledAt: number): Result<Change> {
  const may = mayMove('report_in', matter, standing)
  if (!may.ok) return may
  const party = standing.party
  if (!party) return refuse({ code: 'not_yours', rule: 'M13', explain: { zh: '这声哨没有请您的部门。', en: 'Your station was not asked.' } })
  return ok(change('report_in', {
    facts: { minutes: Math.max(0, Math.round((at - whistledAt) / 60_000)) }, said: note, work: true, parties: [{ org: party.org, state: 'reported' }],
    clocks: [{ op: 'stop', stage: 'report_in', org: party.org, why: 'reported_in' }],
    tell: [{ to: 'accountable', template: 'matter.reported_in' }],
  }))
}

/** [M14] A utility is an enterprise: it gets a contact slip and keeps no whistle deadline. The matter stays with who has it. */
export function decideSlip(
  matter: Matter, standing: Standing, given: { readonly to: string; readonly kind: PartyKind; readonly note: string; readonly urgent: boolean },
): Result<Change> {
  const may = mayMove('slip', matter, standing)
  if (!may.ok) return may
  if (given.kind !== 'utility') {
    return refuse({
      code: 'wrong_party', rule: 'M14',
      explain: { zh: '联系单发给水电气这样的企业；部门请吹哨，物业请派单。', en: 'A contact slip is for utilities; whistle a station, assign a firm.' },
    })
  }
  if (matter.closedTo.includes('utility')) {
    return refuse({
      code: 'closed_to_party', rule: 'M4', explain: { zh: '这类事不给企业看，不能发联系单。', en: 'This kind of matter is closed to enterprises: no slip.' },
    })
  }
  return ok(change('slip', {
    facts: { to: given.to, urgent: given.urgent }, said: given.note, work: true,
    parties: [{ org: given.to, role: 'slip', state: 'asked', task: given.note }],
    tell: [{ to: { org: given.to }, template: given.urgent ? 'matter.slip_urgent' : 'matter.slip' }],
  }))
}

/** [M14] The answer to a slip, by the utility or typed in for it, with the outside number where there is one. */
export function decideSlipAnswer(
  matter: Matter, standing: Standing, given: { readonly from: string; readonly note: string; readonly outsideNumber?: string | undefined },
): Result<Change> {
  const may = mayMove('slip_answer', matter, standing)
  if (!may.ok) return may
  if (standing.party?.role === 'slip' && standing.party.org !== given.from) {
    return refuse({
      code: 'not_yours', rule: 'M14', explain: { zh: '只能答复发给自己单位的联系单。', en: 'Only the slip that your own enterprise got can be answered.' },
    })
  }
  const slip = matter.parties.find((p) => p.org === given.from && p.role === 'slip' && p.state === 'asked')
  if (!slip) {
    return refuse({
      code: 'no_slip', rule: 'M14', explain: { zh: '没有发给这家单位、还在等答复的联系单。', en: 'No slip to this enterprise is waiting for an answer.' },
    })
  }
  return ok(change('slip_answer', {
    facts: { from: given.from }, said: given.note,
    parties: [{ org: given.from, state: 'answered', ...(given.outsideNumber ? { outsideNumber: given.outsideNumber } : {}) }],
    tell: [{ to: 'accountable', template: 'matter.slip_answered' }],
  }))
}
