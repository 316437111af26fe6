import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest files: begun last, each would keep one core busy and let the other wait. */
const longest = ['app/bad-input', 'app/two-worlds', 'work/fill-demo', 'app/faults', 'app/supervisor'].map((name) => `/${name}.test.ts`)

/** Makes a compound that nobody manages yet, which journeys after it would meet on their lists. */
const last = '/places/table.spec.ts'

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => (longest.some((name) => moduleId.endsWith(name)) ? 0 : moduleId.endsWith(last) ? 2 : 1)
    return (await super.sort(files)).sort((one, other) => place(one) - place(other))
  }
}

const rules = 'src/*/rules/**/*.test.ts'
/** Asks what schemas the process knows, so it must be the first to load them. */
const alone = 'src/app/serve/openapi.test.ts'

// rules, everything else beside the code, and journeys in a real browser one after the other; `npm test` runs these beside those
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: InOrder },
    env: { TZ: 'Asia/Shanghai' },
    projects: [
      {
        extends: true,
        test: { name: 'rules', include: [rules], isolate: false, testTimeout: 30_000 }, // nothing of them outlives a call, so files may share a process
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,packages,demo,tools,bench,e2e}/**/*.test.{ts,tsx,mjs}'],
          exclude: ['**/node_modules/**', rules, alone],
          globalSetup: ['./src/kit/testing.setup.ts'],
          isolate: false, // each file loading the product anew was a fifth of the whole
          setupFiles: ['./src/app/testing/process.setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: [alone], globalSetup: ['./src/kit/testing.setup.ts'], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/**/*.spec.ts'],
          globalSetup: ['./e2e/support/product.setup.ts'],
          fileParallelism: false,
          isolate: false,
          testTimeout: 240_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } }, // as long as a step of the browser waits; the usual second is over before a busy machine answers
        },
      },
    ],
  },
})
