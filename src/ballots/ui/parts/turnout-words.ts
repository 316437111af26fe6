import { words } from '../../../ui-kit/index.ts'

/** How a vote stands in one sentence: what lies between bars is a figure and is underlined. [B11] */
export const turnoutWords = words({
  nobody: (heads: string, area: string) => ({ zh: `还没有人投。要作数，要到|${heads}人|和|${area}平方米|，两样都要够。`,
    en: `Nobody has voted yet. To count, it takes |${heads} people| and |${area} m²|: both.` }),
  both: (took: string, heads: string, area: string) => ({ zh: `已有|${took}人|投票。要作数，还差|${heads}人|和|${area}平方米|，两样都要够。`,
    en: `|${took} people| have voted. To count, |${heads} more| and |${area} m²| are needed: both.` }),
  headsOnly: (took: string, heads: string) => ({ zh: `已有|${took}人|投票，面积够了。要作数，还差|${heads}人|。`,
    en: `|${took} people| have voted and the area is enough. To count, |${heads} more people| are needed.` }),
  areaOnly: (took: string, area: string) => ({ zh: `已有|${took}人|投票，人数够了。要作数，还差|${area}平方米|。`,
    en: `|${took} people| have voted, which is enough people. To count, |${area} m²| more are needed.` }),
  enough: (took: string, area: string) => ({ zh: `已有|${took}人|、|${area}平方米|投票。两样都够了，表决作数。`,
    en: `|${took} people| with |${area} m²| have voted. Both are enough: the vote counts.` }),
  bothOver: (took: string, heads: string, area: string) => ({ zh: `一共|${took}人|投票，没有到数：差|${heads}人|和|${area}平方米|。`,
    en: `|${took} people| voted, which is not enough: |${heads} people| and |${area} m²| short.` }),
  headsOver: (took: string, heads: string) => ({ zh: `一共|${took}人|投票，面积够了，人数没有到：差|${heads}人|。`,
    en: `|${took} people| voted; the area is enough, people are not: |${heads}| short.` }),
  areaOver: (took: string, area: string) => ({ zh: `一共|${took}人|投票，人数够了，面积没有到：差|${area}平方米|。`,
    en: `|${took} people| voted, which is enough people; the area is |${area} m²| short.` }),
  enoughOver: (took: string, area: string) => ({ zh: `一共|${took}人|、|${area}平方米|投票。两样都够，表决作数。`,
    en: `|${took} people| with |${area} m²| voted. Both are enough: the vote counts.` }),
  some: (took: string) => ({ zh: `已有|${took}人|投票。`, en: `|${took} people| have voted.` }),
  homesNone: (need: string) => ({ zh: `还没有哪户投。要作数，要到|${need}户|。`, en: `No household has voted yet. To count, it takes |${need}|.` }),
  homes: (took: string, lack: string) => ({ zh: `已有|${took}户|投票。要作数，还差|${lack}户|。`, en: `|${took} households| have voted. To count, |${lack} more| are needed.` }),
  homesEnough: (took: string) => ({ zh: `已有|${took}户|投票，户数够了，表决作数。`, en: `|${took} households| have voted: enough for the vote to count.` }),
  homesOver: (took: string, lack: string) => ({ zh: `一共|${took}户|投票，没有到数：差|${lack}户|。`, en: `|${took} households| voted: |${lack}| short.` }),
  homesEnoughOver: (took: string) => ({ zh: `一共|${took}户|投票，户数够，表决作数。`, en: `|${took} households| voted: enough for the vote to count.` }),
  households: { zh: '户数', en: 'Households' },
  heads: { zh: '人数', en: 'People' }, area: { zh: '面积', en: 'Area' },
  headsLine: (need: string, all: string) => ({ zh: `，要${need}，共${all}`, en: `, ${need} needed of ${all}` }),
  areaLine: (need: string) => ({ zh: `，要${need}平方米`, en: `, ${need} m² needed` }),
})

export const areaOf = (hundredths: number): string => (hundredths / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
export const whole = (n: number): string => n.toLocaleString('en-US')
