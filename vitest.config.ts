import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Real sockets, browsers and sound on a busy machine: what fails is asked once more and named (`tests/run.mjs`), and what fails twice is broken. */
const ONCE_MORE = 1
/** By itself vitest leaves one core free: of two that is half. */
const WORKERS = 2

/** Four suites, from the pure to the whole; `npm test` runs them in this order and sums them. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'domain',
          include: ['tests/domain/**/*.test.ts'],
          testTimeout: 30_000,
          maxWorkers: WORKERS,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'client',
          include: ['tests/client/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: ['tests/client/support/words.ts', 'tests/client/support/patience.ts'],
          testTimeout: 30_000,
          maxWorkers: WORKERS,
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: ['tests/support/postgres.setup.ts'],
          testTimeout: 30_000,
          retry: ONCE_MORE,
          hookTimeout: 60_000,
          maxWorkers: WORKERS,
        },
      },
      {
        // one file at a time: what people hear and what is measured of it needs the machine to itself
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          setupFiles: ['tests/support/shown.setup.ts'],
          testTimeout: 240_000,
          retry: ONCE_MORE,
          hookTimeout: 300_000,
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
})
