/** Draws an opinion map again from a published file (linli-opinions-1), as docs/opinion-map.md says: the same bytes on every machine. */
import { sha256, Unreadable } from './receipt.mjs'
import { groupsOf } from './opinion-groups.mjs'
import { aboveHalf, aboveOther, rootOf, seeded, shareOf } from './opinion-numbers.mjs'
import { componentsOf } from './opinion-components.mjs'

/** The mathematics that this program knows, with its numbers. */
export const version = 'linli-opinion-map-1'
export const parameters = {
  answersToBeGrouped: 7, peopleToBeGrouped: 15, smallestGroup: 5, mostGroups: 5, peoplePerGroupTried: 12, silhouetteGain: 0.02, silhouettePeople: 2000,
  starts: 10, rounds: 100, significant: 1.2816, representative: 5, consensus: 5, steady: 4,
}
export { seeded }

/** Rows in an order that names have no part in: by first differing column, then sign, then length. A row is [columns, signs]. */
function inOrder([a, x], [b, y]) {
  for (let k = 0; k < a.length && k < b.length; k++) {
    if (a[k] !== b[k]) return a[k] - b[k]
    if (x[k] !== y[k]) return x[k] - y[k]
  }
  return a.length - b.length
}

const tallyOf = (rows, width) => {
  const [agree, disagree, seen] = [0, 0, 0].map(() => new Array(width).fill(0))
  for (const [columns, signs] of rows) {
    columns.forEach((column, k) => {
      seen[column] += 1
      if (signs[k] === 1) agree[column] += 1
      if (signs[k] === -1) disagree[column] += 1
    })
  }
  return { agree, disagree, seen }
}

function placesOf(rows, means, [first, second]) {
  const [x, y] = [new Float64Array(rows.length), new Float64Array(rows.length)]
  rows.forEach(([columns, signs], i) => {
    let [along, across] = [0, 0]
    columns.forEach((column, k) => {
      const beyond = signs[k] - means[column]
      along += beyond * first[column]
      across += beyond * second[column]
    })
    const out = Math.sqrt(means.length / Math.max(columns.length, 1))
    x[i] = out * along
    y[i] = out * across
  })
  return { x, y }
}

const sure = z => z > parameters.significant
const strength = ({ times, surer, share, sure: z }) => times * surer * share * z

function sideOf(side, column, own, others) {
  const [success, seen] = [own[side][column], own.seen[column]]
  let [some, all] = [0, 0]
  for (const other of others) [some, all] = [some + other[side][column], all + other.seen[column]]
  const share = shareOf(success, seen)
  return { column, side, success, seen, share, sure: aboveHalf(success, seen), times: share / shareOf(some, all), surer: aboveOther(success, seen, some, all) }
}

/** What a group holds, most telling first, agreement before disagreement. */
function holdsOf(own, others) {
  const figures = own.seen.map((_, column) => ({ said: own.agree[column] + own.disagree[column] > 0,
    agree: sideOf('agree', column, own, others), disagree: sideOf('disagree', column, own, others) }))
  const stronger = ({ agree, disagree }) => (agree.surer > disagree.surer ? agree : disagree)
  let [agreed, any] = [undefined, undefined]
  for (const one of figures) {
    const both = stronger(one)
    if (!any || both.surer > any.surer) any = both
    if (!one.said) continue
    const [{ agree }, best] = [one, agreed?.agree]
    const better = !best ? sure(agree.sure) || (agree.times > 1 && agree.share > 0.5)
      : best.times > 1 ? strength(agree) > strength(best) : agree.share * agree.sure > best.share * best.sure
    if (better) agreed = one
  }
  const first = agreed ? stronger(agreed) : any
  if (!first) return []
  const telling = figures.filter(({ agree, disagree }) => [agree, disagree].some(one => sure(one.surer) && sure(one.sure))).map(stronger)
    .filter(({ column }) => column !== first.column).sort((a, b) => strength(b) - strength(a))
  const kept = [first, ...telling].slice(0, parameters.representative)
  return [...kept.filter(({ side }) => side === 'agree'), ...kept.filter(({ side }) => side === 'disagree')]
}

const majorityOf = (all, side) => all.seen.map((seen, column) => {
  const success = all[side][column]
  return { column, side, success, seen, share: shareOf(success, seen), sure: aboveHalf(success, seen) }
}).filter(one => one.share > 0.5 && sure(one.sure)).sort((a, b) => b.share * b.sure - a.share * a.sure).slice(0, parameters.consensus)

/** What every group takes one side on, with how much common ground there is. */
function commonOf(groups, side) {
  const other = side === 'agree' ? 'disagree' : 'agree'
  const gently = (some, seen) => (some + 0.5) / (seen + 1)
  const ground = groups[0].seen.map((_, column) => {
    let product = 1
    for (const group of groups) product = product * gently(group[side][column], group.seen[column]) * (1 - gently(group[other][column], group.seen[column]))
    return rootOf(product, groups.length)
  })
  return ground.map((_, column) => column)
    .filter(column => groups.every(group => shareOf(group[side][column], group.seen[column]) > 0.5 && sure(aboveHalf(group[side][column], group.seen[column]))))
    .sort((a, b) => ground[b] - ground[a] || a - b).map(column => ({ column, ground: ground[column] }))
}

/**
 * Draws the map of `people`, each a list of [column, sign] with rising columns, over `statements` (numbers). Returns `text`, which is hashed, and what
 * it says: sizes of groups, tallies, what is common.
 */
