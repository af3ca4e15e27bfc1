import { setTimeout as pass } from 'node:timers/promises'
import { type Answer, type Disk, memoryDisk } from '@kolo/sync'
import { expect, vi } from 'vitest'
import { type Line, type LineState, openLine } from '../../lines/line.ts'
import { clientWith, type SignedInPerson } from '../../people/person.ts'
import { type Acknowledged, expectKept } from '../kept.ts'
import { type Chance, chanceOf } from '../random/chance.ts'
import { drawCommand, type Memory } from '../random/commands.ts'
import type { Rig } from '../rig.ts'
import { connectClient, type ConnectedClient } from './connected-client.ts'

/** What is run: so many people at once, each on a line of their own, in one space. */
export type HostileRun = {
  readonly seed: number
  readonly steps: number
  readonly spaceId: string
  /** Who takes part, at which server; several may be one person. */
  readonly people: readonly SignedInPerson[]
  /** What else goes wrong, now and then. */
  readonly trouble?: (chance: Chance) => void
  /** The way past the hub to its database, where what it says of itself isn't enough. */
  readonly rig?: Pick<Rig, 'onPool' | 'unlogged'>
}

type Seat = {
  readonly person: SignedInPerson
  readonly line: Line
  readonly disk: Disk
  connected: ConnectedClient
  readonly seen: number[][]
  /** Everything that this person was told of their commands, over whichever line, before and after pages were closed. */
  readonly acknowledged: Acknowledged[]
}
type LogEvent = { readonly seq: number; readonly type: string; readonly commandId: string }

/** So long a call may hang here; a browser waits longer. */
const patience = 1_500
const atRest = { timeout: 60_000, interval: 50 }

/**
 * Lets people write while a seed makes their lines slow, narrow, silent and cut, and closes and opens their pages; then
 * expects that nothing was lost, doubled or reordered, and that all see what the server has.
 */
export async function expectNothingLost(run: HostileRun): Promise<void> {
  const chance = chanceOf(run.seed)
  const before = (await wholeLog(run)).length
  const seats = await Promise.all(run.people.map((person) => sitDown(person, run.spaceId)))
  try {
    const { answers, sent, interruptions } = await letThemWrite(run, seats, chance)
    await comeToRest(run, seats)
    expect(interruptions, 'the lines were hostile').toBeGreaterThan(run.steps / 20)
    await expectOneLog({ ...run, before }, answers, sent)
    const acknowledged = seats.flatMap((seat) => seat.acknowledged)
    if (run.rig) await expectKept(run.rig, [run.spaceId], acknowledged)
    await expectAllSeeIt(run, seats)
  } finally {
    for (const { connected, line } of seats) {
      connected.close()
      line.close()
    }
  }
}

async function sitDown(person: SignedInPerson, spaceId: string): Promise<Seat> {
  const line = await openLine(person.url)
  const disk = memoryDisk()
  const acknowledged: Acknowledged[] = []
  const connected = await openPage(person, line, disk, acknowledged)
  const seat: Seat = { person, line, disk, seen: [], acknowledged, connected }
  watch(seat, spaceId)
  const { status } = seat.connected.client.open(spaceId)
  await vi.waitUntil(() => status() === 'ready' && seat.connected.client.connection() === 'live', atRest)
  return seat
}

function openPage(
  { cookie }: SignedInPerson,
  { url }: Line,
  disk: Disk,
  acknowledged: Acknowledged[],
): Promise<ConnectedClient> {
  const person = { url, cookie, api: clientWith(url, cookie, { patience }) }
  return connectClient(person, disk, 'quickly', ({ sent: { commandId }, reply }) => {
    if (reply?.status === 'committed') acknowledged.push({ commandId, at: reply.at })
  })
}

/** Notes which numbers a page has shown: each life of it anew. */
function watch({ connected, seen }: Seat, spaceId: string): void {
  const { replica } = connected.client.open(spaceId)
  const life: number[] = []
  seen.push(life)
  replica.subscribe(() => life.push(replica.confirmed()?.seq ?? 0))
}

