import { words } from '../../../ui-kit/index.ts'

export const posterWords = words({
  title: { zh: '门口海报', en: 'Door posters' },
  line: { zh: '贴在楼门口，居民扫码就能说事。上面写着找谁、投诉打哪儿，人换了要重印。',
    en: 'For each door: scan to say what is wrong. It names whom to ask; print it anew when they change.' },
  where: { zh: '哪个小区', en: 'Which compound' },
  other: { zh: '只要一栋', en: 'One building only' },
  otherHint: { zh: '只要一栋：写楼号，如 3号楼', en: 'Only one building: its number' },
  each: { zh: '贴在哪儿', en: 'Where they hang' },
  building: { zh: '每栋一张', en: 'One each building' },
  unit: { zh: '每个单元一张', en: 'One each unit' },
  print: (n: number) => ({ zh: `打印${n}张`, en: `Print ${n}` }),
  printNone: { zh: '先选几张', en: 'Choose some first' },
  all: { zh: '全选', en: 'Choose all' },
  none: { zh: '全不选', en: 'Choose none' },
  chosen: (n: number, all: number) => ({ zh: `${all}张，选了${n}张。A4纸，一张一页，按实际大小打。`, en: `${n} of ${all} chosen. A4, one a page, at actual size.` }),
  look: (place: string) => ({ zh: `看大图：${place}`, en: `Look closer: ${place}` }),
  choose: (place: string) => ({ zh: `打印${place}`, en: `Print ${place}` }),
  loopback: (host: string) => ({ zh: `现在的网址 ${host} 只有这台机器打得开。正式打印前，从居民用的网址进来再印，码才扫得通。`,
    en: `Only this machine can open ${host}. Before printing for real, come in by the address that residents use.` }),
  empty: { zh: '这里没有楼门', en: 'There are no doors here' },
  emptyLine: { zh: '换一个小区或一栋楼试试。', en: 'Try another compound or building.' },
  failed: { zh: '海报没有取到', en: 'The posters could not be read' },
  again: { zh: '再试一次', en: 'Try again' },
})

/** What stands on the poster itself; a poster is Chinese whatever the screen speaks. */
export const POSTER = {
  product: '邻里', ask: '哪里不对？', scan: '扫一下，说一声。', easy: '不用装软件，不用注册，照片和说话都行',
  steps: [['说', '30秒说完'], ['看', '谁在办，到哪天'], ['评', '办得好不好，您说了算']],
  captain: '楼栋长', grid: '网格员', firm: '物业', complain: '投诉', vacant: '空缺，找网格员', gridVacant: '空缺，找社区', hidden: '姓名不公开', noFirm: '没有物业，找社区',
    noPhone: '电话不公开',
  noComplain: ['市民热线', '12345'],
} as const

/** The lines at the foot of a poster. */
export const posterFoot = {
  help: (captain: string | null): string => (captain === null ? '不会用手机，找网格员或到社区，替您写，一样算数。' : `不会用手机，找楼栋长${captain}，替您写，一样算数。`),
  address: (host: string): string => `扫出来的网址只认 ${host}，不是它就别填，打上面的投诉电话。`,
  month: (year: number, month: number): string => `${year}年${month}月印`,
} as const
