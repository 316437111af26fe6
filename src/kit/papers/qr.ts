import { create, toBuffer } from 'qrcode'

/** A run of dark modules in one row of a code: from `x`, `length` modules long, in row `y`. */
export type DarkRun = { readonly x: number; readonly y: number; readonly length: number }

/** The QR code of a text as runs of dark modules and its edge in modules, without the quiet zone. Error correction M: a fold or a stain costs nothing. */
export function qrRuns(content: string): { readonly edge: number; readonly runs: readonly DarkRun[] } {
  const { modules } = create(content, { errorCorrectionLevel: 'M' })
  const runs: DarkRun[] = []
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      const from = x
      while (x < modules.size && modules.get(y, x)) x++
      if (x > from) runs.push({ x: from, y, length: x - from })
    }
  }
  return { edge: modules.size, runs }
}

/** The QR code of a text as a PNG, black on white, with a quiet zone of two modules. */
export const qrPng = (content: string): Promise<Buffer> => toBuffer(content, { errorCorrectionLevel: 'M', margin: 2, scale: 8 })
