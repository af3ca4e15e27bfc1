import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { buildWebIfStale } from './build-web.ts'

process.env.NODE_ENV ??= 'production'
// The second start needn't strip and compile everything again.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/kolo', import.meta.url)))

try {
  await buildWebIfStale()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

await import(new URL('../../apps/api/src/main.ts', import.meta.url).href)
