/** What is done once the database has its shape and before anybody is let in, each time the product starts. One entry per step, in order. */
import type { Connection } from '../kit/connection.ts'
import type { Settings } from '../kit/config.ts'
import type { Teller } from './cli/tell.ts'
import { seedDemo } from './seed-demo.ts'

export type FirstStep = {
  readonly zh: string
  readonly en: string
  /** Does it, or nothing if it was done before. Answers a few words on what was done; undefined when there is nothing to say. */
  run(connection: Connection, settings: Settings, tell: Teller): Promise<string | undefined>
}

export const firstSteps: readonly FirstStep[] = [
  { zh: '演示社区', en: 'made-up community', run: seedDemo },
]
