import { expect, test } from 'vitest'
import { layOut, type Point } from './map-layout.ts'

const ring = (x: number, y: number) => {
  const dots = Array.from({ length: 12 }, (_, n): Point => [x + Math.cos(n / 2), y + Math.sin(n / 2)])
  return { dots, outline: dots }
}
const far = (one?: Point, other?: Point): number => Math.hypot((one?.[0] ?? 0) - (other?.[0] ?? 0), (one?.[1] ?? 0) - (other?.[1] ?? 0))

test('[OM4] near stays near: one scale for both directions, all within the frame, names on nobody’s mark and not on each other', () => {
  const shapes = [ring(0, 0), ring(9, 1), ring(4, 5)]
  const laid = layOut(shapes, { width: 700, height: 460, line: 22, nameWidths: [90, 90, 90] })
  const ratio = (of: readonly { readonly dots: readonly Point[] }[]): number => far(of[0]?.dots[0], of[1]?.dots[0]) / far(of[0]?.dots[0],
    of[0]?.dots[6])
  expect(ratio(laid)).toBeCloseTo(ratio(shapes), 6)
  for (const { dots, name: [nx, ny] } of laid) for (const [x, y] of dots) {
    expect([x > 0, x < 700, y > 0, y < 460]).toEqual([true, true, true, true])
    expect(Math.abs(x - nx) < 45 && Math.abs(y - ny) < 13).toBe(false)
  }
  const names = laid.map(({ name }) => name)
  expect(names.every((a, n) => names.slice(n + 1).every((b) => Math.abs(a[0] - b[0]) > 90 || Math.abs(a[1] - b[1]) > 22))).toBe(true)
})

test('people who all answered the same lie on one point, in the middle', () => {
  expect(layOut([{ dots: [[3, 3]], outline: [[3, 3]] }], { width: 320, height: 240, line: 20, nameWidths: [60] })[0]?.dots).toEqual([[160, 120]])
})