export function drawOpinions(statements, people, seed) {
  const rows = people.map(answers => [answers.map(([column]) => column), answers.map(([, sign]) => sign)]).sort(inOrder)
  const tally = tallyOf(rows, statements.length)
  const means = Float64Array.from(tally.seen, (seen, column) => (seen === 0 ? 0 : (tally.agree[column] - tally.disagree[column]) / seen))
  const components = componentsOf(rows, means)
  const places = placesOf(rows, means, components)
  const { of, count, apart, tried } = groupsOf(rows, statements.length, places, seed, parameters)
  const tallies = Array.from({ length: count }, (_, group) => tallyOf(rows.filter((_, i) => of[i] === group), statements.length))
  const groups = tallies.map((own, id) => ({ size: of.filter(group => group === id).length, agree: own.agree, disagree: own.disagree, seen: own.seen,
    holds: holdsOf(own, tallies.filter(one => one !== own)).map(one => [one.column, one.side, one.success, one.seen, one.share, one.sure, one.times, one.surer]) }))
  const whole = tallies.length > 0 ? tallies : [tally]
  const common = ['agree', 'disagree'].flatMap(side => commonOf(whole, side).map(({ column, ground }) => [column, side, ground]))
  const text = JSON.stringify({
    version, seed, parameters, statements, components: components.map(one => [...one]), mean: [...means],
    tallies: statements.map((_, column) => [tally.agree[column], tally.disagree[column], tally.seen[column]]), groups,
    majority: ['agree', 'disagree'].flatMap(side => majorityOf(tally, side)).map(one => [one.column, one.side, one.success, one.seen, one.share, one.sure]),
    common, apart, tried,
    people: rows.map((_, i) => [places.x[i], places.y[i], of[i]]).sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]),
  })
  return { text, sizes: groups.map(({ size }) => size), tally, common, groups }
}

const isWhole = value => Number.isSafeInteger(value) && value >= 0
const parse = line => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Whether a text is the first line of a published poll. */
export const isOpinionsHeader = line => parse(line)?.format === 'linli-opinions-1'

function readHead(line) {
  const head = parse(line ?? '')
  const whole = head?.format === 'linli-opinions-1' && typeof head.seed === 'string' && typeof head.version === 'string' && isWhole(head.people)
    && isWhole(head.answers) && /^[0-9a-f]{64}$/.test(head.drawing) && Array.isArray(head.groups) && Array.isArray(head.statements)
    && head.statements.every(one => isWhole(one?.n) && typeof one.words === 'string')
  if (!whole) throw new Unreadable('意见文件的第一行不完整', 'the first line of the opinions file is not complete')
  return head
}

/** The answers of a line, by column; undefined when it is not written as one. */
function readPerson(line, columnOf) {
  const said = parse(line)
  if (!Array.isArray(said) || said.length % 2 !== 1 || !/^[0-9a-f]{16}$/.test(said[0])) return undefined
  const answers = []
  for (let k = 1; k < said.length; k += 2) {
    const [column, sign] = [columnOf.get(said[k]), said[k + 1]]
    if (column === undefined || ![-1, 0, 1].includes(sign) || (answers.at(-1)?.[0] ?? -1) >= column) return undefined
    answers.push([column, sign])
  }
  return { name: said[0], answers }
}

const check = (ok, zh, en) => ({ ok, zh, en })

/** Checks a published poll by drawing its map again: { ok, checks, header, result }. Throws Unreadable when it is no such file. */
export function checkOpinions(lines) {
  const [first, ...rest] = [...lines]
  const header = readHead(first)
  const numbers = header.statements.map(one => one.n)
  const rising = numbers.every((n, i) => i === 0 || numbers[i - 1] < n)
  const columnOf = new Map(numbers.map((n, column) => [n, column]))
  const people = rest.filter(line => line !== '').map(line => readPerson(line, columnOf))
  const bad = people.findIndex(one => one === undefined)
  if (!rising || bad >= 0) throw new Unreadable(`第 ${bad + 2} 行读不懂`, `line ${bad + 2} cannot be read`)
  const known = header.version === version && JSON.stringify(header.parameters) === JSON.stringify(parameters)
  if (!known) {
    throw new Unreadable(`这张图用的是 ${header.version}，这个程序会画 ${version}`, `the map was drawn by ${header.version}; this program draws ${version}`)
  }
  const drawn = drawOpinions(numbers, people.map(one => one.answers), header.seed)
  const answers = people.reduce((sum, one) => sum + one.answers.length, 0)
  const checks = [
    check(new Set(people.map(one => one.name)).size === people.length, '每个人只有一行', 'everybody has one line'),
    check(people.length === header.people && answers === header.answers, `${header.people} 人、${header.answers} 次作答都在`, `${header.people} people and ${header.answers} answers are there`),
    check(JSON.stringify(drawn.sizes) === JSON.stringify(header.groups), `重画出 ${drawn.sizes.length} 群：${drawn.sizes.join('、')} 人`,
      `drawn again: ${drawn.sizes.length} groups of ${drawn.sizes.join(', ')} people`),
    check(sha256(Buffer.from(drawn.text, 'utf8')).toString('hex') === header.drawing, '重画的图与公布的一个字节不差', 'the map drawn again is the published one, byte for byte'),
  ]
  const result = { groups: drawn.sizes, common: drawn.common.map(([column, side, ground]) => ({ n: numbers[column], side, ground })) }
  return { ok: checks.every(({ ok }) => ok), checks, header, result }
}
