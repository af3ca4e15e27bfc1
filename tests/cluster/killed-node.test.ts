import { randomUUID } from 'node:crypto'
import { logProblems } from '@kolo/api/testing'
import type { Answer } from '@kolo/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, expectConverged, openDesk } from './replicas.ts'
import { startTwoNodes, type TwoNodes } from './two-nodes.ts'

const rounds = Number(process.env['NODE_KILLS'] ?? 3)
const perNode = 3
const patience = { timeout: 60_000, interval: 10 }

type Acknowledged = { readonly commandId: string; readonly at: Extract<Answer, { status: 'committed' }>['at'] }

/** Rows A1 and A3 of the quality list on two nodes: one is killed again and again, the other goes on. */
describe('SIGKILL of one node under load', () => {
  let cluster: TwoNodes
  let desks: Desk[] = []
  let spaceId: string
  const acknowledged = new Map<Desk, Acknowledged[]>()

  beforeAll(async () => {
    cluster = await startTwoNodes({ redis: true, notify: true })
    const { shared, nodes } = cluster
    spaceId = shared.spaceId
    desks = await Promise.all(
      Array.from({ length: 2 * perNode }, async (_, index) => {
        const person = await cluster.enter(shared.coordinatorIds[index % 2]!, nodes[index < perNode ? 0 : 1])
        return openDesk(person, spaceId)
      }),
    )
  })
  afterAll(async () => {
    for (const desk of desks) desk.close()
    await cluster.stop()
  })

  const countOf = (some: readonly Desk[]): number =>
    some.reduce((count, desk) => count + (acknowledged.get(desk)?.length ?? 0), 0)
  const moreThan = async (some: readonly Desk[], before: number): Promise<void> => {
    await expect.poll(() => countOf(some), patience).toBeGreaterThan(before)
  }

  it(
    `[SYN3] [SYN8] [SYN20] [SYN26] loses and doubles nothing that was acknowledged (${rounds} rounds), and all see it`,
    { timeout: rounds * 90_000 },
    async () => {
      const threadId = randomUUID()
      const started = desks[0]!.send({
        name: 'thread.start',
        path: 'threads.start',
        input: { threadId, title: 'Under load', subject: { kind: 'space' } },
      })
      await started.answer
      let over = false
      const write = async (desk: Desk): Promise<void> => {
        const mine: Acknowledged[] = []
        acknowledged.set(desk, mine)
        while (!over) {
          const input = { threadId, messageId: randomUUID(), body: 'On', fileIds: [] }
          const { commandId, answer } = desk.send({ name: 'message.post', path: 'threads.post', input })
          const told = await answer
          expect(told).toMatchObject({ status: 'committed' })
          if (told.status === 'committed') mine.push({ commandId, at: told.at })
        }
      }
      const writing = Promise.all(desks.map(write))
      const [killed, others] = [desks.slice(0, perNode), desks.slice(perNode)]
      for (let round = 0; round < rounds; round += 1) {
        await moreThan(killed, countOf(killed) + 5 + round)
        await cluster.nodes[0].kill()
        // Nobody at the other node has to wait for the one that is dead.
        await moreThan(others, countOf(others) + 20)
        await cluster.nodes[0].restart()
        await moreThan(killed, countOf(killed))
      }
      over = true
      await writing
      await expectConverged(desks, spaceId)
      await expectInLog(desks.flatMap((desk) => acknowledged.get(desk) ?? []))
    },
  )

  /** The log itself says each acknowledged command exactly where it was told to be, and nowhere else. */
  async function expectInLog(all: readonly Acknowledged[]): Promise<void> {
    const { pool } = cluster.shared.hub
    const { rows } = await pool.query<{ seq: number; commandId: string }>(
      'select seq, command_id as "commandId" from event where space_id = $1 order by seq',
      [spaceId],
    )
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
    const placesOf = Map.groupBy(rows, ({ commandId }) => commandId)
    const found = all.map(({ commandId }) => ({
      commandId,
      at: (placesOf.get(commandId) ?? []).map(({ seq }) => ({ spaceId, seq })),
    }))
    expect(found).toEqual(all)
    // The coordinators of this hub stand in its tables without a log.
    expect(await logProblems(pool, [spaceId], ['space', 'people'])).toEqual([])
  }
})
