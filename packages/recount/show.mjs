/** What the command prints: plain Chinese, then English. */

// what is checked comes from somebody else: nothing in it may steer the terminal
const steering = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g
const plain = text => String(text).replace(steering, '\ufffd')

const shanghai = ms => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' }).format(ms)

/** Prints checks under a title. */
export function show(title, { checks }) {
  console.log(title)
  for (const { ok, zh, en } of checks) console.log(`  ${ok ? '✓' : '✗'} ${plain(zh)}\n    ${plain(en)}`)
}

/** Prints the lines of an act. */
export function showAct(act) {
  if (!act || act.length === 0) return
  console.log('这一条  The act')
  for (const [name, value] of act) {
    const at = name === 'at' && /^\d{1,15}$/.test(value) ? `${value}  (${shanghai(Number(value))} 北京时间)` : value
    if (value !== '') console.log(`  ${plain(name)} = ${plain(at)}`)
  }
}

const area = n => `${Math.trunc(n / 100).toLocaleString('en')}.${String(n % 100).padStart(2, '0')} m²`
const both = ({ area: of, heads }) => `${heads.toLocaleString('en')} 人 heads, ${area(of)}`
const yuan = fen => `¥${Math.trunc(fen / 100).toLocaleString('en')}${fen % 100 === 0 ? '' : `.${String(fen % 100).padStart(2, '0')}`}`
const outcomes = { passed: '通过 passed', not_passed: '未通过 not passed', no_quorum: '参加的不够，不算数 too few took part', stayed: '法院令停，没有结果 stayed by a court',
  elected: '选出 elected' }

// households have one vote each: their area is one alike and says nothing
const households = ({ heads }) => `${heads.toLocaleString('en')} 户 households`
const showMotion = ({ totals, questions: asked }, { questions }) => {
  for (const [at, one] of questions.entries()) {
    const said = asked[at]?.item === 'residents_covenant' ? households : both
    console.log(`  ${one.id}  ${outcomes[one.outcome]}`)
    console.log(`    参加 took part  ${said(one.took_part)}，共 of ${said(totals)}`)
    for (const [word, zh] of [['agree', '同意'], ['against', '反对'], ['abstain', '弃权']]) console.log(`    ${zh} ${word}  ${said(one[word])}`)
  }
}
const showElection = (_, { outcome, elected, reserves, votes, took_part: took }) => {
  console.log(`  ${outcomes[outcome]}：${elected.join('、') || '—'}${reserves.length > 0 ? `；候补 reserves：${reserves.join('、')}` : ''}`)
  console.log(`    参加 took part  ${both(took)}`)
  for (const [id, got] of Object.entries(votes)) console.log(`    ${id}  ${both(got)}`)
}
const showBudget = ({ budget, projects }, { winners, spent, votes }) => {
  console.log(`  选上 funded：${winners.join('、') || '—'}；花 spent ${yuan(spent)} / ${yuan(budget)}`)
  for (const { id, cost } of projects) console.log(`    ${winners.includes(id) ? '✓' : '·'} ${id}  ${votes[id]} 票 votes, ${yuan(cost)}`)
}

const holds = { first: '先表达的算数 what was said first counts', last: '最后一次表达的算数 what was said last counts',
  paper_first: '有纸质票的以纸质票为准 paper counts before phone' }

/** Prints what was counted again, and who said more than one thing. */
export function showCount({ header: { vote, size, rules }, result }) {
  console.log(`重新计票  Counted again: ${vote}, ${size} 张 ballots`)
  ;({ motion: showMotion, election: showElection, budget: showBudget })[rules.kind](rules, result)
  if (result.conflicts.length === 0) return
  console.log(`  不止一次表达的 said more than once：${result.conflicts.length}（${holds[rules.holds]}）`)
  for (const { pseudonym, held } of result.conflicts.slice(0, 20)) console.log(`    ${pseudonym}  第 ${held} 次算数 expression ${held} holds`)
  if (result.conflicts.length > 20) console.log(`    … ${result.conflicts.length - 20}`)
}

/** Prints a map that was drawn again: its groups and what all of them accept. */
export function showOpinions({ header: { question, people, answers, drawing, statements }, result: { groups, common } }) {
  console.log(`重画意见图  Drawn again: ${plain(question)}`)
  console.log(`  ${people} 人 people, ${answers} 次作答 answers, ${groups.length} 群 groups：${groups.join('、')}`)
  const words = new Map(statements.map(one => [one.n, one.words]))
  for (const { n, side } of common) console.log(`  ${side === 'agree' ? '都赞成 all agree' : '都反对 all disagree'}  ${n}. ${plain(words.get(n))}`)
  console.log(`  指纹 fingerprint ${drawing}`)
}

/** Prints a value as one line of JSON. */
export const showJson = value =>
  console.log(JSON.stringify(value).replace(steering, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`))

/** Prints why nothing could be checked. */
export const showUnreadable = error => console.error(`没法核对：${plain(error.zh)}。\nNothing could be checked: ${plain(error.message)}.`)
