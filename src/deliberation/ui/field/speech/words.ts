import { words } from '../../../../ui-kit/index.ts'

/** Words of writing down what somebody says. */
export const downWords = words({
  title: { zh: '替人记一句', en: 'Write down what somebody says' }, me: { zh: '我的', en: 'Me' },
  line: { zh: '没有手机的、不会打字的，说给您听，您原话记下来。页面上会写明是谁代记的。', en: 'For those without a phone: write their own words down. The page says who wrote them.' },
  thread: { zh: '说的是哪件事', en: 'About which matter' }, none: { zh: '这里没有正在议的事', en: 'Nothing is being deliberated here' },
  noneLine: { zh: '社区开了一件，这里就能记。', en: 'Once the community begins one, you can write here.' },
  how: { zh: '怎么听来的', en: 'How it came' }, door: { zh: '上门听的', en: 'At the door' }, paper: { zh: '写在纸上的', en: 'On paper' }, meeting: { zh: '会上说的', en: 'In a meeting' },
  name: { zh: '大家怎么叫他', en: 'Name to be called by' }, nameHint: { zh: '不写真名，像“三楼的奶奶”', en: 'Not the real name: “Granny of the third floor”' },
  words: { zh: '原话', en: 'Their words' }, wordsHint: { zh: '别写姓名、电话、门牌', en: 'Leave out names, phones and door numbers' }, send: { zh: '记下来，记下一位', en: 'Write it down, next one' }, sending: { zh: '正在记…', en: 'Saving…' },
  nameFirst: { zh: '写上怎么叫他', en: 'Say what to call them' }, wordsFirst: { zh: '写上原话', en: 'Write their words' }, threadFirst: { zh: '选一件事', en: 'Choose a matter' },
  noLine: { zh: '没有信号，照常记。有信号自动发。', en: 'No signal: it is kept and sent later.' }, saved: { zh: '记下了，大家看得到。', en: 'Written down and shown.' },
  held: { zh: '记下了，社区看过再放出来。', en: 'Written down; the community looks first.' }, kept: { zh: '先存在手机上，有信号自动发。', en: 'Kept on this phone until there is a signal.' }, notKept: { zh: '没记上', en: 'Not written down' },
})
