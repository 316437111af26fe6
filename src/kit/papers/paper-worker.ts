/** The thread that sets papers: it reads the fonts once and keeps them. Started by `thread.ts`, never imported. */
import { parentPort } from 'node:worker_threads'
import { makeDocx } from './docx.ts'
import type { Paper } from './paper.ts'
import { makePdf } from './pdf-make.ts'

type Asked = { readonly id: number; readonly as: 'docx' | 'pdf'; readonly papers: readonly Paper[]; readonly at: number }

const port = parentPort
if (port === null) throw new Error('this is a thread, not a program')
port.on('message', async ({ id, as, papers, at }: Asked) => {
  try {
    port.postMessage({ id, file: as === 'pdf' ? await makePdf(papers, at) : await makeDocx(papers) })
  } catch (error) {
    port.postMessage({ id, failed: error instanceof Error ? error.message : String(error) })
  }
})
