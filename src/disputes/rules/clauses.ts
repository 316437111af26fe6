import { ok, refuse, type Result } from '../../kit/pure.ts'
import { dangersIn } from '../../matters/rules/index.ts'
import type { Clause } from './dispute.ts'
import { ENDS_COMPLAINT, LIMITS } from './packs/clause-limits.ts'
import { LAW, MONEY_BASES } from './packs/law.ts'

/** The largest amount of one clause: ten million yuan, in fen. */
export const MOST_FEN = 1_000_000_000

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
const bad = (code: string, zh: string, en: string) => refuse({ code, rule: 'D9', explain: { zh, en } })

/** [D2] Words of violence, of harm to a child or of suicide are not for mediation: refused, with where they go instead. */
export function checkWords(text: string): Result<true> {
  const danger = dangersIn(text).find((one) => one.namedWorker)
  if (!danger) return ok(true as const)
  return refuse({
    code: 'not_for_mediation', rule: 'D2', source: danger.source ?? LAW.violence,
    explain: {
      zh: `这里面有“${danger.name.zh}”，不能调解。有人正受伤害，先打110；同时告诉社区的专人，请按“代填一件”报上去。`,
      en: `There are signs of ${danger.name.en.toLowerCase()}: not for mediation. `
        + 'If somebody is in danger call 110 first, and file it for the named worker.',
    },
  })
}

function checkClause(clause: Clause, today: string): Result<boolean> {
  const words = plain(clause.what)
  if (words.length < 2) return bad('clause_empty', `第${clause.n}条还没写做什么。`, `Clause ${clause.n} does not say what is to be done.`)
  if (clause.until < today) return bad('clause_past', `第${clause.n}条的日期已经过了。`, `The day of clause ${clause.n} has passed.`)
  const limit = LIMITS.find(({ patterns }) => patterns.some((pattern) => pattern.test(words)))
  if (limit) {
    return refuse({ code: `clause_${limit.code}`, rule: 'D9', source: limit.source,
      explain: { zh: `第${clause.n}条不能这样写：${limit.say.zh}`, en: `Clause ${clause.n} cannot stand: ${limit.say.en}` } })
  }
  const ends = ENDS_COMPLAINT.some((pattern) => pattern.test(words))
  if (clause.fen !== null && !(Number.isSafeInteger(clause.fen) && clause.fen > 0 && clause.fen <= MOST_FEN)) {
    return bad('clause_amount', `第${clause.n}条的金额不对。`, `The amount of clause ${clause.n} is not right.`)
  }
  if (clause.fen !== null && !MONEY_BASES.some(({ code }) => code === clause.basis)) {
    return bad('clause_basis', `第${clause.n}条有钱，要选一条依据。`, `Clause ${clause.n} names money: choose what it rests on.`)
  }
  return ok(ends && clause.fen !== null)
}

/**
 * [D9] Whether clauses may stand in an agreement; answers whether a second person has to look, because money goes with the end of a complaint
 * (M55). `today` is 'YYYY-MM-DD'.
 */
export function checkClauses(clauses: readonly Clause[], today: string): Result<boolean> {
  if (clauses.length === 0) return bad('no_clause', '协议里至少写一条：谁、做什么、到哪天。', 'An agreement needs at least one clause: who, what, until when.')
  const endsAnywhere = clauses.some(({ what }) => ENDS_COMPLAINT.some((pattern) => pattern.test(plain(what))))
  let second = endsAnywhere && clauses.some(({ fen }) => fen !== null)
  for (const clause of clauses) {
    const checked = checkClause(clause, today)
    if (!checked.ok) return checked
    second ||= checked.value
  }
  return ok(second)
}
