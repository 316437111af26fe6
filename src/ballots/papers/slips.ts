import type { Block, Paper } from '../../kit/papers/index.ts'
import type { Topic, VoteFacts } from './types.ts'
import { windowWords } from './words.ts'

/** One slip: its code, and the address that its picture leads to. */
export type SlipFor = { readonly code: string; readonly address: string }
export type SlipsInput = { readonly vote: VoteFacts; readonly title: string; readonly topic: Topic; readonly building: string; readonly returns: string }

function slip({ vote, title, topic, building, returns }: SlipsInput, { code, address }: SlipFor): Block {
  return { kind: 'together', blocks: [
    { kind: 'qr', content: address, caption: '扫码看项目', size: 26, beside: [
      { kind: 'title', text: title, size: 'small' },
      { kind: 'text', align: 'center', text: [{ text: `${building}　票条　${code}`, face: 'hei' }] },
      { kind: 'text', small: true, align: 'center', text: `${windowWords(vote)}投票。${returns}` },
    ] },
    { kind: 'choices', across: 2, options: topic.options },
    { kind: 'text', small: true, flush: true, text: '赞成几个就在几个方框里打√。一人一张，不写姓名。丢了可以补，补了旧的就作废。' },
    { kind: 'text', small: true, align: 'center', text: '沿虚线剪开　－　－　－　－　－　－　－　－　－　－　－　－　－　－　－　－' },
    { kind: 'space', lines: 0.5 },
  ] }
}

/** 票条: the slips of one building on A4, cut apart along the lines; the same projects and words as on the page. */
export const slipsPaper = (input: SlipsInput, all: readonly SlipFor[]): Paper => ({
  format: 'plain', name: `${input.title}票条`, foot: { text: `${input.vote.number}　${input.building}　共${all.length}张` },
  body: all.map((one) => slip(input, one)),
})
