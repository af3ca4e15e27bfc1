import { randomUUID } from 'node:crypto'
import { setTimeout as pass } from 'node:timers/promises'
import type { Answer } from '@kolo/sync'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startServer, type TestServer } from '../../browser/server.ts'
import { clientWith, signIn, type SignedInPerson } from '../../people/person.ts'
import { type Chance, chanceOf } from '../random/chance.ts'
import { connectClient, type ConnectedClient } from './connected-client.ts'
import { type Line, type LineState, openLine } from './line.ts'

const steps = Number(process.env['LINE_STEPS'] ?? 60)
const seed = Number(process.env['LINE_SEED'] ?? 4)
const clients = 20
const people = ['coordinator', 'partner-serbia', 'partner-montenegro', 'partner-georgia']
/** So long a call may hang; a browser waits longer. */
const patience = 1_500
const atRest = { timeout: 60_000, interval: 50 }

type Seat = { readonly line: Line; readonly connected: ConnectedClient; readonly seen: number[] }
type Sent = { readonly threadId: string; readonly answer: Promise<Answer> }

/** Row A4 of the quality list: 20 clients, each on a line of its own that a seed makes hostile. */
describe('lines that are slow, narrow, silent and cut', () => {
  let server: TestServer
  let coordinator: SignedInPerson
  let spaceId: string
  const seats: Seat[] = []
  let interruptions = 0

  beforeAll(async () => {
    server = await startServer({ env: { LOG_LEVEL: 'fatal' } })
    const signedIn = await Promise.all(people.map((name) => signIn(server.url, `${name}@demo.kolo.test`)))
    coordinator = signedIn[0]!
    spaceId = (await coordinator.api.spaces.mine.query({})).find(({ kind }) => kind === 'stage')!.id
    for (let index = 0; index < clients; index += 1) seats.push(await seatOf(signedIn[index % people.length]!))
  })
  afterAll(async () => {
    for (const { connected, line } of seats) {
      connected.close()
      line.close()
    }
    await server.stop()
  })

  const seatOf = async ({ cookie }: SignedInPerson): Promise<Seat> => {
    const line = await openLine(server.url)
    const connected = await connectClient({
      url: line.url,
      cookie,
      api: clientWith(line.url, cookie, { patience }),
    })
    const { replica, status } = connected.client.open(spaceId)
    const seen: number[] = []
    connected.client.subscribe(() => {
      if (connected.client.connection() !== 'live') interruptions += 1
    })
    replica.subscribe(() => seen.push(replica.confirmed()?.seq ?? 0))
    await vi.waitUntil(() => status() === 'ready' && connected.client.connection() === 'live', atRest)
    return { line, connected, seen }
  }
  const stateFrom = (chance: Chance): LineState =>
    chance.pick<LineState>([
      { is: 'open' },
      { is: 'open' },
      { is: 'cut' },
      { is: 'silent' },
      { is: 'slow', milliseconds: 20 + chance.below(200) },
      { is: 'narrow', bytesPerSecond: 2_000 + chance.below(20_000) },
    ])
  const write = ({ connected: { client } }: Seat): Sent => {
    const threadId = randomUUID()
    const input = { spaceId, threadId, title: `Thread ${threadId}`, subject: { kind: 'space' } }
    const answer = client.send({ spaceId, name: 'thread.start', path: 'threads.start', input })
    // From the very moment of writing, whatever the line does, and ever after.
    expect(threadId in (client.open(spaceId).replica.view()?.threads ?? {})).toBe(true)
    return { threadId, answer }
  }

  it(`[SYN8] [SYN18] [SYN20] [SYN26] lose, double and reorder nothing (seed ${seed}, ${steps} steps)`, async () => {
    const chance = chanceOf(seed)
    const sent: Sent[] = []
    for (let step = 0; step < steps; step += 1) {
      chance.pickAny(seats)!.line.be(stateFrom(chance))
      for (let count = chance.below(6); count > 0; count -= 1) sent.push(write(chance.pickAny(seats)!))
      await pass(chance.below(80))
    }
    for (const { line, connected } of seats) {
      line.be({ is: 'open' })
      connected.client.outbox.wake()
    }

    const answers = await Promise.all(sent.map(({ answer }) => answer))
    expect(interruptions, 'the lines were hostile').toBeGreaterThan(steps / 10)
    expect(answers.filter(({ status }) => status !== 'committed')).toEqual([])
    const snapshot = await coordinator.api.spaces.snapshot.query({ spaceId })
    await vi.waitFor(
      () => expect(seats.map(({ connected }) => headOf(connected))).toEqual(seats.map(() => snapshot.seq)),
      atRest,
    )

    const log = await wholeLog(coordinator, spaceId, snapshot.epoch)
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
    for (const [index, { threadId }] of sent.entries()) {
      const started = log.filter(({ payload, type }) => type === 'thread.started' && payload['threadId'] === threadId)
      const told = answers[index]!
      expect(started.map(({ seq }) => ({ spaceId, seq }))).toEqual(told.status === 'committed' && told.at)
    }
    for (const { connected, seen } of seats) {
      expect(connected.client.open(spaceId).replica.confirmed()?.parts).toEqual(snapshot.parts)
      expect(seen, 'nobody went back').toEqual(seen.toSorted((a, b) => a - b))
    }
  })

  const headOf = ({ client }: ConnectedClient): number | undefined => client.open(spaceId).replica.confirmed()?.seq
})

async function wholeLog({ api }: SignedInPerson, spaceId: string, epoch: string) {
  const log: { seq: number; type: string; payload: Record<string, unknown> }[] = []
  for (;;) {
    const page = await api.spaces.events.query({ spaceId, epoch, after: log.length })
    if (page.kind !== 'events') throw new Error('The log was reset.')
    if (page.events.length === 0) return log
    log.push(...page.events)
  }
}
