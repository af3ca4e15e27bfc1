import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { appRouter } from '../../features/router.ts'
import { httpServer } from './server.ts'

it('code is kept for ever, the page and what keeps it never, compressed or not', async () => {
  const webRoot = mkdtempSync(join(tmpdir(), 'kolo-pages-'))
  for (const file of ['index.html', 'sw.js', 'sw.js.br', 'assets/a-1.js', 'assets/a-1.js.br']) {
    mkdirSync(dirname(join(webRoot, file)), { recursive: true })
    writeFileSync(join(webRoot, file), file)
  }
  const app = await httpServer({
    router: appRouter,
    contextOf: () => Promise.reject(new Error('not asked for')),
    originAllowed: () => true,
    ready: async () => true,
    webRoot,
    logLevel: 'silent',
    publicUrl: 'http://hub.test',
    trustProxy: [],
  })
  const cached = async (url: string, encoding: string) =>
    (await app.inject({ url, headers: { accept: 'text/html', 'accept-encoding': encoding } })).headers['cache-control']
  for (const encoding of ['br', 'identity']) {
    expect(await cached('/assets/a-1.js', encoding)).toBe('public, max-age=31536000, immutable')
    expect(await cached('/sw.js', encoding)).toBe('no-cache')
    expect(await cached('/', encoding)).toBe('no-cache')
    expect(await cached('/reports', encoding)).toBe('no-cache')
  }
  await app.close()
  rmSync(webRoot, { recursive: true })
})
