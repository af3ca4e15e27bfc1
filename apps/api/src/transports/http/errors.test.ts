import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { appRouter } from '../../features/router.ts'
import { httpServer } from './server.ts'

const serving = (contextOf: () => Promise<never>) =>
  httpServer({
    router: appRouter,
    contextOf,
    originAllowed: () => true,
    ready: async () => true,
    webRoot: join(import.meta.dirname, 'no-pages'),
    logLevel: 'silent',
    publicUrl: 'http://hub.test',
    trustProxy: [],
    routes: async (server) => void server.get('/broken', () => Promise.reject(new Error('secret of the file'))),
  })

it('what nobody foresaw is answered with a number, under which the log alone has the rest', async () => {
  const app = await serving(() => Promise.reject(new Error('secret of the procedure')))
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

it('a database that is away is said to be away, also where it is asked who calls', async () => {
  const app = await serving(() => Promise.reject(new Error('Connection terminated unexpectedly')))
  const answer = await app.inject({ url: '/trpc/spaces.mine' })
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toMatchObject({ error: { data: { code: 'unavailable' } } })
  await app.close()
})
