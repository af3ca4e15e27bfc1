import { buildWebIfStale } from './build-web.ts'

process.env.NODE_ENV ??= 'production'

try {
  await buildWebIfStale()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

await import(new URL('../../apps/api/src/main.ts', import.meta.url).href)
