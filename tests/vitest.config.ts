import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const minute = 60_000
// Many small files on the same code: loading it anew for each takes longer than the tests. None leaves anything behind
// that another could meet.
const oneProcess = { isolate: false }
// Not how fast the machine is, but whether it comes about at all.
const patience = { poll: { timeout: 30_000 } }
const sharedServer = 'tests/database/shared-server.setup.ts'
const demoData = 'tests/browser/demo-data.setup.ts'

/**
 * The groups run one after the other, so that two cores suffice and servers never race the unit tests. What takes longer
 * has a command of its own: `test:security`, `test:outages`, `test:cluster`, `test:faults`.
 */
export default defineConfig({
  root,
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'units',
          root,
          include: [
            'packages/{domain,sync,editor,i18n,ui,charts}/**/*.test.{ts,tsx}',
            'apps/web/**/*.test.{ts,tsx}',
            'tests/architecture/**/*.test.ts',
          ],
          testTimeout: minute,
          expect: patience,
          ...oneProcess,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'database',
          root,
          include: ['packages/database/**/*.test.ts', 'apps/api/**/*.test.ts'],
          globalSetup: [sharedServer],
          testTimeout: minute,
          hookTimeout: minute,
          expect: patience,
          maxWorkers: 2,
          ...oneProcess,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'system',
          root,
          include: ['tests/{sync,browser}/**/*.test.ts'],
          exclude: ['tests/sync/faults/{long/**,full-volume.test.ts}'],
          globalSetup: [sharedServer, demoData],
          testTimeout: 3 * minute,
          hookTimeout: 2 * minute,
          expect: patience,
          maxWorkers: 2,
          ...oneProcess,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'journeys',
          root,
          include: ['tests/e2e/*.test.ts'],
          globalSetup: ['tests/browser/build-web.setup.ts', demoData],
          testTimeout: 3 * minute,
          hookTimeout: 2 * minute,
          expect: patience,
          maxWorkers: 2,
          // Beside the system's tests: where some only wait, others get on.
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
