import { bike, circle, ink, line, path, rect, room } from './paper.ts'

/** Drawings of what is indoors: stairs, lift, pipes, stove. `after` is how it looks when it is done. */

const steps = (colour: string): string => Array.from({ length: 6 }, (_, i) => rect(80 + i * 100, 560 - i * 62, 620 - i * 100 + 260, 62, colour,
  0, `stroke="${ink.line}" stroke-width="3"`)).join('')

export const lamp = (after: boolean): string => {
  const wall = after ? '#F1E4C4' : ink.night
  const glow = after ? circle(480, 120, 230, '#FBEFC9', 'opacity="0.75"') + circle(480, 120, 120, '#FFF7DD') : circle(480, 120, 70, '#4B4D57')
  return rect(0, 0, 960, 720, wall) + glow + rect(464, 0, 32, 70, ink.edge) + circle(480, 108, 46, after ? '#FFFDF0' : '#6B6D76') + steps(after
    ? '#DCD2BB' : '#53555E') +
    line('M120 470 L780 60', after ? '#7A6A52' : '#2B2C33', 14) + rect(760, 330, 110, 190, after ? '#8C6B4A' : '#2F3037', 4) + circle(782, 428,
      7, ink.ochre)
}

export const lift = (after: boolean): string => {
  const gap = after ? 0 : 70
  return room('#E9E3D5', '#CFC7B6', 600) + rect(270, 110, 420, 490, ink.edge, 6) + rect(290, 130, 380, 470, '#55585F') +
    rect(290, 130, 190 - gap, 470, '#B9BDC2') + rect(480 + gap / 3, 130, 190 - gap / 3, 470, '#AEB3B8') + line(`M${480 - gap} 130 V600`,
      '#8C9197', 4) +
    rect(730, 320, 54, 110, ink.sheet, 8, `stroke="${ink.line}" stroke-width="3"`) + circle(757, 352, 13, after ? ink.jade : ink.sunk) +
      circle(757, 398, 13, ink.sunk) + rect(430, 62, 100, 36, ink.ink, 6) +
    (after ? path('M462 88 l18 -20 l18 20 z', '#E7C98A') : rect(450, 76, 60, 8, ink.cinnabar, 4)) +
    (after ? '' : rect(330, 470, 300, 90, '#F3E3BF', 6, `stroke="${ink.ochre}" stroke-width="4"`) + line('M360 500 H600 M360 528 H520', ink.soft, 8))
}

export const pipe = (after: boolean): string => room('#E4E2DA', '#C9C2B3', 560) + rect(420, 0, 74, 560, after ? '#D7DCDF' : '#A38A6B') +
  (after ? '' : Array.from({ length: 9 }, (_, i) => circle(430 + (i % 3) * 25, 90 + i * 48, 12 + (i % 4) * 4, '#7E5A34', 'opacity="0.7"')).join('')) +
  rect(404, 230, 106, 56, after ? '#9AA7AE' : '#6F5334', 8) + rect(404, 420, 106, 40, after ? '#9AA7AE' : '#6F5334', 8) +
  (after ? circle(540, 258, 24, 'none', `stroke="${ink.jade}" stroke-width="10"`) :
    path('M512 262 q80 10 96 120 q8 120 10 178', 'none', '#7FA6BF', 12) + path('M512 268 q50 30 60 140 q4 90 2 150', 'none', '#9DBDD0', 8) +
      `<ellipse cx="600" cy="612" rx="210" ry="42" fill="#A9C4D4"/>`) +
  rect(140, 330, 160, 230, '#B9916A', 6) + circle(276, 452, 8, ink.ochre) + (after ? '' : rect(640, 500, 120, 100, '#B23620', 8) +
    path('M650 500 q50 -70 100 0', 'none', ink.soft, 6))

export const stairs = (after: boolean): string => room('#EDE7DA', '#D3CAB8', 540) + rect(120, 150, 220, 390, '#7C6A56', 4) + circle(315, 350, 9,
  ink.ochre) + rect(640, 120, 200, 420, ink.jadeSoft, 4) +
  rect(664, 150, 60, 90, ink.sheet) + rect(756, 150, 60, 90, ink.sheet) + rect(690, 80, 100, 30, ink.jade, 4) +
  (after ? line('M360 620 H620', ink.ochre, 6) + circle(500, 300, 26, ink.cinnabar) + rect(486, 286, 28, 28, ink.sheet) :
    rect(380, 430, 150, 130, '#C59A66', 2) + rect(400, 330, 120, 100, '#D2AA78', 2) + rect(540, 470, 130, 90, '#B98C58', 2) +
      line('M380 490 H530 M400 380 H520', '#9A7446', 5) + rect(560, 380, 70, 90, '#6F8FA6', 4) + bike(150, 610, '#6B7F94'))

