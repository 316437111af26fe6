/** Counts a sealed vote again from its count file, and checks receipts against it. From docs/ballot-format.md alone; reads no file itself. */
import { ballotIsIn, checkSealed, commitmentOf, readBallotReceipt, rootOf, rulesHash, textHash } from './ballot.mjs'
import { readChoice, readHeader } from './count-shape.mjs'
import { countAgain } from './tally.mjs'

const check = (ok, zh, en) => ({ ok, zh, en })
const most = 5
/** The first few of a list, and how many more there are. */
const some = (list, language) => {
  const [comma, rest] = language === 'zh' ? ['、', `等 ${list.length} 处`] : [', ', ` and ${list.length - most} more`]
  return list.slice(0, most).join(comma) + (list.length > most ? rest : '')
}

/** Reads all choices. `rows` keeps the order of the file; `line` is the line's number in the file, the header being line 1. */
function readChoices(lines, vote) {
  const [rows, unreadable] = [[], []]
  let line = 1
  for (const text of lines) {
    line += 1
    if (text === '') continue
    const choice = readChoice(text)
    if (choice) rows.push({ line, choice, commitment: commitmentOf(vote, choice) })
    else unreadable.push(line)
  }
  return { rows, unreadable }
}

/** Lines that do not stand where their commitments belong: taking one of them out would put the rest of the file around it in order. */
function misplaced(rows) {
  const before = (a, b) => !a || !b || Buffer.compare(a.commitment, b.commitment) < 0
  const found = new Set()
  for (let n = 1; n < rows.length; n++) {
    if (before(rows[n - 1], rows[n])) continue
    const [late, early] = [before(rows[n - 1], rows[n + 1]), before(rows[n - 2], rows[n])]
    if (late || !early) found.add(rows[n].line)
    if (early || !late) found.add(rows[n - 1].line)
  }
  return [...found]
}

function checkOrder(rows) {
  const lines = misplaced(rows)
  return lines.length === 0 ? check(true, '每张票都在它的位置上', 'each ballot stands in its place')
    : check(false, `第 ${some(lines, 'zh')} 行不在它的位置：挪动过，或者内容改过`, `line ${some(lines, 'en')} is out of place: it was moved, or its content changed`)
}

function checkTree(rows, unreadable, { size, root }) {
  const whole = rows.length + unreadable.length
  const found = []
  if (unreadable.length > 0) found.push(check(false, `第 ${some(unreadable, 'zh')} 行不是一张票的写法`,
    `line ${some(unreadable, 'en')} is not written as a ballot`))
  found.push(whole === size ? check(true, `${size} 张票一张不少`, `all ${size} ballots are here`)
    : whole < size ? check(false, `封存了 ${size} 张，文件里少了 ${size - whole} 张`, `${size} were sealed: ${size - whole} are missing from the file`)
      : check(false, `封存了 ${size} 张，文件里多了 ${whole - size} 张`, `${size} were sealed: the file has ${whole - size} more`))
  const again = rootOf(rows.map(({ commitment }) => commitment).sort(Buffer.compare)).toString('hex')
  found.push(again === root ? check(true, '从这些票重新算出的树根，和封存的一样', 'the root computed again from these ballots is the sealed one')
    : whole === size ? check(false, '重新算出的树根和封存的不一样：有票被改过或换过', 'the root computed again is not the sealed one: a ballot was changed or exchanged')
      : check(false, '重新算出的树根和封存的不一样', 'the root computed again is not the sealed one'))
  return found
}

/** One expression once, one weight for one pseudonym. */
function checkVoices(rows) {
  const [weights, seen, twice, uneven] = [new Map(), new Set(), [], []]
  for (const { line, choice: { pseudonym, seq, area, heads } } of rows) {
    const [key, weight] = [`${pseudonym}/${seq}`, `${area}/${heads}`]
    if (seen.has(key)) twice.push(line)
    seen.add(key)
    if ((weights.get(pseudonym) ?? weight) !== weight) uneven.push(line)
    weights.set(pseudonym, weight)
  }
  if (twice.length > 0) return check(false, `第 ${some(twice, 'zh')} 行是同一代号同一次表达，出现了两回`,
    `line ${some(twice, 'en')} is an expression that was there already`)
  if (uneven.length > 0) return check(false, `第 ${some(uneven, 'zh')} 行的面积或人数，和同一代号的另一行不同`,
    `line ${some(uneven, 'en')} has another weight than the same pseudonym elsewhere`)
  return check(true, '每个代号只有一个面积和人数，每次表达只有一行', 'each pseudonym has one weight, each expression one line')
}

