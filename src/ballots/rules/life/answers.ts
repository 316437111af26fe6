/** What a ballot may say: the questions of a vote, and whether an answer is one. */
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { contentOf } from '../sealed/index.ts'
import { CHOICES, type VoteKind } from '../vote.ts'

/** One question: its number, how many options may be marked, and their ids; none for agree, against, abstain. */
export type Asked = { readonly n: number; readonly pick: number; readonly options: readonly string[] }
export type Answer = { readonly n: number; readonly choose: readonly string[] }

const bad = (code: string, zh: string, en: string): { ok: false } & Result<never> => refuse({ code, rule: 'B28', explain: { zh, en } })

function saidTo(asked: Asked, choose: readonly string[], kind: VoteKind): Result<string | readonly string[]> {
  const words = asked.options.length > 0 ? asked.options : CHOICES
  const most = asked.options.length > 0 ? asked.pick : 1
  if (choose.some((one) => !words.includes(one)) || new Set(choose).size !== choose.length) {
    return bad('no_such_choice', '这张票上没有这个选项。', 'The ballot has no such choice.')
  }
  if (choose.length > most) return bad('too_many_choices', `最多选${most}项。`, `At most ${most} may be chosen.`)
  // in an election nobody has to be chosen; a motion has abstain for that
  if (choose.length === 0 && kind !== 'election') return bad('nothing_chosen', '还没有选。', 'Nothing is chosen yet.')
  return ok(asked.options.length > 0 ? choose : choose[0] ?? '')
}

/** [B28] The canonical text of a ballot's answers; refused when a question is missing, asked twice, or answered with what it does not offer. */
export function ballotContent(kind: VoteKind, questions: readonly Asked[], answers: readonly Answer[]): Result<string> {
  if (answers.length !== questions.length || new Set(answers.map(({ n }) => n)).size !== answers.length) {
    return bad('unanswered', '还有题没有选。', 'A question is not answered.')
  }
  const said: { question: string; said: string | readonly string[] }[] = []
  for (const asked of questions) {
    const answer = answers.find(({ n }) => n === asked.n)
    const one = answer ? saidTo(asked, answer.choose, kind) : bad('unanswered', '还有题没有选。', 'A question is not answered.')
    if (!one.ok) return one
    said.push({ question: `q${asked.n}`, said: one.value })
  }
  return ok(contentOf(said))
}

/** The text of a paper that can't be read or says more than it may: it answers nothing. */
export const spoiltContent = (questions: readonly Asked[]): string => contentOf(questions.map(({ n }) => ({ question: `q${n}`, said: [] })))
