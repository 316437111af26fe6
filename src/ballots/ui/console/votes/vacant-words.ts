import { words } from '../../../../ui-kit/index.ts'

/** Words of homes that stand empty, in a vote of households. [B113] */
export const vacantWords = words({
  freeze: { zh: '冻结名册', en: 'Freeze the register' },
  line: { zh: '从这一刻起，一家一户定下来，一户一票。空着没人住的不算一户，写在下面就不算进总户数；名册和居民档案不互相查，由您来写。',
    en: 'From here on every household stands with one vote. A home where nobody lives is none: write it below and it is not in the base. The register does not look into the residents’ roster; you write it.' },
  homes: { zh: '空着没人住的（没有就不填）', en: 'Homes that stand empty (none: leave blank)' }, homesHint: { zh: '一行一户，像“3号楼2单元1201”。', en: 'One home a line, as “3号楼2单元1201”.' },
  source: { zh: '从哪里知道的', en: 'Known from' }, reason: { zh: '怎么看出来的', en: 'What showed it' },
  reasonHint: { zh: '像“三次上门没人，邻居说搬走两年了”。不写人名。', en: 'As “nobody there on three visits”. No names.' },
  kept: { zh: '名单只有表决工作组看得到。公开的只有一共几户，不到30户的表决连几户也不说。', en: 'The list is the ballot team’s alone. Public is only how many, and of fewer than 30 households not even that.' },
  title: { zh: '空着没算进来的', en: 'Left out as empty' }, titleLine: { zh: '有人住的，截止前都能补进来，有票，也算进总户数。', en: 'Where somebody lives after all, take the home back in before the close: it gets a ballot and counts.' },
  back: { zh: '有人住，补进来', en: 'Somebody lives here' }, send: { zh: '补进来', en: 'Take it back in' },
  backReason: { zh: '谁提的，怎么看出来有人住', en: 'Who objected, and what showed it' }, backHint: { zh: '像“租户拿着水费单来说的”。不写人名。', en: 'As “the tenant came with a water bill”. No names.' },
  isBack: (reason: string) => ({ zh: `补进来了：${reason}`, en: `Back in: ${reason}` }), notDone: { zh: '没有办成', en: 'Not done' },
  visit: { zh: '上门看过', en: 'Seen at the door' }, meters: { zh: '水电长期不走', en: 'Water and power unused' }, owner: { zh: '房主说的', en: 'Said by the owner' },
  firm: { zh: '物业登记', en: 'The firm’s books' },
})
