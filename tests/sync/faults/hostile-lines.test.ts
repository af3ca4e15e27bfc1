import { afterAll, beforeAll, describe, it } from 'vitest'
import { signIn } from '../../people/person.ts'
import { demoRig, type Rig } from '../rig.ts'
import { expectNothingLost, type HostileRun } from './hostile-run.ts'

const steps = Number(process.env['LINE_STEPS'] ?? 60)
const seed = Number(process.env['LINE_SEED'] ?? 4)
const clients = 20
const accounts = ['coordinator', 'partner-serbia', 'partner-montenegro', 'partner-georgia']

/** Row A4 of the quality list: 20 clients, each on a line of its own that a seed makes hostile. */
describe('lines that are slow, narrow, silent and cut', () => {
  let rig: Rig
  let run: HostileRun

  beforeAll(async () => {
    rig = await demoRig()
    const { server, spaceId } = rig
    const signedIn = await Promise.all(accounts.map((name) => signIn(server.url, `${name}@demo.kolo.test`)))
    const people = Array.from({ length: clients }, (_, index) => signedIn[index % signedIn.length]!)
    run = { seed, steps, people, spaceId, rig }
  })
  afterAll(() => rig.stop())

  it(`[SYN8] [SYN18] [SYN20] [SYN26] lose, double and reorder nothing (seed ${seed}, ${steps} steps)`, () =>
    expectNothingLost(run))
})
