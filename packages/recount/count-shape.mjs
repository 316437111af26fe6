/** Reads the lines of a count file, strictly: whatever is not written as docs/ballot-format.md says is no count file. */
import { isHash, isObject, isUuid, isWhole } from './ballot.mjs'
import { Unreadable } from './receipt.mjs'

const id = value => typeof value === 'string' && /^[a-z][a-z0-9_]{0,31}$/.test(value)
const question = value => typeof value === 'string' && /^q[1-9][0-9]{0,2}$/.test(value)
const measure = value => isObject(value) && isWhole(value.area) && isWhole(value.heads)
const pseudonym = value => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value)
const listOf = (value, is, least = 0) => Array.isArray(value) && value.length >= least && value.length <= 1000 && value.every(is)
const different = (list, of) => new Set(list.map(of)).size === list.length
const share = value => isObject(value) && listOf(value.of, one => isWhole(one, 1), 2) && value.of.length === 2 && typeof value.more === 'boolean'
const courtOrder = one => isObject(one) && measure(one) && ((one.kind === 'court_stayed' && one.pseudonym === '') ||
  (['court_set_aside', 'court_struck'].includes(one.kind) && pseudonym(one.pseudonym)))
/** Lots: all of `ids`, each once. */
const lottery = (value, ids) => isObject(value) && typeof value.seed === 'string' && isHash(value.committed) && listOf(value.order, id) &&
  [...value.order].sort().join() === [...ids].sort().join()

const kinds = {
  motion: rules => listOf(rules.questions, one => isObject(one) && question(one.id) && id(one.item) && share(one.quorum) && share(one.majority), 1) &&
    different(rules.questions, one => one.id) && isObject(rules.silence) && measure(rules.silence.delivered) &&
    ['not_counted', 'takes_part', 'with_majority'].includes(rules.silence.means) && listOf(rules.orders, courtOrder),
  election: rules => question(rules.question) && listOf(rules.options, id, 1) && different(rules.options, one => one) && isWhole(rules.most, 1) &&
    isWhole(rules.seats, 1) && isWhole(rules.reserves) && share(rules.quorum) && share(rules.majority) && ['heads', 'area'].includes(rules.rankBy) &&
    listOf(rules.orders, courtOrder) && lottery(rules.lottery, rules.options),
  budget: rules => question(rules.question) && ['greedy', 'equal-shares'].includes(rules.rule) &&
    ['none', 'add1', 'add1u'].includes(rules.completion) &&
    isWhole(rules.budget) && isWhole(rules.step, 1) && listOf(rules.projects, one => isObject(one) && id(one.id) && isWhole(one.cost)) &&
    different(rules.projects, one => one.id) && lottery(rules.lottery, rules.projects.map(one => one.id)),
}

const parsed = text => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a text is the first line of a count file, however damaged what follows. */
export const isCountHeader = line => parsed(line)?.format === 'linli-count-1'

/** Reads the first line. Throws Unreadable when it is no header. */
export function readHeader(line) {
  const header = parsed(line ?? '')
  if (!isObject(header) || header.format !== 'linli-count-1') throw new Unreadable('这不是计票文件', 'this is no count file')
  const { vote, root, size, rules, result, sealed } = header
  const known = isObject(rules) && Object.hasOwn(kinds, rules.kind) && ['first', 'last', 'paper_first'].includes(rules.holds) && measure(rules.totals)
  const whole = isUuid(vote) && isHash(root) && isWhole(size) && isObject(result) && (sealed === null || isObject(sealed))
  if (!whole || !known || !kinds[rules.kind](rules))
    throw new Unreadable('计票文件的第一行不完整', 'the first line of the count file is not complete')
  return { vote, root, size, rules, result, sealed }
}

const fields = 'area,channel,content,heads,pseudonym,salt,seq'

/** Reads the line of a choice; undefined when it is not written as one. Anything more than the seven fields is not, names least of all. */
export function readChoice(line) {
  const one = parsed(line)
  if (!isObject(one) || Object.keys(one).sort().join(',') !== fields) return undefined
  const { seq, channel, content, salt } = one
  const good = pseudonym(one.pseudonym) && isWhole(seq, 1) && ['phone', 'paper', 'door'].includes(channel) && measure(one) &&
    typeof content === 'string' && content.length <= 20_000 && typeof salt === 'string' && /^[0-9a-f]{32}$/.test(salt)
  return good ? one : undefined
}
