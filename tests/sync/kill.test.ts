import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../browser/server.ts'
import { signIn, type SignedInPerson } from '../people/person.ts'
import { putUnderLoad } from './load.ts'

const rounds = Number(process.env['KILL_ROUNDS'] ?? 20)

/** Row A1 of the quality list: what was acknowledged survives SIGKILL, exactly once. */
describe('SIGKILL under load', () => {
  let server: TestServer
  let people: readonly SignedInPerson[]
  let spaceId: string

  beforeAll(async () => {
    server = await startServer({ env: { LOG_LEVEL: 'fatal' } })
    people = await Promise.all(
      ['coordinator', 'partner-serbia'].map((name) => signIn(server.url, `${name}@demo.kolo.test`)),
    )
    const spaces = await people[0]!.api.spaces.mine.query({})
    spaceId = spaces.find((space) => space.kind === 'stage')!.id
  })
  afterAll(() => server.stop())

  it(
    `[SYN26] loses and doubles nothing that was acknowledged in ${rounds} rounds`,
    { timeout: rounds * 12_000 },
    async () => {
      const load = await putUnderLoad(people, spaceId)
      for (let round = 0; round < rounds; round += 1) {
        // Each round lets some writes through, then kills in the middle of others.
        const before = load.acknowledged()
        while (load.acknowledged() < before + 10 + round) await pause(2)
        await server.kill()
        await server.restart()
      }
      await load.end()
      expect(load.acknowledged()).toBeGreaterThan(rounds)
      await load.expectKept()
    },
  )

  it('[SYN26] refuses a second server on the same data', async () => {
    const second = startServer({ dataDir: server.dataDir, env: { LOG_LEVEL: 'fatal' } })
    await expect(second).rejects.toThrow('Another Kolo server is already running on this data.')
    // Connections from before the kills are still in fetch's pool: ask until one is fresh.
    await expect
      .poll(() =>
        fetch(`${server.url}/readyz`).then(
          (answer) => answer.status,
          () => 0,
        ),
      )
      .toBe(200)
  })
})
