import { words } from '../../../../ui-kit/index.ts'

/** Words of what comes after whistles, of the public list as the street keeps it, and of notices that are stuck. */
export const afterWords = words({
  title: { zh: '互评与复盘', en: 'After whistles' },
  line: { zh: '办完的哨，双方互评，再写两句复盘：流程缺什么，谁改，到哪天。', en: 'Both sides rate, then two lines: what the process lacked, who changes it, until when.' },
  to_rate: { zh: '要互评的', en: 'To rate' }, to_review: { zh: '要复盘的', en: 'To review' }, promised: { zh: '说了要改的', en: 'Promised changes' },
  none_to_rate: { zh: '没有要您评的哨', en: 'Nothing to rate' }, none_to_review: { zh: '办完的哨都复盘过了', en: 'Every finished whistle is reviewed' },
  none_promised: { zh: '没有说了要改的', en: 'No change is promised' },
  by: (by: string, called: string) => ({ zh: `${by}吹的，请了${called}`, en: `${by} called ${called}` }),
  rate: { zh: '去评', en: 'Rate' }, review: { zh: '去写', en: 'Write' }, until: (who: string, day: string) => ({ zh: `${who}，${day}前`,
    en: `${who}, until ${day}` }),
  late: { zh: '过了日子', en: 'past the day' }, made: { zh: '改好了', en: 'made' }, markMade: { zh: '记下：改好了', en: 'Mark as made' },
  lacked: (what: string) => ({ zh: `缺：${what}`, en: `Lacked: ${what}` }), amend: { zh: '建议改清单', en: 'amend the list' },
  failed: { zh: '没有取到', en: 'Not loaded' }, again: { zh: '再取一次', en: 'Load again' },
  // the list
  listTitle: { zh: '吹哨清单', en: 'Whistle list' }, listLine: { zh: '居民在公开页上看到的就是这一份。旧的一版也留着。',
    en: 'What residents read on the public page; every version stays.' },
  publicPage: { zh: '看公开页', en: 'Public page' }, newItem: { zh: '加一项', en: 'Add an item' }, change: { zh: '改这一项', en: 'Amend' },
    takeOff: { zh: '拿下清单', en: 'Take off' },
  amendTitle: (name: string) => ({ zh: `改“${name}”`, en: `Amend “${name}”` }), addTitle: { zh: '清单上加一项', en: 'Add an item to the list' },
  offTitle: (name: string) => ({ zh: `把“${name}”拿下清单`, en: `Take “${name}” off the list` }),
  amendTells: { zh: '公开，居民和部门都看得到；旧的一版留着。', en: 'Public; the version before stays.' }, amendDo: { zh: '改清单', en: 'Amend the list' },
  name: { zh: '什么事', en: 'What' }, situation: { zh: '哪种情形', en: 'Situation' }, lead: { zh: '谁牵头', en: 'Lead' }, supports: { zh: '谁配合',
    en: 'Supports' },
  doneWhen: { zh: '怎么算成', en: 'Done when' }, law: { zh: '哪部法、哪个文件', en: 'Law or rule' }, article: { zh: '第几条', en: 'Article' },
  from: { zh: '哪天起', en: 'From which day' }, reason: { zh: '为什么改', en: 'Why' }, reasonHint: { zh: '公开的一句话，别写人和门牌。',
    en: 'A public sentence: no persons, no doors.' },
  number: { zh: '从哪件事学来的，编号', en: 'Number of the matter that taught it' }, fill: { zh: '还有没填的', en: 'Something is missing' },
  codeOf: { zh: '代号（英文小写）', en: 'Code (lower-case letters)' }, coming: (day: string) => ({ zh: `${day}起换新的一版`, en: `a new version from ${day}` }),
  version: (n: number, day: string) => ({ zh: n === 0 ? `${day}起` : `第${n}次改，${day}起`, en: n === 0
    ? `since ${day}` : `amended ${n}×, since ${day}` }),
  // stuck
  stuckTitle: { zh: '没送到的通知', en: 'Notices not delivered' },
  stuckLine: { zh: '事情照办，通知会自己再试：过1分钟、5分钟、半小时、2小时、12小时。',
    en: 'Nothing waits for a notice: it is tried again after 1, 5, 30 minutes, 2 and 12 hours.' },
  stuckNone: { zh: '通知都送到了', en: 'Every notice was delivered' }, stuckNoneLine: { zh: '送不到的会列在这里，可以再发，也可以打电话。',
    en: 'What could not be delivered stands here, to be sent again or told by phone.' },
  to: { zh: '给谁', en: 'For' }, about: { zh: '哪件事', en: 'About' }, tried: { zh: '试了', en: 'Tries' }, next: { zh: '下次', en: 'Next try' },
  times: (n: number) => ({ zh: `${n}次`, en: `${n}` }), givenUp: { zh: '不再自己试', en: 'given up' }, reporter: { zh: '报的人', en: 'the reporter' },
    street: { zh: '街道', en: 'the street' },
  retry: { zh: '现在再发', en: 'Send again now' },
})
