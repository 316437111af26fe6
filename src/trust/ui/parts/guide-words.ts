/** The words of the guided path. */
import { words } from '../../../ui-kit/index.ts'

type Who = string

export const stepWords = words({
  say: { zh: '居民说', en: 'A resident speaks' },
  look: { zh: '楼栋长看', en: 'The captain looks' },
  decide: { zh: '社区定', en: 'The community decides' },
  come: { zh: '部门来', en: 'The department comes' },
  check: { zh: '别人验', en: 'Somebody else checks' },
  judge: { zh: '居民评', en: 'The resident judges' },
  see: { zh: '大家看', en: 'Everybody sees' },
})

/** One line under each step on the first page. */
export const stepLines = words({
  say: (who: Who) => ({ zh: `${who}扫门口的码，说楼道堆满了`, en: `${who} scans the code at the door: the stairs are blocked` }),
  look: (who: Who) => ({ zh: `${who}办不了，写明原因往上转`, en: `${who} cannot settle it and hands it on, with the reason` }),
  decide: (who: Who) => ({ zh: `${who}吹哨，请部门来`, en: `${who} blows a whistle for departments` }),
  come: (who: Who) => ({ zh: `${who}限时报到，记下做了什么`, en: `${who} reports in by the deadline and logs the work` }),
  check: (who: Who) => ({ zh: `${who}去现场看，不是谁办谁验`, en: `${who} looks on site: who did it does not check it` }),
  judge: (_: Who) => ({ zh: '联系了吗，解决了吗，满意吗', en: 'Reached? Solved? Satisfied?' }),
  see: (_: Who) => ({ zh: '公开栏上有结果，谁都能看', en: 'The result stands on the board for everybody' }),
})

/** What the bar says while somebody is at a step: what to do here, and why it is so. */
export const barLines = words({
  say: (_: Who) => ({ zh: '句子替您写好了。看看谁会接，点最下面的按钮交上去。不用登录，回执码要留着。',
    en: 'The words are filled in. See who will get it and press the button below. No account; keep the receipt code.' }),
  look: (who: Who) => ({ zh: `您是${who}。邻居的东西搬不动：点“别的”，选“往上转”，挑个原因，转给社区。`,
    en: `You are ${who}. You cannot move a neighbour's things: press "More", pass it on with a reason, to the community.` }),
  decide: (who: Who) => ({ zh: `您是${who}。点“吹哨”。预案按类别选好了：消防站牵头，派出所和执法队配合。写一句难在哪，吹响。`,
    en: `You are ${who}. Press "Blow a whistle". The plan fits the category: the fire station leads. Say what is difficult, and blow.` }),
  come: (who: Who) => ({ zh: `您是${who}。先别报到，拨快钟看看：到点系统自己催，再不来就上街道督办单。然后报到、记一笔、办好了。`,
    en: `You are ${who}. Don't report in yet, move the clock on: the system reminds, then the street supervises. Then report in and finish.` }),
  check: (who: Who) => ({ zh: `您是${who}。没经手办理的人才能复核。去看一眼，写下看到了什么。`,
    en: `You are ${who}. Only somebody who did no work on it may verify. Look, and write what you saw.` }),
  judge: (_: Who) => ({ zh: '又回到报的人。三句话自己答，谁也改不了；说没解决，会重开一次。',
    en: 'Back with who reported it. Three answers nobody can change; "not solved" reopens it once.' }),
  see: (_: Who) => ({ zh: '谁都能看的公开栏：谁在办、到哪天、怎么完的、报的人怎么说。没有名字、电话和门牌。',
    en: 'The board for everybody: who has it, until when, how it ended, what the reporter said. No names, phones or doors.' }),
})

export const guideWords = words({
  title: { zh: '三分钟，跟着一件事走一遍', en: 'Three minutes with one matter' },
  line: { zh: '每一步会自动换成该做这一步的人，上面有一句话说明为什么。', en: 'Each step signs you in as whoever does it, with a sentence that says why.' },
  begin: { zh: '从第1步开始', en: 'Begin with step 1' },
  resume: (n: number) => ({ zh: `接着走第${n}步`, en: `Go on with step ${n}` }),
  own: { zh: '或扫门口的码，用自己的手机当居民', en: 'Or scan a door\'s code and be the resident on your own phone' },
  seconds: (n: number) => ({ zh: `${n}秒`, en: `${n} s` }),
  bar: { zh: '引导', en: 'Guided path' },
  stepOf: (n: number, of: number) => ({ zh: `第${n}步，共${of}步`, en: `Step ${n} of ${of}` }),
  next: (name: string) => ({ zh: `下一步：${name}`, en: `Next: ${name}` }),
  needsMatter: { zh: '先把事交上去', en: 'Send the matter first' },
  end: { zh: '走完了', en: 'Finished' },
  back: { zh: '上一步', en: 'Back' },
  leave: { zh: '退出', en: 'Leave' },
  clock: (hours: number) => ({ zh: `把钟拨快${hours}小时`, en: `Move the clock on ${hours} hours` }),
  clockAgain: (hours: number) => ({ zh: `再拨快${hours}小时`, en: `And ${hours} hours more` }),
  moved: (day: string, time: string) => ({ zh: `现在是${day} ${time}`, en: `It is now ${day} ${time}` }),
})
