/** What each entry of a story says after the name of who did it. */
import type { Said } from '../../../kit/pure.ts'
import { HAND_OVER_REASONS, reasonOf, REJECT_REASONS, SITUATIONS, UNABLE_REASONS, type Reason } from '../../rules/index.ts'
import { moreSays } from '../parts/story-more.ts'
import type { StoryEntry } from '../staff-api.ts'

const said = (zh: string, en: string): Said => ({ zh, en })
const channels: Readonly<Record<string, Said>> = {
  qr: said('扫门口的码报的', 'reported by the code at the door'), page: said('在网页上报的', 'reported on the page'),
  captain: said('楼栋长代报', 'reported for somebody (captain)'),
  grid: said('网格员代报', 'reported for somebody (grid)'), desk: said('在社区窗口报的', 'reported at the desk'), phone: said('打电话报的', 'reported by telephone'),
  reception: said('接待日记下的', 'taken down on reception day'), chat: said('从群聊转来', 'came from a chat'), import: said('导入的', 'imported'),
}
const outcomes: Readonly<Record<string, Said>> = {
  solved: said('办好了', 'says that it is done'), unable: said('办不了，说明原因', 'could not do it, and says why'), explained: said('说明了情况', 'explained'),
  own_part: said('本部门的部分办好了', 'finished its own part'),
}

const reasonWord = (list: readonly Reason[], code: unknown): Said | null => list.find((r) => r.code === code)?.say ?? null
const join = (base: Said, more: Said | null): Said => (more ? said(`${base.zh}：${more.zh}`, `${base.en}: ${more.en}`) : base)
const yesNo = (value: unknown, yes: Said, no: Said): Said | null => (value === true ? yes : value === false ? no : null)

function verdict(facts: StoryEntry['facts']): Said {
  const satisfied = {
    yes: said('满意', 'satisfied'), basically: said('基本满意', 'satisfied on the whole'), no: said('不满意', 'not satisfied'),
  }[String(facts.satisfied)]
    ?? null
  const parts = [
    facts.reached === false && facts.solved === undefined ? said('没联系上报的人', 'the reporter could not be reached')
      : yesNo(facts.reached, said('联系过', 'was contacted'), said('没人联系', 'was not contacted')),
    yesNo(facts.solved, said('解决了', 'solved'), said('没解决', 'not solved')), satisfied,
  ]
    .filter((p) => p !== null)
  return said(`三问：${parts.map((p) => p.zh).join('，')}`, `answers: ${parts.map((p) => p.en).join(', ')}`)
}

/** The words after the name: '转交给楼栋长：不在我负责的地方'. */
export function entrySays(entry: StoryEntry): Said {
  const { kind, facts, to } = entry
  const towards = (zh: string, en: string) => (to ? said(`${zh}${to}`, `${en} ${to}`) : said(zh.replace(/[给请]$/, ''), en.replace(/ to$/, '')))
  switch (kind) {
    case 'filed': return channels[String(facts.channel)] ?? said('报了这件事', 'filed it')
    case 'take': return said('接了，来办', 'took it on')
    case 'finish': return join(outcomes[String(facts.outcome)] ?? said('办完', 'finished'), reasonWord(UNABLE_REASONS, facts.reason))
    case 'hand_over': return join(towards('转交给', 'handed over to'), reasonWord(HAND_OVER_REASONS, facts.reason))
    case 'assign': return towards('派给', 'assigned to')
    case 'whistle': {
      const base = join(said('吹哨', 'blew a whistle'), SITUATIONS.find((s) => s.code === facts.situation)?.name ?? null)
      return to ? said(`${base.zh}，请${to}牵头`, `${base.en}; lead: ${to}`) : base
    }
    case 'slip': return towards('发联系单给', 'sent a contact slip to')
    case 'slip_answer': return said('记下联系单的答复', 'entered the answer to the slip')
    case 'report_in': return said('报到了', 'reported in')
    case 'log': return said('记了办理经过', 'logged work')
    case 'verify': return facts.pass === false ? join(said('复核没过，退回', 'sent it back'), reasonWord(REJECT_REASONS, facts.reason))
      : said('复核通过，请报的人评', 'verified; the reporter is asked')
    case 'verdict': return verdict(facts)
    case 'reopen': return said('重新办，第二次', 'reopened')
    case 'note': return said('补了一句', 'added a note')
    case 'withdraw': return join(said('撤回了', 'took it back'), reasonOf('withdraw', entry.said)?.say ?? null)
    case 'title': return said('定了公开标题', 'approved the public title')
    case 'release_photo': return said('放出或收回一张照片', 'released a photo or took it back')
    case 'board': return facts.shown === false ? said('不让上公开栏', 'took it off the board') : said('同意上公开栏', 'put it on the board')
    case 'remind': return said('催办', 'reminded who has it')
    case 'supervise': return said('列入街道督办', 'put it under the street’s supervision')
    case 'close': return said('到期没有评，办结', 'closed without a verdict')
    default: return moreSays(entry) ?? said('动了一下', 'did something')
  }
}