export const gas = (): string => room('#EFEAE0', '#D5CDBD', 540) + rect(120, 380, 720, 160, '#B9B0A0', 4) + rect(300, 350, 320, 34, ink.ink, 6) +
  circle(390, 350, 40, '#3C3A36') + circle(530, 350, 40, '#3C3A36') +
  path('M372 326 q18 -44 36 0 q-18 16 -36 0', '#5F8FC0') + path('M512 326 q18 -44 36 0 q-18 16 -36 0', '#5F8FC0') + rect(690, 120, 110, 130,
    ink.sheet, 8, `stroke="${ink.line}" stroke-width="4"`) + rect(708, 142, 74, 34, '#DDE6DF', 4) +
  line('M745 250 V350 H620', '#C79A4B', 14) + circle(745, 300, 20, ink.jade) + rect(140, 80, 260, 180, ink.indigoSoft, 4,
    `stroke="${ink.sheet}" stroke-width="10"`)

export const shelf = (): string => room('#F2ECDD', '#D8CEB9', 580) + rect(240, 150, 480, 430, '#A57F58', 6) + [180, 320,
  460].map((y) => rect(264, y, 432, 110, '#E9DFC9')).join('') +
  Array.from({ length: 33 }, (_, i) => { const colour = ['#B2594A', '#34557A', '#4F7A63', '#C79A4B', '#8B8374', '#7E6B8F'][i % 6] ?? ink.indigo
    const shelfNo = Math.floor(i / 11); return rect(272 + (i % 11) * 38, 190 + shelfNo * 140 + (i * 7) % 22, 28, 100 - (i * 7) % 22, colour,
      2) }).join('') + circle(150, 560, 46, '#B2594A') + rect(130, 590, 40, 60, '#8C4A3C', 8)

export const board = (): string => room('#EDE7DA', '#CFC6B4', 600) + rect(200, 110, 560, 420, '#7A6A52', 6) + rect(222, 132, 516, 376,
  ink.paper) + rect(250, 160, 220, 310, ink.sheet) + rect(500, 160, 210, 150, ink.sheet) + rect(500, 330, 210, 140, ink.sheet) +
  Array.from({ length: 7 }, (_, i) => line(`M272 ${236 + i * 32} H${i % 2 ? 400 : 448}`, ink.edge, 7)).join('') + rect(272, 184, 120, 22,
    ink.cinnabar) + [0, 1, 2, 3].map((i) => rect(522 + i * 46, 290 - i * 22, 30, 10 + i * 22, ink.jade)).join('') +
    line('M522 366 H688 M522 400 H660 M522 434 H680', ink.edge, 7)

export const stop = (): string => room('#F0E5CB', '#D6C8AB', 560) + rect(90, 330, 520, 34, '#A57F58', 6) + rect(120, 364, 26, 196, '#8C6B4A') +
  rect(550, 364, 26, 196, '#8C6B4A') + rect(170, 210, 130, 120, '#E8E6E0', 10) + rect(186, 230, 76, 76, '#4A4D52', 6) + circle(282, 250, 7,
  ink.jade) +
  rect(360, 180, 90, 150, '#C9D6E4', 12) + rect(384, 300, 42, 30, '#8B9AAA') + path('M480 326 v-40 h50 v40 z', ink.sheet) +
    path('M494 270 q10 -20 0 -40 M516 270 q10 -20 0 -40', 'none', ink.stone, 5) +
  rect(680, 160, 180, 260, '#E0B03E', 10) + circle(770, 250, 42, '#F0CB74') + rect(720, 330, 100, 16, '#8C6B1E', 8) + rect(660, 470, 220, 26,
    '#A57F58', 6) + rect(690, 496, 22, 80, '#8C6B4A') + rect(830, 496, 22, 80, '#8C6B4A')
