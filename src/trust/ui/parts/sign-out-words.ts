/** The words of signing out while something waits. */
import { words } from '../../../ui-kit/index.ts'

export const signOutWords = words({
  title: (n: number) => ({ zh: `这里还有${n}条没交上去`, en: `${n} not sent yet` }),
  line: { zh: '退出就从这里删掉，找不回来；下一个用这台的人看不到。要留，先去交上。', en: 'Signing out erases them from this device for good, so that whoever comes next cannot read them. To keep them, send them first.' },
  send: (what: string, n: number) => ({ zh: `去交：${what}（${n}条）`, en: `Send: ${what} (${n})` }),
  erase: { zh: '不要了，退出', en: 'Erase them and sign out' },
  stay: { zh: '先不退', en: 'Stay signed in' },
})
