#!/usr/bin/env node
/** The command. Exit code 0 holds, 1 does not hold, 2 nothing could be checked. */
import { parseArgs } from 'node:util'
import { checkBallotReceipt } from './ballot.mjs'
import { checkCount } from './count.mjs'
import { isCountHeader } from './count-shape.mjs'
import { checkOpinions, isOpinionsHeader } from './opinions.mjs'
import { firstLine, linesOf, readJson, readText, receiptsIn } from './files.mjs'
import { checkLater, checkOpening, checkReceipt, keyOfPem, Unreadable } from './receipt.mjs'
import { show, showAct, showCount, showJson, showOpinions, showUnreadable } from './show.mjs'

const help = `核对收据和选票，不用联网。 Checks receipts and ballots, offline.

  node recount.mjs receipt.json                     只看收据      the receipt alone
  node recount.mjs receipt.json --key record.pem    认准这把钥匙  signed by this key and no other
  node recount.mjs receipt.json --head later.json   后来没改过    nothing was changed since
  node recount.mjs --head later.json                只看两次树根  two heads alone
  node recount.mjs opening.json                     密封的一条    an act that stands there only as a salted hash
  node recount.mjs ballot.json                      选票回执      the receipt of a ballot
  node recount.mjs count.jsonl                      重新计票      counts a sealed vote again
  node recount.mjs map opinions.jsonl.gz            重画意见图    draws an opinion map again
  node recount.mjs count.jsonl --receipts 回执/      连回执一起对  and checks ballots' receipts: a folder of .json, or a .jsonl

  --key 可以给多把  may be given more than once      --json 结果写成一行 JSON  result as one line of JSON
  退出码 exit code: 0 成立 holds · 1 不成立 does not hold · 2 没法核对 nothing could be checked
`

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { head: { type: 'string' }, key: { type: 'string', multiple: true }, json: { type: 'boolean' }, receipts: { type: 'string' },
        help: { type: 'boolean', short: 'h' } },
    })
    const files = positionals[0] === 'map' ? positionals.slice(1) : positionals
    return { ...values, file: files[0], extra: files.length > 1 }
  } catch (error) {
    throw new Unreadable(`不认识的写法：${error.message}`, error.message)
  }
}

/** What the file is, checked: its title and outcome, and what to print before. */
function checkFile(file, trusted, receipts) {
  if (isCountHeader(firstLine(file))) {
    const counted = checkCount(linesOf(file), { trusted, ...(receipts === undefined ? {} : { receipts: receiptsIn(receipts) }) })
    const anchored = counted.header.sealed !== null || receipts !== undefined
    return { title: '计票文件  Count file', ...counted, anchored, print: () => showCount(counted) }
  }
  if (isOpinionsHeader(firstLine(file))) {
    const drawn = checkOpinions(linesOf(file))
    return { title: '公布的意见  Published opinions', ...drawn, ofMap: true, print: () => showOpinions(drawn) }
  }
  if (receipts !== undefined) throw new Unreadable('--receipts 要和计票文件一起用', '--receipts goes with a count file')
  const json = readJson(file)
  if (json?.format === 'linli-ballot-receipt-1') return { title: '选票回执  Receipt of a ballot', ...checkBallotReceipt(json, trusted), anchored: true }
  const checked = (json?.format === 'linli-opening-1' ? checkOpening : checkReceipt)(json, trusted)
  return { title: '收据  Receipt', ...checked, anchored: true, print: () => showAct(checked.act) }
}

function tellOpenEnds(first, trusted) {
  if (first?.ofMap) {
    console.log('  · 图的指纹写在文件里。请与页面上公布的、记录里封存的核对。')
    console.log('    The fingerprint of the map came with the file: compare it with the one on the page and in the record.')
    return
  }
  if (first && !first.anchored) {
    console.log('  · 文件里没有附上记录的封存：只核对了文件自身。请用 --receipts 给出选票回执，或要一份带封存的文件。')
    console.log('    It lacks the record of its sealing: it was checked against itself alone. Give ballots’ receipts, or ask for one that has it.')
  } else if (trusted.length === 0) {
    console.log('  · 钥匙是文件自带的。请与公告栏或街道公布的核对，或用 --key 给出。')
    console.log('    The key came with the file: compare it with the one published, or give that with --key.')
  }
}

function run() {
  const given = options()
  if (given.help) return console.log(help), 0
  if (given.extra || (given.file === undefined && (given.head === undefined || given.receipts !== undefined))) return console.error(help), 2
  const trusted = (given.key ?? []).map(file => keyOfPem(readText(file)))
  const first = given.file === undefined ? undefined : checkFile(given.file, trusted, given.receipts)
  const later = given.head === undefined ? undefined
    : checkLater(readJson(given.head), { trusted, ...(first?.head ? { earlier: first.head } : {}) })
  const ok = (first?.ok ?? true) && (later?.ok ?? true)
  if (given.json) {
    const counted = first?.result === undefined ? {} : { ...(first.ofMap ? { poll: first.header.poll } : { vote: first.header.vote }), result: first.result }
    return showJson({ ok, checks: [...(first?.checks ?? []), ...(later?.checks ?? [])], ...counted }), ok ? 0 : 1
  }
  first?.print?.()
  if (first) show(first.title, first)
  if (later) show('后来的树根  Later head', later)
  if (ok) tellOpenEnds(first, trusted)
  console.log(ok ? '成立。 It holds.' : '不成立。请留好这份文件，拿给街道看。 It does not hold: keep this file and show it to the street.')
  return ok ? 0 : 1
}

try {
  process.exitCode = run()
} catch (error) {
  const tooDeep = error instanceof RangeError ? new Unreadable('文件套得太深', 'the file is nested too deeply') : undefined
  if (!tooDeep && !(error instanceof Unreadable)) throw error
  showUnreadable(tooDeep ?? error)
  process.exitCode = 2
}
