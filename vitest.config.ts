import { defineConfig } from 'vitest/config'

// two kinds of tests in one run: everything beside the code, and journeys in a real browser one after the other
export default defineConfig({
  test: {
    maxWorkers: 2,
    env: { TZ: 'Asia/Shanghai' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,packages,demo,tools,bench,e2e}/**/*.test.{ts,tsx,mjs}'],
          globalSetup: ['./src/kit/testing.setup.ts'],
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/**/*.spec.ts'],
          globalSetup: ['./e2e/support/product.setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
