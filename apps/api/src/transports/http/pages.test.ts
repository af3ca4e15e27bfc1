import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { appRouter } from '../../features/router.ts'
import { httpServer } from './server.ts'

const served = (webRoot: string) =>
  httpServer({
    router: appRouter,
    contextOf: () => Promise.reject(new Error('not asked for')),
    originAllowed: () => true,
    ready: async () => true,
    webRoot,
    logLevel: 'silent',
    publicUrl: 'http://hub.test',
    trustProxy: [],
  })

it('whoever is signed in gets all code of every page named at once, others don’t', async () => {
  const webRoot = mkdtempSync(join(tmpdir(), 'kolo-pages-'))
  mkdirSync(join(webRoot, '.vite'))
  writeFileSync(join(webRoot, 'index.html'), 'page')
  const manifest = {
    'src/app/app.tsx': { file: 'assets/app-1.js', imports: ['_shared.js', '_round.js'] },
    'src/app/signed-in.tsx': { file: 'assets/signed-in-1.js', imports: ['_shared.js'], css: ['assets/in.css'] },
    '_shared.js': { file: 'assets/shared-1.js', imports: ['_round.js'] },
    '_round.js': { file: 'assets/round-1.js', imports: ['_shared.js'] },
    'src/app/home.tsx': { file: 'assets/home-1.js' },
  }
  writeFileSync(join(webRoot, '.vite/manifest.json'), JSON.stringify(manifest))
  const app = await served(webRoot)
  const link = async (cookie: string) =>
    (await app.inject({ url: '/reports', headers: { accept: 'text/html', cookie } })).headers['link']
  const named = ['app', 'round', 'shared', 'signed-in'].map((name) => `</assets/${name}-1.js>; rel=modulepreload`)
  expect(
    String(await link('a=b; kolo=secret'))
      .split(', ')
      .toSorted(),
  ).toEqual(named)
  expect(
    String(await link('__Host-kolo=secret'))
      .split(', ')
      .toSorted(),
  ).toEqual(named)
  expect(await link('other=kolo=1')).toBeUndefined()
  expect(await link('')).toBeUndefined()
  await app.close()
  rmSync(webRoot, { recursive: true })
})

it('code is kept for ever, the page and what keeps it never, compressed or not', async () => {
  const webRoot = mkdtempSync(join(tmpdir(), 'kolo-pages-'))
  for (const file of ['index.html', 'sw.js', 'sw.js.br', 'assets/a-1.js', 'assets/a-1.js.br']) {
    mkdirSync(dirname(join(webRoot, file)), { recursive: true })
    writeFileSync(join(webRoot, file), file)
  }
  const app = await served(webRoot)
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
