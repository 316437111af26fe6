/** Counting again: which expression holds, motions and elections. Whole numbers only. From docs/ballot-format.md, sections 6 to 8. */
import { countBudget } from './budget.mjs'

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

const inOrder = said => said === '' || said.split(',').every((word, n, all) => n === 0 || all[n - 1] < word)

/** What a ballot says to one question, '' where it does not name it; undefined when the text is no ballot's. Section 1. */
export function saidTo(content, question) {
  const lines = content.split('\n').map(line => /^(q[1-9][0-9]{0,2})=((?:[a-z][a-z0-9_]{0,31}(?:,[a-z][a-z0-9_]{0,31})*)?)$/.exec(line))
  if (!lines.every(line => line && inOrder(line[2])) || new Set(lines.map(line => line[1])).size !== lines.length) return undefined
  return lines.find(line => line[1] === question)?.[2] ?? ''
}

/**
 * What holds of what each pseudonym said to one question. `choices`: lines of the count file; `isValid` says of an answer whether it is one. Answers
 * the lines that hold, with `said`, and who said more than one valid thing. Section 6.
 */
export function holding(choices, question, holds, isValid) {
  const by = new Map()
  for (const one of choices) {
    const said = saidTo(one.content, question)
    if (said === undefined || !isValid(said)) continue
    const given = by.get(one.pseudonym)
    if (given) given.push({ ...one, said })
    else by.set(one.pseudonym, [{ ...one, said }])
  }
  const [held, conflicts] = [[], []]
  for (const pseudonym of [...by.keys()].sort(order)) {
    const given = by.get(pseudonym).sort((a, b) => a.seq - b.seq)
    const paper = given.filter(({ channel }) => channel !== 'phone')
    const among = holds === 'paper_first' && paper.length > 0 ? paper : given
    const one = holds === 'last' ? among[among.length - 1] : among[0]
    held.push(one)
    if (given.length > 1) conflicts.push({ pseudonym, held: one.seq })
  }
  return { held, conflicts }
}

const sum = all => all.reduce(({ area, heads }, one) => ({ area: area + BigInt(one.area), heads: heads + BigInt(one.heads) }),
  { area: 0n, heads: 0n })
const plus = (a, b) => ({ area: a.area + b.area, heads: a.heads + b.heads })
const plain = ({ area, heads }) => ({ area: Number(area), heads: Number(heads) })
const measure = ({ area, heads }) => ({ area: BigInt(area), heads: BigInt(heads) })

/** Whether a part of a whole reaches a share, crosswise. Nothing never reaches anything. */
function reaches(part, whole, { of: [numerator, denominator], more }) {
  const [left, right] = [part * BigInt(denominator), whole * BigInt(numerator)]
  return part > 0n && (more ? left > right : left >= right)
}
const bothReach = (part, whole, share) => reaches(part.area, whole.area, share) && reaches(part.heads, whole.heads, share)

/** Totals and choices after what a court ordered. Section 6. */
function afterOrders({ totals, orders }, choices) {
  const out = new Set(orders.map(({ pseudonym }) => pseudonym))
  const struck = new Map(orders.filter(({ kind }) => kind === 'court_struck').map(one => [one.pseudonym, one]))
  const gone = sum([...struck.values()])
  const all = measure(totals)
  return { totals: { area: all.area - gone.area, heads: all.heads - gone.heads }, choices: choices.filter(({ pseudonym }) => !out.has(pseudonym)),
    stayed: orders.some(({ kind }) => kind === 'court_stayed') }
}

const words = ['agree', 'against', 'abstain']

/** The side that silence goes with: ahead of each other one by area and by heads. */
const ahead = sides => words.find(one => words.every(other => other === one
  || (sides[one].area > sides[other].area && sides[one].heads > sides[other].heads)))

function countQuestion({ id, quorum, majority }, { holds, silence }, { totals, choices, stayed }) {
  const { held, conflicts } = holding(choices, id, holds, said => said === '' || words.includes(said))
  const sides = Object.fromEntries(words.map(word => [word, sum(held.filter(({ said }) => said === word))]))
  let took = words.map(word => sides[word]).reduce(plus)
  if (silence.means !== 'not_counted' && took.heads > 0n) {
    const silent = measure(silence.delivered)
    const leader = silence.means === 'with_majority' ? ahead(sides) : undefined
    if (leader) sides[leader] = plus(sides[leader], silent)
    took = plus(took, silent)
  }
  const passed = bothReach(sides.agree, took, majority)
  const outcome = stayed ? 'stayed' : !bothReach(took, totals, quorum) ? 'no_quorum' : passed ? 'passed' : 'not_passed'
  const result = { id, took_part: plain(took), agree: plain(sides.agree), against: plain(sides.against), abstain: plain(sides.abstain), outcome }
  return { result, conflicts, fits: took.area <= totals.area && took.heads <= totals.heads }
}

/** Counts a motion. Answers its result as the count file writes it, and whether no more took part than there are. Section 7. */
function countMotion(rules, choices) {
  const after = afterOrders(rules, choices)
  const counted = rules.questions.map(question => countQuestion(question, rules, after))
  const result = { questions: counted.map(({ result: one }) => one), conflicts: counted[0]?.conflicts ?? [] }
  return { result, fits: counted.every(({ fits }) => fits) }
}

const marks = said => (said === '' ? [] : said.split(','))

/** Counts an election. Section 8. */
function countElection(rules, choices) {
  const { totals, choices: counting, stayed } = afterOrders(rules, choices)
  const valid = said => marks(said).length <= rules.most && marks(said).every(id => rules.options.includes(id))
  const { held, conflicts } = holding(counting, rules.question, rules.holds, valid)
  const votes = Object.fromEntries(rules.options.map(id => [id, sum(held.filter(({ said }) => marks(said).includes(id)))]))
  const took = sum(held)
  const quorum = bothReach(took, totals, rules.quorum)
  const [first, second] = rules.rankBy === 'heads' ? ['heads', 'area'] : ['area', 'heads']
  const lot = id => rules.lottery.order.indexOf(id)
  const reached = rules.options.filter(id => bothReach(votes[id], took, rules.majority)).sort((a, b) =>
    order(votes[b][first], votes[a][first]) || order(votes[b][second], votes[a][second]) || lot(a) - lot(b))
  const counts = quorum && !stayed
  return {
    fits: took.area <= totals.area && took.heads <= totals.heads,
    result: { took_part: plain(took), votes: Object.fromEntries(rules.options.map(id => [id, plain(votes[id])])),
      outcome: stayed ? 'stayed' : quorum ? 'elected' : 'no_quorum', elected: counts ? reached.slice(0, rules.seats) : [],
      reserves: counts ? reached.slice(rules.seats, rules.seats + rules.reserves) : [], conflicts },
  }
}

/** Shares a budget. Section 9. */
function countShares(rules, choices) {
  const { held, conflicts } = holding(choices, rules.question, rules.holds, () => true)
  const known = new Set(rules.projects.map(({ id }) => id))
  const ballots = held.map(({ said }) => [...new Set(marks(said).filter(id => known.has(id)))])
  const votes = Object.fromEntries(rules.projects.map(({ id }) => [id, 0]))
  for (const id of ballots.flat()) votes[id] += 1
  return { result: { ...countBudget(rules, ballots), votes, conflicts }, fits: held.length <= rules.totals.heads }
}

/** Counts again by the rules of a count file (read and checked): the result as the file writes it, and whether no more took part than there are. */
export const countAgain = (rules, choices) => ({ motion: countMotion, election: countElection, budget: countShares })[rules.kind](rules, choices)
