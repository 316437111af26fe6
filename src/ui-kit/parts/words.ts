/** The words of the shared parts, in catalogues by where they are used so that a page carries no more than it says. */
import { words } from '../words.ts'

/** Words of most parts. */
export const partWords = words({
  whyStage: { zh: '为什么：', en: 'Why: ' },
  busy: { zh: '正在交', en: 'Sending' },
  basis: (source: string) => ({ zh: `依据：${source}`, en: `Rule: ${source}` }),
  possibleFrom: (when: string) => ({ zh: `${when}起可以。`, en: `Possible from ${when}.` }),
  lead: { zh: '牵头', en: 'lead' },
  loading: { zh: '正在取', en: 'Loading' },
  optional: { zh: '可不填', en: 'optional' },
  tooLong: (n: number) => ({ zh: `多了${n}个字`, en: `${n} characters too many` }),
  close: { zh: '关上', en: 'Close' },
  brokenTitle: { zh: '这一页没有打开', en: 'This page did not open' },
  brokenWhat: { zh: '可能刚更新过。写好的还在，重新打开就行。', en: 'It may just have been updated. What you wrote is kept; open it again.' },
  reload: { zh: '重新打开', en: 'Open again' },
  notFoundTitle: { zh: '没有找到这一页', en: 'This page was not found' },
  notFoundWhat: { zh: '可能地址少了一位，也可能已经换了地方。', en: 'The address may lack a character, or the page has moved.' },
  toStart: { zh: '回到开头', en: 'Back to the start' },
})

/** Photos: taking, sending, removing. */
export const photoWords = words({
  addPhoto: { zh: '拍照或选照片', en: 'Take or choose a photo' },
  removePhoto: (n: number) => ({ zh: `拿掉第${n}张`, en: `Remove photo ${n}` }),
  photoNth: (n: number) => ({ zh: `第${n}张照片`, en: `Photo ${n}` }),
  photoTooBig: (name: string) => ({ zh: `${name}超过15MB，没有加上。`, en: `${name} is over 15 MB and was not added.` }),
  photoNotImage: (name: string) => ({ zh: `${name}不是照片，没有加上。`, en: `${name} is not a photo and was not added.` }),
  photoFull: (n: number) => ({ zh: `最多${n}张，多的没有加上。`, en: `At most ${n} photos; the rest were not added.` }),
  photoFailed: { zh: '没传上，再试', en: 'Not sent, retry' },
  photoSending: (share: number) => ({ zh: `传了${share}%`, en: `${share}% sent` }),
  photoPrivacy: { zh: '照片里的位置会抹掉', en: 'The place stored in a photo is erased' },
})

/** Names and receipts. */
export const nameWords = words({
  nameHidden: (family: string) => ({ zh: `姓${family}，名字已隐去`, en: `family name ${family}, the rest hidden` }),
  hidden: { zh: '已隐去', en: 'hidden' },
  showName: { zh: '看全名', en: 'Show the whole name' }, showNumber: { zh: '看完整号码', en: 'Show the whole number' },
  showDay: { zh: '看哪天', en: 'Show the day' }, showAll: { zh: '看全文', en: 'Show all of it' },
  forWhat: { zh: '为了什么看', en: 'What for' },
  seenByOwner: { zh: '会记下来，本人看得到。60秒后重新隐去。', en: 'This is recorded and the person sees it. Hidden again after 60 seconds.' },
  hidesIn: (n: number) => ({ zh: `${n}秒后隐去`, en: `hidden in ${n} s` }),
  nth: (number: string) => ({ zh: `第 ${number} 件`, en: `No. ${number}` }),
  verify: { zh: '核对', en: 'Verify' },
})

/** Bars of ink. */
export const barWords = words({
  offline: { zh: '没有信号。您写的存在这台机器上，有信号再交。', en: 'No signal. What you write is kept on this device; send it when the signal is back.' },
  offlineSaved: (n: number) => ({ zh: `没有信号，照常记。已存好${n}条，有信号自动发。`, en: `No signal. Keep working: ${n} saved, sent when the signal is back.` }),
  offlineField: { zh: '没有信号，照常记。有信号自动发。', en: 'No signal. Keep working: it is sent when the signal is back.' },
  shownSince: (when: string) => ({ zh: `看到的是${when}的`, en: `Shown as of ${when}` }),
  waiting: { zh: '等信号', en: 'waiting for signal' },
  sent: { zh: '已发', en: 'sent' },
  undoIn: (n: number) => ({ zh: `撤回，还有${n}秒`, en: `Undo, ${n} s left` }),
})

/** Headers and what every page carries. */
export const phoneWords = words({
  large: { zh: '长辈版', en: 'Large' },
  normalSize: { zh: '标准版', en: 'Standard' },
  otherLanguage: { zh: 'EN', en: '中文' },
  dark: { zh: '深色', en: 'Dark' },
  light: { zh: '浅色', en: 'Light' },
  product: { zh: '邻里', en: 'Linli' },
  demo: { zh: '这里是演示，人和事都是编的。', en: 'A demo: people and matters are made up.' },
  skip: { zh: '跳到正文', en: 'Skip to the text' },
})

/** The frame of the console. */
export const consoleWords = words({
  mainMenu: { zh: '主要栏目', en: 'Main sections' },
  keysTitle: { zh: '全部快捷键', en: 'All keys' },
  help: { zh: '这一页做什么，有哪些快捷键', en: 'What this page is for, and its keys' },
  keyMove: { zh: '上下', en: 'up and down' },
  keySelect: { zh: '多选', en: 'select' },
  keySearch: { zh: '查找', en: 'search' },
  keyGo: { zh: '去哪里', en: 'go to' },
  keyUndo: { zh: '撤回', en: 'undo' },
  keyRows: { zh: '上一条、下一条，Enter打开', en: 'next, previous; Enter opens' },
  keyHelp: { zh: '这张表', en: 'this list' },
})

/** The words on a clock chip. Dates and spans come made up by when.ts. */
export const clockWords = words({
  paused: { zh: '挂账', en: 'On hold' },
  pausedUntil: (day: string) => ({ zh: `挂账，${day}再看`, en: `On hold, review ${day}` }),
  provisional: (day: string) => ({ zh: `暂定${day}`, en: `${day}, provisional` }),
  done: { zh: '已办结', en: 'Done' },
  onTime: { zh: '按时', en: 'on time' },
  soon: { zh: '快到期', en: 'due soon' },
  late: { zh: '已超时', en: 'overdue' },
  isProvisional: { zh: '暂定', en: 'provisional' },
  noDue: { zh: '没定期限', en: 'No date yet' },
})
