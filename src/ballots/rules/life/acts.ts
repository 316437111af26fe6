import { code, codeOf, codes, day, defineActs, flag, id, maybe, whole } from '../../../record/rules/index.ts'
import { EVENT_KINDS } from '../events.ts'
import { VACANT_SOURCES } from '../vacant-homes.ts'
import { CHANNELS, VOTE_KINDS } from '../vote.ts'

const channel = codeOf(...CHANNELS)

/**
 * The acts of votes. Codes, days and numbers: no names, no homes, and never what was chosen. That one ballot was given on the phone is no act, because
 * its time would tell whose it was; all ballots together are, when they are sealed.
 */
export const ballotActs = defineActs({
  'ballots.started': { say: { zh: '发起了表决', en: 'Started a vote' }, facts: { kind: codeOf(...VOTE_KINDS), item: maybe(code), started_by: code, secret: flag } },
  'ballots.noticed': { say: { zh: '张贴了表决公告', en: 'Posted the notice of a vote' }, facts: { on: day, opens: day, closes: day } },
  'ballots.doors': { say: { zh: '交来了各门栋的公告照片', en: 'Brought in photos of the notice' }, facts: { doors: whole, on: day } },
  'ballots.team': { say: { zh: '定了表决工作组', en: 'Named the ballot team' }, facts: { members: whole, scrutineers: whole } },
  'ballots.opinion': { say: { zh: '附上了意见', en: 'Gave an opinion on a vote' }, facts: { said_by: code, stance: code } },
  'ballots.step': { say: { zh: '记下了一个步骤', en: 'Entered a step of a vote' }, facts: { step: code, state: code, on: day } },
  'ballots.frozen': { say: { zh: '冻结了名册', en: 'Froze the register' }, facts: { heads: whole, area: whole, titles: whole } },
  'ballots.vacant': { say: { zh: '标出了空着没人住的房屋', en: 'Marked homes that stand empty' }, facts: { homes: whole, source: codeOf(...VACANT_SOURCES) } },
  'ballots.home_back': { say: { zh: '把一户补进了名册', en: 'Took a home back into the register' }, facts: { heads: whole } },
  'ballots.opened': { say: { zh: '开始投票', en: 'Opened the vote' }, facts: {} },
  'ballots.delivered': { say: { zh: '登记了送达', en: 'Entered deliveries' }, facts: { titles: whole } },
  'ballots.envelopes': { say: { zh: '收下了纸质票', en: 'Took in paper ballots' }, facts: { channel, ballots: whole } },
  'ballots.slips': { say: { zh: '印了纸质票条', en: 'Made paper slips for those without a phone' }, facts: { slips: whole, building: maybe(id) } },
  'ballots.slip_void': { say: { zh: '补发了一张票条，旧的作废', en: 'Replaced a slip; the old one is void' }, facts: { building: maybe(id) } },
  'ballots.changed': { say: { zh: '登记了一户的变化', en: 'Entered what happened to a home' }, facts: { elector: maybe(id), kind: codeOf(...EVENT_KINDS), on: day } },
  'ballots.lifted': { say: { zh: '撤回了一户的停投', en: 'Lifted what kept a home from voting' }, facts: { elector: id } },
  'ballots.closed': { say: { zh: '截止投票', en: 'Closed the vote' }, facts: { heads: whole, area: whole } },
  'ballots.entered': { say: { zh: '录入了纸质票', en: 'Entered paper ballots' }, facts: { ballots: whole, equal: whole, differing: whole } },
  'ballots.looked': { say: { zh: '监票人看了一张读法不同的票', en: 'A scrutineer looked at a paper read in two ways' }, facts: { spoilt: flag } },
  'ballots.sealed': { say: { zh: '封存了全部选票', en: 'Sealed all ballots' }, facts: { vote: id, size: whole, root: codes, rules: codes } },
  'ballots.counted': { say: { zh: '计了票', en: 'Counted a vote' }, facts: { outcome: code, conflicts: whole } },
  'ballots.published': { say: { zh: '公示了结果', en: 'Posted the result' }, facts: { on: day } },
  'ballots.filed': { say: { zh: '备了案', en: 'Filed a vote' }, facts: { on: day } },
  'ballots.objected': { say: { zh: '有人提了异议', en: 'Somebody objected' }, facts: { about: code } },
  'ballots.answered': { say: { zh: '答复了异议', en: 'Answered an objection' }, facts: { objection: id } },
  'ballots.archived': { say: { zh: '归了档', en: 'Archived a vote' }, facts: {} },
  'ballots.withdrawn': { say: { zh: '撤回了表决', en: 'Withdrew a vote' }, facts: {} },
  'ballots.recount': { say: { zh: '取走了复核文件', en: 'Took the file for counting again' }, facts: { size: whole } },
  'ballots.slip': { say: { zh: '领了监票人的密钥条', en: 'Took a scrutineer’s slip' }, facts: {} },
  'ballots.asked': { say: { zh: '要求打开一户的票', en: 'Asked to open one home’s ballot' }, facts: { elector: id } },
  'ballots.opened_link': { say: { zh: '两位监票人打开了一户的票', en: 'Two scrutineers opened one home’s ballot' }, facts: { elector: id } },
  'ballots.reminded': { say: { zh: '看了还没投票的名单', en: 'Looked at who has not voted, to remind them' }, facts: { building: maybe(id) } },
})
