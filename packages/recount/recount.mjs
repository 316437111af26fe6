#!/usr/bin/env node
/** The command: recount receipt.json [--head later.json] [--key key.pem]. Exit code 0 holds, 1 does not hold, 2 nothing could be checked. */
import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkLater, checkOpening, checkReceipt, keyOfPem, Unreadable } from './receipt.mjs'

const help = `核对一张收据，不用联网。 Checks a receipt, offline.

  node recount.mjs receipt.json                     只看收据      the receipt alone
  node recount.mjs receipt.json --key record.pem    认准这把钥匙  signed by this key and no other
  node recount.mjs receipt.json --head later.json   后来没改过    nothing was changed since
  node recount.mjs --head later.json                只看两次树根  two heads alone
  node recount.mjs opening.json                     密封的一条    an act that stands there only as a salted hash

  --key 可以给多把  may be given more than once      --json 结果写成一行 JSON  result as one line of JSON
  退出码 exit code: 0 成立 holds · 1 不成立 does not hold · 2 没法核对 nothing could be checked
`

const largest = 4 * 1024 * 1024
// a receipt comes from somebody else: nothing in it may steer the terminal
const plain = text => text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')

function readText(file) {
  try {
    if (statSync(file).size > largest) throw new Unreadable(`${file} 太大了`, `${file} is too large`)
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(`打不开 ${file}`, `can't open ${file}`)
  }
}

function readJson(file) {
  try {
    return JSON.parse(readText(file))
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(`${file} 不是 JSON`, `${file} is no JSON`)
  }
}

const shanghai = ms => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' }).format(ms)

function show(title, result) {
  console.log(title)
  for (const { ok, zh, en } of result.checks) console.log(`  ${ok ? '✓' : '✗'} ${plain(zh)}\n    ${plain(en)}`)
}

function showAct(act) {
  if (act.length === 0) return
  console.log('这一条  The act')
  for (const [name, value] of act) {
    const at = name === 'at' && /^\d{1,15}$/.test(value) ? `${value}  (${shanghai(Number(value))} 北京时间)` : value
    if (value !== '') console.log(`  ${plain(name)} = ${plain(at)}`)
  }
}

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { head: { type: 'string' }, key: { type: 'string', multiple: true }, json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' } },
    })
    return { ...values, receipt: positionals[0], extra: positionals.length > 1 }
  } catch (error) {
    throw new Unreadable(`不认识的写法：${error.message}`, error.message)
  }
}

const checkEither = (proof, trusted) => (proof?.format === 'linli-opening-1' ? checkOpening : checkReceipt)(proof, trusted)

function run() {
  const given = options()
  if (given.help) return console.log(help), 0
  if (given.extra || (given.receipt === undefined && given.head === undefined)) return console.error(help), 2
  const trusted = (given.key ?? []).map(file => keyOfPem(readText(file)))
  const receipt = given.receipt === undefined ? undefined : checkEither(readJson(given.receipt), trusted)
  const later = given.head === undefined ? undefined : checkLater(readJson(given.head), { trusted, ...(receipt ? { earlier: receipt.head } : {}) })
  const ok = (receipt?.ok ?? true) && (later?.ok ?? true)
  if (given.json) return console.log(JSON.stringify({ ok, checks: [...(receipt?.checks ?? []), ...(later?.checks ?? [])] })), ok ? 0 : 1
  if (receipt) showAct(receipt.act)
  if (receipt) show('收据  Receipt', receipt)
  if (later) show('后来的树根  Later head', later)
  if (ok && trusted.length === 0) {
    console.log('  · 钥匙是文件自带的。请与公告栏或街道公布的核对，或用 --key 给出。')
    console.log('    The key came with the file: compare it with the one published, or give that with --key.')
  }
  console.log(ok ? '成立。 It holds.' : '不成立。请留好这份文件，拿给街道看。 It does not hold: keep this file and show it to the street.')
  return ok ? 0 : 1
}

try {
  process.exitCode = run()
} catch (error) {
  if (!(error instanceof Unreadable)) throw error
  console.error(`没法核对：${plain(error.zh)}。\nNothing could be checked: ${plain(error.message)}.`)
  process.exitCode = 2
}
