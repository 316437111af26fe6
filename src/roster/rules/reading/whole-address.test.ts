import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { plainText } from '../../../places/rules/index.ts'
import { placeNumber } from './cells/place-part.ts'
import { readWholeAddress } from './whole-address.ts'

test.each([
  ['某市某区文一西路969号阿里苑6号楼2单元1201室', '6/2//1201'], ['新华园12-3-1001', '12/3//1001'], ['新城大厦8楼A832', '//8/A832'], ['梧桐苑三号楼二单元1201', '3/2//1201'],
    ['人民路12号3幢402', '3///402'],
  ['建设路128弄14号1102室', '14///1102'], ['滨河路88号梧桐苑B座7层705', 'B//7/705'], ['梧桐苑3 号楼 2 单元 1201', '3/2//1201'], ['中山路100号', '///'], ['６号楼１单元负一层',
    '6/1/-1/'], ['5一2一301', '5/2//301'],
  ['海棠村15号', '///'], ['商贸城五楼1106-1107', '//5/1106-1107'], ['26-1栋11单元1299室', '26-1/11//1299'],
])('[RO18] %s is read as building/unit/floor/room %s', (text, want) => {
  const { building, unit, floor, room } = readWholeAddress(text)
  expect([building, unit, floor, room].map((part) => part ?? '').join('/')).toBe(want)
})

const TAGS = { building: 'houseno', unit: 'cellno', floor: 'floorno', room: 'roomno' } as const
const parts = ['building', 'unit', 'floor', 'room'] as const
const SUFFIX = /(?:号楼|号院|号门|单元号?|搂|幢|栋|撞|座|排|楼|层|F|f|室|房间|房|店|铺|档|商位|号|街|市|#)+$/

const numberIn = (text: string): string => placeNumber(plainText(text).replace(/^第/, '').replace(/^(?:负|地下)/, '-').replace(SUFFIX, ''))

type Labelled = { readonly text: string; readonly spans: readonly { readonly tag: string; readonly text: string }[] }

/** Addresses with their labels. A line is a sign or a run of figures, so two runs beside each other had a blank between them. */
function labelled(file: string): Labelled[] {
  return readFileSync(file, 'utf8').split(/\r?\n\r?\n/).flatMap((block) => {
    const signs = block.split(/\r?\n/).flatMap((line) => (line.includes(' ') ? [[line.slice(0, line.lastIndexOf(' ')),
      line.slice(line.lastIndexOf(' ') + 1)] as const] : []))
    const spans: { tag: string; text: string }[] = []
    for (const [sign, tag] of signs) {
      const last = spans.at(-1)
      if (tag.startsWith('I-') && last?.tag === tag.slice(2)) last.text += sign
      else spans.push({ tag: tag.slice(2), text: sign })
    }
    return signs.length === 0 ? [] : [{ text: signs.reduce((text, [sign]) => `${text}${/\d$/.test(text) && /^\d/.test(sign) ? ' ' : ''}${sign}`,
      ''), spans }]
  })
}

const f1 = ({ right, wrong, missed }: { readonly right: number; readonly wrong: number; readonly missed: number }): number =>
  2 * right / (2 * right + wrong + missed)

const none = { right: 0, wrong: 0, missed: 1 }
const dev = path.resolve('../shared/data/addresses/neural_addr_dev.txt')
const here = existsSync(dev)
if (!here) console.log('whole addresses: ../shared/data/addresses is absent, skipped')

test.skipIf(!here)('[RO18] of real addresses, building, unit, floor and room are read with F1 of at least 0.95 where an address has them', () => {
  const having = new Map(parts.map((part) => [part, { right: 0, wrong: 0, missed: 0 }]))
  const all = new Map(parts.map((part) => [part, { right: 0, wrong: 0, missed: 0 }]))
  for (const { text, spans } of labelled(dev)) {
    const want = parts.map((part) => spans.find(({ tag }) => tag === TAGS[part])?.text)
    if (want.every((value) => value === undefined)) continue
    const read = readWholeAddress(text)
    for (const [at, part] of parts.entries()) {
      const right = want[at] === undefined ? undefined : numberIn(want[at])
      for (const counts of [all.get(part), right === undefined ? undefined : having.get(part)]) {
        if (counts === undefined) continue
        if (right !== undefined && read[part] === right) counts.right += 1
        else {
          if (read[part] !== undefined) counts.wrong += 1
          if (right !== undefined) counts.missed += 1
        }
      }
    }
  }
  const [where, over] = [having, all].map((counts) => parts.map((part) => `${part} ${f1(counts.get(part) ?? none).toFixed(3)}`).join(', '))
  console.log(`whole addresses, F1 where an address has the part: ${where}; over all addresses with any part: ${over}`)
  for (const part of parts) {
    expect(f1(having.get(part) ?? none)).toBeGreaterThanOrEqual(0.95)
    expect(f1(all.get(part) ?? none)).toBeGreaterThanOrEqual(0.9)
  }
})
