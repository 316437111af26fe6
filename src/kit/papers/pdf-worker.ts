/** The thread that sets PDFs: it reads the fonts once and keeps them. Started by `pdf.ts`, never imported. */
import { parentPort } from 'node:worker_threads'
import type { Paper } from './paper.ts'
import { makePdf } from './pdf-make.ts'

type Asked = { readonly id: number; readonly papers: readonly Paper[]; readonly at: number }

const port = parentPort
if (port === null) throw new Error('this is a thread, not a program')
port.on('message', async ({ id, papers, at }: Asked) => {
  try {
    port.postMessage({ id, pdf: await makePdf(papers, at) })
  } catch (error) {
    port.postMessage({ id, failed: error instanceof Error ? error.message : String(error) })
  }
})
