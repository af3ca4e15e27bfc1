import { defineConfig } from 'vitest/config'

/** This package's tests alone; the whole run is configured in tests/. */
export default defineConfig({
  test: { include: ['src/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 2 },
})