function checkLots({ lottery }) {
  if (!lottery) return []
  const { seed, committed, order } = lottery
  const drawn = order.map(id => [textHash(`linli-lottery-1\n${seed}\n${id}`), id]).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, id]) => id)
  return [textHash(seed) !== committed ? check(false, '抽签的种子和投票前公布的对不上', 'the seed of the lots is not the one committed to before the vote')
    : drawn.join() !== order.join() ? check(false, '抽签的次序不是种子抽出来的', 'the order of the lots is not what the seed draws')
      : check(true, '抽签的次序是投票前公布的种子抽出来的', 'the order of the lots is drawn from the seed committed to before the vote')]
}

/** Where two plain values differ, as paths with both sides. */
function differences(said, found, path = '') {
  const both = one => typeof one === 'object' && one !== null
  if (!both(said) || !both(found)) return said === found ? [] : [{ path, said, found }]
  const keys = [...new Set([...Object.keys(said), ...Object.keys(found)])].sort()
  return keys.flatMap(key => differences(said[key], found[key], path === '' ? key : `${path}.${key}`))
}

function checkResult(result, again) {
  const found = differences(result, again.result)
  const told = ({ path, said, found: ours }) => [path, JSON.stringify(said) ?? '—', JSON.stringify(ours) ?? '—']
  return [
    again.fits ? check(true, '参加的没有超过名册', 'no more took part than the register holds')
      : check(false, '参加的比名册上的还多', 'more took part than the register holds'),
    ...(found.length === 0 ? [check(true, '重新计票，结果一样', 'counted again, with the same result')] : found.slice(0, most).map(one => {
      const [path, said, ours] = told(one)
      return check(false, `结果 ${path}：文件写 ${said}，重新计票是 ${ours}`, `result ${path}: the file says ${said}, counted again it is ${ours}`)
    })),
    ...(found.length > most ? [check(false, `还有 ${found.length - most} 处不一样`, `${found.length - most} more differ`)] : []),
  ]
}

/** Checks receipts of ballots against the file, each under its name. Records of the sealing that are the same are looked at once. */
function checkReceipts(receipts, { vote, root, size }, commitments, trusted) {
  const sealings = new Map()
  const [bad, missing, foreign] = [[], [], []]
  let number = 0
  for (const { name, value } of receipts) {
    number += 1
    const receipt = readBallotReceipt(value)
    if (receipt.vote !== vote || receipt.root !== root || receipt.size !== size) foreign.push(name)
    else if (!ballotIsIn(receipt)) bad.push(name)
    else if (!commitments.has(receipt.commitment)) missing.push(name)
    const key = JSON.stringify(receipt.sealed)
    if (!sealings.has(key)) sealings.set(key, { ...receipt, name })
  }
  const found = []
  if (foreign.length > 0) found.push(check(false, `回执 ${some(foreign, 'zh')} 说的是另一次表决或另一个树根`,
    `receipt ${some(foreign, 'en')} names another vote or root`))
  if (bad.length > 0) found.push(check(false, `回执 ${some(bad, 'zh')} 算不到树根`, `receipt ${some(bad, 'en')} does not lead to the root`))
  if (missing.length > 0) found.push(check(false, `回执 ${some(missing, 'zh')} 的票不在计票文件里：被改过或拿走了`,
    `the ballot of receipt ${some(missing, 'en')} is not in the file: it was changed or taken out`))
  for (const { name, sealed, ...sealing } of sealings.values()) {
    const failed = checkSealed(sealed, sealing, trusted).filter(({ ok }) => !ok)
    found.push(...failed.map(({ zh, en }) => check(false, `回执 ${name} 所附的记录：${zh}`, `the record in receipt ${name}: ${en}`)))
  }
  return found.length > 0 ? found : [check(true, `${number} 张回执的票都在里面`, `the ballots of ${number} receipts are all in`)]
}

/**
 * Checks a count file and counts it again. `lines`: its lines, without LF; `receipts`: `{ name, value }` of ballots' receipts, parsed; `trusted`:
 * names of keys that you got elsewhere. Answers each check with its outcome, the header and the result as counted here. Throws Unreadable when it is
 * no count file.
 */
export function checkCount(lines, { receipts, trusted = [] } = {}) {
  const all = lines[Symbol.iterator]()
  const header = readHeader(all.next().value)
  const { rows, unreadable } = readChoices({ [Symbol.iterator]: () => all }, header.vote)
  const again = countAgain(header.rules, rows.map(({ choice }) => choice))
  const sealing = { vote: header.vote, root: header.root, size: header.size, rules: rulesHash(header.rules) }
  const checks = [
    ...checkTree(rows, unreadable, header), checkOrder(rows), checkVoices(rows), ...checkLots(header.rules), ...checkResult(header.result, again),
    ...(header.sealed ? checkSealed(header.sealed, sealing, trusted) : []),
    ...(receipts ? checkReceipts(receipts, header, new Set(rows.map(({ commitment }) => commitment.toString('hex'))), trusted) : []),
  ]
  return { ok: checks.every(({ ok }) => ok), checks, header, result: again.result }
}
