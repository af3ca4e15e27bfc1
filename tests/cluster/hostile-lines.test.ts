import { afterAll, beforeAll, describe, it } from 'vitest'
import { expectNothingLost } from '../sync/faults/hostile-run.ts'
import { startTwoNodes, type TwoNodes } from './two-nodes.ts'

const steps = Number(process.env['LINE_STEPS'] ?? 60)
const seed = Number(process.env['LINE_SEED'] ?? 7)
const clients = 12

/** Rows B2, A4 and A7 of the quality list on two nodes: hostile lines to both, and one between them. */
describe('hostile lines to two nodes', () => {
  let cluster: TwoNodes
  beforeAll(async () => {
    cluster = await startTwoNodes({ redis: true, notify: false })
  })
  afterAll(() => cluster.stop())

  it(`[SYN6] [SYN8] [SYN9] [SYN26] lose, double and reorder nothing (seed ${seed}, ${steps} steps)`, async () => {
    const { shared, nodes, line } = cluster
    const people = await Promise.all(
      Array.from({ length: clients }, (_, index) =>
        cluster.enter(shared.coordinatorIds[index % 2]!, nodes[(index >> 1) % 2]!),
      ),
    )
    const trouble = (chance: { happens(probability: number): boolean }): void => {
      line.be({ is: chance.happens(0.5) ? 'deaf' : 'open' })
    }
    await expectNothingLost({ seed, steps, people, spaceId: shared.spaceId, trouble })
  })
})
