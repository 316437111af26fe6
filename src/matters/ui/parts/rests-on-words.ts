import { words } from '../../../ui-kit/index.ts'

/** What an outcome rests on and who confirmed it. */
export const restsOnWords = words({
  byEyes: { zh: '没经手的人看过', en: 'looked at by somebody who did no work on it' },
  byNeighbour: { zh: '一起报的邻居看过', en: 'looked at by a neighbour who joined' },
  byPhoto: { zh: '报的人看照片认了', en: 'accepted by the reporter from the photo' },
  byNobody: { zh: '没有人复核', en: 'not verified' },
  law: (text: string) => ({ zh: `法条：${text}`, en: `article: ${text}` }),
  contract: (text: string) => ({ zh: `合同：${text}`, en: `contract: ${text}` }),
  list: (text: string) => ({ zh: `职责清单：${text}`, en: `list: ${text}` }),
  agreement: (text: string) => ({ zh: `议定：${text}`, en: `agreement: ${text}` }),
  from: (way: string) => ({ zh: `等钱，走${way}`, en: `Waits for money: ${way}` }),
  again: (day: string) => ({ zh: `${day}再看到了哪一步。`, en: `Looked at again on ${day}.` }),
  rests: { zh: '依据', en: 'Rests on' },
})
