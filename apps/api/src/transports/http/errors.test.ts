import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { appRouter } from '../../features/router.ts'
import { httpServer } from './server.ts'

it('what nobody foresaw is answered with a number, under which the log alone has the rest', async () => {
  const app = await httpServer({
    router: appRouter,
    contextOf: () => Promise.reject(new Error('secret of the procedure')),
    originAllowed: () => true,
    ready: async () => true,
    webRoot: join(import.meta.dirname, 'no-pages'),
    logLevel: 'silent',
    publicUrl: 'http://hub.test',
    trustProxy: [],
    routes: async (server) => void server.get('/broken', () => Promise.reject(new Error('secret of the file'))),
  })
  const logged = vi.spyOn(app.log, 'error')
  const idOf = (body: string): unknown => /"id":"([0-9a-f-]{36})"/.exec(body)?.[1]

  const procedure = await app.inject({ url: '/trpc/spaces.mine' })
  expect(procedure.statusCode).toBe(500)
  expect(procedure.body).not.toContain('secret')
  expect(logged.mock.lastCall?.[0]).toMatchObject({ errorId: idOf(procedure.body), path: 'spaces.mine' })

  const file = await app.inject({ url: '/broken?token=hidden' })
  expect(file.statusCode).toBe(500)
  expect(file.body).not.toContain('secret')
  expect(file.json()).toEqual({ code: 'internal', details: { id: idOf(file.body) } })
  expect(logged.mock.lastCall?.[0]).toMatchObject({ errorId: idOf(file.body), path: '/broken' })
  await app.close()
})
