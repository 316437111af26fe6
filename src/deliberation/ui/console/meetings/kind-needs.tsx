/** What a kind of meeting needs, each in a line: notice, who is invited, who presides, what it may decide. [DM1] */
import { Icon, SectionTitle, useSay, useWords } from '../../../../ui-kit/index.ts'
import { decidesWords, kindRules, meetingSettings, type MeetingKind } from '../../../rules/meetings/index.ts'
import { today } from '../../parts/meetings/day.ts'
import { meetingWords } from './meeting-words.ts'

export function KindNeeds({ kind }: { kind: MeetingKind }) {
  const w = useWords(meetingWords)
  const say = useSay()
  const rule = kindRules[kind]
  const settings = meetingSettings(today())
  const quorum = settings.quorum[kind]
  const invites = { talk: [w.needResidents], deliberation: [w.needParties, w.needResidents], hearing: [w.needParties, w.needExpert],
    evaluation: [w.needRaised],
    regular: [w.needMembers] }[kind]
  const lines = [say(decidesWords[rule.decides]), w.needNotice(settings.noticeDays[kind]), ...invites,
    kind === 'regular' ? w.needMajority : quorum > 0 ? w.needQuorum(quorum) : '',
    rule.presides === 'nobody_with_a_side' ? w.needNeutral : rule.presides === 'not_the_judged' ? w.needNotJudged : '', w.needPosted]
  return <section className="me-needs"><SectionTitle rule="hair">{w.needs}</SectionTitle>
    <ul>{lines.filter((line) => line !== '').map((line) => <li key={line}><Icon name="right" size={14} /><span>{line}</span></li>)}</ul>
    <p className="lk-caption">{w.ownDefault}</p>
  </section>
}