async function letThemWrite({ spaceId, steps, trouble }: HostileRun, seats: readonly Seat[], chance: Chance) {
  const memory: Memory = { messages: [], deleted: [] }
  const answers: Answer[] = []
  let sent = 0
  let interruptions = 0
  const write = ({ connected: { client } }: Seat): void => {
    const view = client.open(spaceId).replica.view()
    const command = view && drawCommand(chance, spaceId, view, memory)
    if (!command) return
    sent += 1
    // After the page was closed nobody hears the answer any more; the log tells.
    void client.send(command).then((answer) => answers.push(answer))
  }
  for (let step = 0; step < steps; step += 1) {
    const seat = chance.pickAny(seats)!
    if (chance.happens(0.05)) {
      await reopen(seat, spaceId)
      interruptions += 1
    } else {
      const state = stateFrom(chance)
      if (state.is === 'cut' || state.is === 'silent') interruptions += 1
      seat.line.be(state)
    }
    if (chance.happens(0.05)) trouble?.(chance)
    for (let count = chance.below(6); count > 0; count -= 1) write(chance.pickAny(seats)!)
    await pass(chance.below(80))
  }
  return { answers, sent, interruptions }
}

/** Closes the page, with whatever it hasn't sent, and opens it again from the disk. */
async function reopen(seat: Seat, spaceId: string): Promise<void> {
  seat.connected.close()
  seat.line.be({ is: 'open' })
  seat.connected = await openPage(seat.person, seat.line, seat.disk, seat.acknowledged)
  watch(seat, spaceId)
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

/** All lines are mended, everything that waits goes out, everybody has caught up. */
async function comeToRest({ spaceId, people }: HostileRun, seats: readonly Seat[]): Promise<void> {
  const [{ api }] = people as readonly [SignedInPerson]
  for (const { line, connected } of seats) {
    line.be({ is: 'open' })
    connected.client.outbox.wake()
  }
  const unsent = ({ connected }: Seat): number =>
    connected.client.outbox.items().filter(({ state }) => state !== 'refused').length
  await vi.waitFor(() => expect(seats.map(unsent)).toEqual(seats.map(() => 0)), atRest)
  const { seq } = await api.spaces.snapshot.query({ spaceId })
  const head = ({ connected }: Seat): number | undefined => connected.client.open(spaceId).replica.confirmed()?.seq
  await vi.waitFor(() => expect(seats.map(head)).toEqual(seats.map(() => seq)), atRest)
}

/** One log without a gap; each command in it once, in one piece; each acknowledgement where it said. */
async function expectOneLog(
  run: HostileRun & { readonly before: number },
  answers: readonly Answer[],
  sent: number,
): Promise<void> {
  const log = await wholeLog(run)
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
  for (const [commandId, events] of Map.groupBy(log, (event) => event.commandId)) {
    const first = events[0]!.seq
    expect(
      events.map(({ seq }) => seq),
      `the command ${commandId} is there once`,
    ).toEqual(events.map((_, index) => first + index))
  }
  const committed = answers.filter((answer) => answer.status === 'committed' && answer.at.length > 0).length
  const positions = answers.flatMap((answer) => (answer.status === 'committed' ? answer.at.map(({ seq }) => seq) : []))
  expect(positions.length).toBeGreaterThan(0)
  expect(new Set(positions).size, 'no two commands got one place').toBe(positions.length)
  expect(positions.filter((seq) => !log[seq - 1])).toEqual([])
  const written = new Set(log.slice(run.before).map(({ commandId }) => commandId)).size
  expect(written, 'nothing that nobody sent').toBeLessThanOrEqual(sent)
  expect(written, 'all that was acknowledged').toBeGreaterThanOrEqual(committed)
}

async function wholeLog({ people, spaceId }: HostileRun): Promise<LogEvent[]> {
  const [{ api }] = people as readonly [SignedInPerson]
  const { epoch } = await api.spaces.snapshot.query({ spaceId })
  const log: LogEvent[] = []
  for (;;) {
    const page = await api.spaces.events.query({ spaceId, epoch, after: log.length })
    if (page.kind !== 'events') throw new Error('The log was reset.')
    if (page.events.length === 0) return log
    log.push(...page.events)
  }
}

async function expectAllSeeIt({ people, spaceId }: HostileRun, seats: readonly Seat[]): Promise<void> {
  const [{ api }] = people as readonly [SignedInPerson]
  const { parts } = await api.spaces.snapshot.query({ spaceId })
  for (const { connected, seen } of seats) {
    expect(connected.client.open(spaceId).replica.confirmed()?.parts).toEqual(parts)
    for (const life of seen) expect(life, 'nobody went back').toEqual(life.toSorted((a, b) => a - b))
  }
}
