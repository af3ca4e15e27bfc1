import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const minute = 60_000

/** What people see while servers are killed, lines cut, disks full and pages old, and while much is done at once: `npm run test:outages`. */
export default defineConfig({
  root,
  test: {
    name: 'outages',
    root,
    include: ['tests/e2e/outages/*.test.ts'],
    globalSetup: ['tests/browser/build-web.setup.ts'],
    testTimeout: 3 * minute,
    hookTimeout: 2 * minute,
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
  },
})
