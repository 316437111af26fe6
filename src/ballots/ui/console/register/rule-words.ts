import { words } from '../../../../ui-kit/index.ts'

/** Words of the compound's own rules of procedure. */
export const ruleWords = words({
  of: (compound: string) => ({ zh: `${compound}议事规则`, en: `Rules of procedure, ${compound}` }), back: { zh: '回到名册', en: 'Back to the register' },
  line: { zh: '投票怎么算，先看法律，再看当地规定，最后看小区自己的规则。', en: "How a vote counts: the law, then the place, then the compound's own rules." },
  saidWritten: (day: string, vote: string) => ({ zh: `${day}，${vote}通过。`, en: `Adopted on ${day} by ${vote}.` }),
  saidUnwritten: { zh: '没有登记议事规则，按最稳妥的算。', en: 'No rules are entered: the safest holds.' },
  own: { zh: '本小区写明', en: 'written here' }, otherwise: (said: string) => ({ zh: `没有写的话：${said}。`, en: `Unwritten: ${said}.` }),
  versions: { zh: '版本', en: 'Versions' }, none: { zh: '还没有登记过', en: 'None entered yet' }, noneLine: { zh: '业主大会通过以后，由管名册的一方登记。', en: 'Entered by the keeper of the register once the assembly adopted them.' },
  adopted: (day: string, vote: string) => ({ zh: `${day}${vote}通过`, en: `adopted ${day}, ${vote}` }), holdsFrom: (day: string) => ({ zh: `${day}起有效`, en: `holds since ${day}` }),
  held: (from: string, to: string) => ({ zh: `${from}至${to}`, en: `${from} to ${to}` }), changed: { zh: '改了什么', en: 'What changed' },
  add: { zh: '登记新的一版', en: 'Enter a new version' }, failed: { zh: '没有取到', en: 'Not read' }, again: { zh: '再取一次', en: 'Try again' },
  formLine: { zh: '照业主大会通过的文本登记。旧的一版留着，按它开始的表决还按它算。', en: 'Enter what the assembly adopted. The version before stays, and votes begun under it go on by it.' },
  title: { zh: '文件名称', en: 'Name of the document' }, titleHint: { zh: '例如：梧桐苑业主大会议事规则', en: "As: rules of procedure of the owners' assembly" },
  document: { zh: '文号或者存档号', en: 'Number or archive mark' }, vote: { zh: '哪次表决通过的', en: 'Adopted by which vote' }, voteHint: { zh: '例如：2026年第1次业主大会', en: 'As: first assembly of 2026' },
  adoptedOn: { zh: '通过那天', en: 'Adopted on' }, validFrom: { zh: '从哪天起用', en: 'Holds from' }, says: { zh: '规则写了什么', en: 'What they say' },
  delivery: { zh: '怎样算送达', en: 'What counts as delivered' }, holds: { zh: '投了两次算哪次', en: 'Which of two ballots counts' }, silence: { zh: '没交回的票', en: 'Ballots that do not come back' },
  phone: { zh: '可以用手机投', en: 'Voting on the phone' }, phoneNote: { zh: '当地规定只能用市里系统的，写了也不开。', en: 'Stays off where the place has a system of its own.' },
  proxies: { zh: '接受书面委托', en: 'Written proxies' }, most: { zh: '一个人最多代几位', en: 'Owners for one proxy at most' }, rankBy: { zh: '选举按什么排', en: 'Order of winners' },
  byHeads: { zh: '人数', en: 'heads' }, byArea: { zh: '面积', en: 'area' }, minDays: { zh: '投票最少几天', en: 'Fewest days of voting' }, maxDays: { zh: '最多几天', en: 'Most days' },
  save: { zh: '登记这一版', en: 'Enter this version' }, cancel: { zh: '不了', en: 'Cancel' }, needPaper: { zh: '先写名称和哪次表决', en: 'Name the document and the vote' },
})
