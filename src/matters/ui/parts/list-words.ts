import { words } from '../../../ui-kit/index.ts'

/** Words of the list of what may be whistled, for residents and offices. */
export const listWords = words({
  home: { zh: '首页', en: 'Home' }, title: { zh: '哪些事可以吹哨', en: 'What may be whistled' },
  lead: (street: string) => ({ zh: `社区自己办不成的，可以吹哨，请部门到场。谁牵头、多久到，${street}写在这里，谁都看得到。`,
    en: `What a community cannot do alone it may whistle for. Who leads and how fast, ${street} says here for everybody.` }),
  count: (n: number) => ({ zh: `${n}项`, en: `${n}` }),
  within: (lead: string, support: string, finish: string) => ({ zh: `牵头${lead}内报到，配合${support}内报到，${finish}内办结。`,
    en: `The lead reports in within ${lead}, supports within ${support}; done within ${finish}.` }),
  basis: (source: string) => ({ zh: `依据：${source}`, en: `Rule: ${source}` }),
  leads: (name: string) => ({ zh: `${name}牵头`, en: `${name} leads` }),
  doneWhen: { zh: '怎么算成', en: 'Done when' }, also: { zh: '同时', en: 'As well' },
  amended: (from: string, number: string) => ({ zh: `${from}起，因为第 ${number} 件改的`, en: `since ${from}, learnt from no. ${number}` }),
  kept: (n: number) => ({ zh: n === 0 ? '这份清单还没有改过。每办完一声哨，社区写两句复盘，街道据此改清单，旧的一版也留着。' : `改过${n}次，每一版都留着。`,
    en: n === 0 ? 'Not amended so far. After each whistle the community writes two lines, the street amends the list from them, and every version stays.'
      : `Amended ${n} times; every version stays.` }),
  empty: { zh: '清单上还没有事项', en: 'Nothing on the list yet' }, failed: { zh: '没有取到清单', en: 'The list did not load' },
  k_enforcement: { zh: '综合行政执法队', en: 'Law enforcement' }, k_police: { zh: '派出所', en: 'Police' }, k_market: { zh: '市场监管所', en: 'Market supervision' },
  k_justice: { zh: '司法所', en: 'Justice' }, k_fire: { zh: '消防救援站', en: 'Fire and rescue' }, k_ecology: { zh: '生态环境部门', en: 'Ecology' },
  k_housing: { zh: '住建部门', en: 'Housing' }, k_rental_housing: { zh: '住房保障部门', en: 'Rental housing' },
})
