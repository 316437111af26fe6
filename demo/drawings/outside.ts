import { bike, car, circle, house, ink, line, path, rect, tree } from './paper.ts'

/** Drawings of what is out of doors. `after` is how it looks when it is done. */

const street = (sky: string, ground: string): string => rect(0, 0, 960, 520, sky) + rect(0, 520, 960, 200, ground)
const bin = (x: number, colour: string, lid: boolean): string => path(`M${x} 430 h110 l-10 150 h-90 z`, colour) + (lid ? rect(x - 8, 408, 126,
  24, colour, 6) + rect(x + 36, 398, 40, 12, ink.soft, 4) : path(`M${x - 10} 420 l120 -60 l8 18 l-118 58 z`, colour)) + circle(x + 22, 584, 9,
  ink.ink) + circle(x + 88, 584, 9, ink.ink)

export const bins = (after: boolean): string => street('#E6E9E4', '#CBC6B8') + house(0, 960, 60, '#DCD5C6', '#B8C6CE') + rect(150, 250, 660, 20,
  ink.edge) + rect(160, 270, 16, 330, ink.edge) + rect(784, 270, 16, 330, ink.edge) +
  (after ? rect(130, 222, 700, 34, ink.jade, 4) : '') + [200, 350, 500, 650].map((x, i) => bin(x, ['#4F7A63', '#34557A', '#5A5D63',
    '#A8503F'][i] ?? ink.soft, after)).join('') +
  (after ? `<ellipse cx="480" cy="640" rx="320" ry="22" fill="#DAD6CB"/>` : [[250, 380], [400, 370], [560, 384], [330, 620], [470, 640], [620,
    626], [720, 650]].map(([x, y], i) => circle(x ?? 0, y ?? 0, 34 + (i % 3) * 8, ['#6B6E73', '#E8E3D6', '#8A7B66'][i % 3] ?? ink.soft)).join(''))

export const ramp = (after: boolean): string => street('#EAEDE8', '#CFCABD') + rect(0, 80, 960, 440, '#E2DACA') + rect(560, 170, 220, 350,
  '#6E7F86', 4) + rect(580, 190, 85, 250, '#B8C6CE') + rect(675, 190, 85, 250, '#B8C6CE') + rect(520, 130, 300, 30, ink.soft) +
  (after ? path('M120 640 L560 520 H820 V640 Z', '#D8D0BF') + path('M120 640 L560 520', 'none', ink.edge, 6) + [0, 1, 2, 3,
    4].map((i) => line(`M${200 + i * 80} ${622 - i * 22} v-110`, '#7A8288', 9)).join('') + line('M190 514 L540 418', '#7A8288', 12) + [0, 1, 2,
    3].map((i) => line(`M${240 + i * 80} ${634 - i * 5} l26 -8`, ink.ochre, 8)).join('') :
    rect(500, 560, 340, 40, '#D0C8B7') + rect(540, 520, 280, 40, '#DBD3C3') + rect(460, 600, 420, 40, '#C4BBA9') + bike(220, 604, '#A8503F') +
      bike(330, 616, '#4F7A63'))

export const shed = (after: boolean): string => (after ? street('#E6ECEA', '#CDC8BB') + house(0, 960, 40, '#E0D8C8', '#B8C6CE') + rect(90, 250,
  780, 30, ink.jade, 4) + [110, 470, 830].map((x) => rect(x, 280, 18, 320, ink.edge)).join('') +
  [170, 370, 560].map((x, i) => bike(x, 590, ['#A8503F', '#34557A', '#C79A4B'][i] ?? ink.soft)).join('') + [230, 430, 640].map((x) => rect(x,
    330, 40, 60, ink.sheet, 6) + circle(x + 20, 350, 6, ink.jade)).join('') :
  rect(0, 0, 960, 720, '#D9D0BE') + rect(0, 560, 960, 160, '#B9AF9D') + rect(300, 100, 360, 460, '#8E8A80', 4) + rect(324, 124, 312, 436,
    '#6A6D70') + line('M520 0 q-40 200 10 320 q30 100 -60 200', ink.cinnabar, 7) + rect(446, 500, 60, 30, ink.sheet, 6) +
  [120, 330, 560].map((x, i) => bike(x, 620, ['#4F7A63', '#A8503F', '#34557A'][i] ?? ink.soft)).join(''))

export const stall = (after: boolean): string => (after ? street('#4B505C', '#6A6C70') : street('#3F434D', '#5E5F62')) + rect(0, 110, 960, 410,
  after ? '#6B665E' : '#575349') + rect(120, 240, 420, 280, '#E8B968') + rect(140, 300, 180, 180, '#F6D99A') + rect(350, 300, 170, 220,
  '#8C6B4A') + rect(90, 190, 480, 56, ink.cinnabar, 4) + rect(640, 170, 90, 120, '#F0D9A2') + rect(790, 170, 90, 120, '#8A867C') +
  (after ? rect(330, 96, 190, 70, '#A9B1B8', 6) + line('M350 118 H500 M350 142 H500', '#7A8288', 6) + rect(620, 500, 120, 12, '#9A9488') :
    rect(600, 500, 200, 70, '#3B342C', 6) + [0, 1, 2, 3, 4].map((i) => circle(625 + i * 38, 502, 13, '#E0703A')).join('') + [[690, 440, 34],
      [725, 385, 46], [680, 320, 58], [740, 245, 70], [690, 160, 84]].map(([x = 0, y = 0, r = 0], i) => circle(x, y, r, '#B9B4AA',
      `opacity="${0.5 - i * 0.07}"`)).join('') + rect(660, 600, 90, 14, '#C9C1B0') + rect(690, 614, 14, 60, '#C9C1B0'))

