import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Two nodes and a Redis, in processes of their own: `npm run test:cluster`. Needs `redis-server`, hence not in `npm test`. */
export default defineConfig({
  root,
  test: {
    name: 'cluster',
    root,
    // The random browsers too: here their requests and connections go to two kernels on one database.
    include: ['tests/cluster/**/*.test.ts', 'tests/sync/random/random.test.ts'],
    env: { SYNC_NODES: '2' },
    globalSetup: ['tests/database/shared-server.setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
})
