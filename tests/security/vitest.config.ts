import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url))
const minute = 60_000

/** Nobody sees or touches what they may not, by any path that there is: `npm run test:security`. */
export default defineConfig({
  root,
  test: {
    name: 'security',
    root,
    include: ['tests/security/**/*.test.ts', 'tests/e2e/security/*.test.ts'],
    globalSetup: ['tests/database/shared-server.setup.ts', 'tests/browser/build-web.setup.ts'],
    testTimeout: 3 * minute,
    hookTimeout: 2 * minute,
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
  },
})
