import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The long run of the random browsers: `npm run test:faults`. */
export default defineConfig({
  root,
  test: {
    root,
    include: ['tests/sync/random/random.test.ts'],
    globalSetup: ['tests/database/shared-server.setup.ts'],
    env: { SYNC_SEEDS: '1000', SYNC_STEPS: '200' },
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
})
