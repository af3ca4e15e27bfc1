import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../browser/server.ts'

/** Row A1 of the quality list: an embedded database has one server. */
describe('a second server on the same data', () => {
  let server: TestServer

  beforeAll(async () => {
    server = await startServer({ demo: 'prepared', env: { LOG_LEVEL: 'fatal' } })
  })
  afterAll(() => server.stop())

  const ready = () => fetch(`${server.url}/readyz`).then(({ status }) => status)

  it('[SYN26] is refused, also once the first was killed and started again', async () => {
    const second = () => startServer({ dataDir: server.dataDir, env: { LOG_LEVEL: 'fatal' } })
    const refusal = 'Another Kolo server is already running on this data.'
    await expect(second()).rejects.toThrow(refusal)
    expect(await ready()).toBe(200)
    await server.kill()
    await server.restart()
    await expect(second()).rejects.toThrow(refusal)
    // Connections from before the kill are still in fetch's pool: ask until one is fresh.
    await expect.poll(() => ready().catch(() => 0)).toBe(200)
  })
})