export const lane = (after: boolean): string => street('#E7ECEE', '#8F8D87') + house(0, 380, 60, '#DDD5C5', '#B4C3CC') + house(620, 340, 110,
  '#D5CCBB', '#B4C3CC') + path('M330 720 L440 520 H560 L720 720 Z', '#7E7C76') +
  [0, 1, 2, 3].map((i) => line(`M${386 - i * 18 + 20} ${560 + i * 40} L${590 + i * 26} ${560 + i * 40}`, '#E2B93B', 6)).join('') +
    line('M440 520 L330 720 M560 520 L720 720', '#E2B93B', 8) +
  (after ? [400, 610].map((x) => rect(x, 470, 16, 90, ink.cinnabar, 6) + rect(x, 490, 16, 14, ink.sheet) + rect(x, 520, 16, 14,
    ink.sheet)).join('') : car(250, 640, '#5A6672') + car(500, 600, '#B8B2A5') + car(590, 690, '#8C4A3C'))

export const road = (after: boolean): string => rect(0, 0, 960, 720, after ? '#4A5568' : '#23262E') + path('M0 720 L380 360 H580 L960 720 Z',
  after ? '#6F7178' : '#2E3138') + house(0, 260, 200, after ? '#5B6170' : '#2A2D35', after ? '#E9CF92' : '#3A3D45') + house(720, 240, 220,
  after ? '#565C6A' : '#292C34', after ? '#E9CF92' : '#3A3D45') +
  [[300, 620, 1], [360, 500, 0.7], [660, 620, 1], [600, 500, 0.7]].map(([x = 0, y = 0, k = 1]) => rect(x, y - 330 * k, 10 * k, 330 * k,
    '#8B8F99') + (after ? path(`M${x} ${y - 330 * k} l-110 ${330 * k} h230 z`, '#F6E2A8') .replace('/>', ' opacity="0.22"/>') + circle(x + 5,
    y - 330 * k, 20 * k, '#FFF3CF') : '')).join('') + (after ? '' : circle(800, 110, 40, '#D9D4C4'))

export const wall = (after: boolean): string => rect(0, 0, 960, 720, '#E9E2D2') + rect(330, 130, 300, 330, '#B4C3CC', 4,
  `stroke="${ink.sheet}" stroke-width="16"`) + line('M480 130 V460', ink.sheet, 10) + rect(0, 640, 960, 80, '#B9916A') + rect(0, 626, 960, 14,
  '#F2ECDF') +
  (after ? rect(700, 500, 120, 126, '#A57F58', 4) + circle(760, 470, 44, '#7FA188')
    : path('M640 0 q40 120 10 200 q60 90 20 220 q40 60 0 210 h290 v-630 z', '#C7B48D') + path('M720 0 q30 150 0 260 q50 100 10 370 h230 v-630 z',
    '#AE9A72') + [0, 1, 2, 3, 4, 5].map((i) => circle(760 + (i * 53) % 180, 120 + i * 82, 16 + (i % 3) * 8, '#8F8766', 'opacity="0.6"')).join(''))

export const greenery = (after: boolean): string => street('#DCE8EC', '#C6CDB4') + house(420, 540, 30, '#E2D9C8', '#A9BECB') + (after ? tree(230,
  600, 240, 95) + rect(150, 600, 170, 16, '#8FA07C', 8) : tree(330, 600, 320, 170) + line('M430 260 q90 -40 150 -10 M420 340 q100 0 190 40',
  '#7A6A52', 14) + circle(590, 250, 44, '#6F9279') + circle(620, 384, 40, '#618469'))

export const slide = (after: boolean): string => street('#E4EEF0', '#D7C79E') + tree(120, 540, 180, 90) + rect(560, 180, 160, 30, '#B2594A', 4) +
  path('M540 180 L640 110 L740 180 Z', '#B2594A') + [570, 700].map((x) => rect(x, 180, 14, 380, '#7A8288')).join('') +
  line('M590 250 H700 M590 320 H700 M590 390 H700 M590 460 H700', '#7A8288', 8) +
  path('M560 260 Q430 300 360 480 Q330 560 240 580 L236 544 Q300 530 330 460 Q400 270 560 216 Z', '#E0B03E') +
  (after ? '' : line('M420 356 l24 30 l-14 20 l26 30', ink.ink, 6) + [150, 430, 760].map((x) => rect(x, 560, 12, 100, ink.cinnabar)).join('') +
    line('M156 590 H766 M156 630 H766', ink.cinnabar, 10))
