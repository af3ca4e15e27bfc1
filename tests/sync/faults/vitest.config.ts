import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The long runs of the random browsers, of the hostile lines, and of servers and databases that are killed: `npm run test:faults`. */
export default defineConfig({
  root,
  test: {
    root,
    include: [
      'tests/sync/random/random.test.ts',
      'tests/sync/kill.test.ts',
      'tests/sync/faults/{hostile-lines,database-stopped,unheard,full-volume}.test.ts',
      'tests/sync/faults/long/*.test.ts',
    ],
    globalSetup: ['tests/database/shared-server.setup.ts'],
    env: {
      SYNC_SEEDS: '1000',
      SYNC_STEPS: '200',
      LINE_STEPS: '500',
      DATABASE_ROUNDS: '20',
      KILL_ROUNDS: '200',
      UNHEARD_ROUNDS: '20',
      READY_WITHIN: '5000',
      HEAD_WITHIN: '2000',
    },
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
})
