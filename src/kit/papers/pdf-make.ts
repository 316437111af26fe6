import pdfmake from 'pdfmake'
import { cutsRead, mainCut } from './fonts.ts'
import type { Paper } from './paper.ts'
import { definitionOf } from './pdf-layout.ts'

// nothing is fetched and no file is read but the fonts that we hand over ourselves
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(() => false)

/** Papers as one PDF in this thread: seconds of work for a thousand pages. `at` in milliseconds is when it is made. Call `paperPdf` instead. */
export async function makePdf(papers: readonly Paper[], at: number): Promise<Uint8Array> {
  for (const face of ['fang', 'hei', 'kai', 'song'] as const) mainCut(face)
  const definition = definitionOf(papers, new Date(at))
  for (const { name, bytes } of cutsRead()) if (!pdfmake.virtualfs.existsSync(name)) pdfmake.virtualfs.writeFileSync(name, bytes)
  pdfmake.setFonts(Object.fromEntries(cutsRead().map(({ name }) => [name, { normal: name }])))
  return pdfmake.createPdf(definition).getBuffer()
}
