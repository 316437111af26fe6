import { words } from '../../../ui-kit/index.ts'

/** Words of who speaks. */
export const speakWords = words({
  title: { zh: '起个名字，就能说话', en: 'Choose a name and speak' },
  line: { zh: '前面用您起的名字，后面有手机号作证。手机号加密存着，谁的页面上都没有。',
    en: 'A name of your choice stands in front, a phone behind it. The phone is kept encrypted and stands on nobody’s page.' },
  phone: { zh: '手机号', en: 'Phone' }, age: { zh: '您多大', en: 'Your age' },
  adult: { zh: '满18岁', en: '18 or over' }, teen: { zh: '14到17岁', en: '14 to 17' }, child: { zh: '不到14岁', en: 'Under 14' },
  tooYoung: { zh: '还没满14岁，请爸爸妈妈替你说。这里什么也没有留下。', en: 'Under 14, please ask a parent to say it for you. Nothing was kept here.' },
  teenLine: { zh: '您说的，社区的大人先看一遍再放出来。', en: 'What you say is looked at by somebody of the community first.' },
  sendCode: { zh: '发验证码', en: 'Send me a code' }, phoneFirst: { zh: '先写手机号', en: 'Enter your phone first' }, ageFirst: { zh: '选一下多大', en: 'Say how old you are' },
  codeLine: (end: string) => ({ zh: `验证码发到尾号${end}的手机了。`, en: `A code was sent to the phone ending in ${end}.` }),
  demoCode: (code: string) => ({ zh: `演示里不发短信，验证码是 ${code}`, en: `No message is sent in the demo; the code is ${code}` }),
  code: { zh: '验证码', en: 'Code' }, codeFirst: { zh: '写上6位验证码', en: 'Enter the six digits' },
  name: { zh: '大家怎么叫您', en: 'Name to be called by' }, nameHint: { zh: '不用真名，像“老槐树”“三楼的猫”', en: 'Not your real one: “Old pagoda tree”' },
  nameFirst: { zh: '起一个名字', en: 'Choose a name' },
  building: { zh: '住哪栋楼', en: 'Your building' }, compound: { zh: '住哪个小区', en: 'Your compound' },
  buildingHint: { zh: '只用来数哪栋楼说得少，不跟您的话放在一起', en: 'Only to see which buildings are missing; it never stands beside your words' },
  notSaid: { zh: '不说', en: 'Rather not say' },
  open: { zh: '用这个名字说话', en: 'Speak under this name' }, opening: { zh: '正在核对…', en: 'Checking…' }, otherPhone: { zh: '换个手机号', en: 'Another phone' },
  notOpen: { zh: '还没开好', en: 'Not opened' }, notSent: { zh: '验证码没发出去', en: 'The code was not sent' },
  as: (name: string) => ({ zh: `以|${name}|发言`, en: `Speaking as |${name}|` }),
  change: { zh: '换个名字', en: 'Change name' }, mine: { zh: '我说过的', en: 'What I said' }, save: { zh: '就用这个', en: 'Use this' },
  changeLine: { zh: '以前说的还挂原来的名字。', en: 'What you said before keeps the old name.' }, notChanged: { zh: '没换成', en: 'Not changed' },
  failed: { zh: '没有取到', en: 'Not read' }, again: { zh: '再取一次', en: 'Try again' },
})
