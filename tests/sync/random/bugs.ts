import type { Envelope } from '@kolo/domain/events/envelope'
import type { Answer, ConfirmedSpace, OutboxItem, Replica } from '@kolo/sync'
import type { Rule } from './rules.ts'
import type { Sabotage } from './run.ts'
import { dropsPuts, dropsRefusals, loadsTwice, takesNumbersAlone } from './seam-bugs.ts'
import type { CaughtUp, Server } from './server.ts'
import type { World } from './world.ts'

/** A deliberate bug, and the rule by which the checker has to find it. */
export type Bug = {
  readonly name: string
  readonly caughtBy: Rule
  readonly sabotage: Sabotage
  /** On so many nodes. */
  readonly nodes?: number
}

type Call = Server['call']
type Item = Parameters<Call>[1]
type Committed = Extract<Answer, { status: 'committed' }>

/** Changes what a call does, by whichever way it comes. */
const inCalls = (change: (call: Call, world: World) => Call): Sabotage => ({
  server(server, world) {
    const call = change(server.call, world)
    return {
      ...server,
      call,
      connect: (personId, carry) => ({
        ...server.connect(personId, carry),
        commands: (items) => oneByOne(items, (item) => call(personId, item)),
      }),
    }
  },
})
/** The commands of a frame in their order, up to one that could not be done. */
async function oneByOne(items: readonly OutboxItem[], call: (item: OutboxItem) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const item of items) {
    const answer = await call(item)
    answers.push(answer)
    if (answer.status === 'unknown') break
  }
  return answers
}
/** Does something past the kernel after a write was committed for the first time. */
const afterCommit = (work: (world: World, item: Item, at: Committed['at'][number]) => Promise<unknown>): Sabotage =>
  inCalls((call, world) => {
    const done = new Set<string>()
    return async (personId, item) => {
      const answer = await call(personId, item)
      const [at] = answer.status === 'committed' ? answer.at : []
      if (!at || done.has(item.commandId)) return answer
      done.add(item.commandId)
      await work(world, item, at)
      return answer
    }
  })
/** Changes the events on every way to a browser. */
const inEvents = (change: (events: readonly Envelope[]) => readonly Envelope[]): Sabotage => ({
  server: (server) => ({
    ...server,
    connect: (personId, carry) =>
      server.connect(personId, (frame) =>
        carry(frame.kind === 'events' ? { ...frame, events: change(frame.events) } : frame),
      ),
    async eventsAfter(...asked): Promise<CaughtUp> {
      const answer = await server.eventsAfter(...asked)
      return answer !== 'forbidden' && answer.kind === 'events' ? { ...answer, events: change(answer.events) } : answer
    },
  }),
})
const inSnapshots = (change: (snapshot: ConfirmedSpace, spaceId: string) => ConfirmedSpace): Sabotage => ({
  server: (server) => ({
    ...server,
    async snapshot(personId, spaceId) {
      const snapshot = await server.snapshot(personId, spaceId)
      return snapshot === 'forbidden' ? snapshot : change(snapshot, spaceId)
    },
  }),
})
const every = (nth: number): (() => boolean) => {
  let count = 0
  return () => (count += 1) % nth === 0
}

/** Numbers that the log never gives. */
const skipsNumbers = afterCommit(({ hub }, _item, { spaceId }) =>
  hub.pool.query('update space set head = head + 1 where id = $1', [spaceId]),
)

const forgetsWrites = (): Sabotage => {
  const isForgotten = every(6)
  return inCalls((call, world) => async (personId, item) => {
    const { spaceId } = item.input as { spaceId: string }
    if (!isForgotten()) return call(personId, item)
    const { rows } = await world.hub.pool.query<{ head: number }>('select head from space where id = $1', [spaceId])
    return { status: 'committed', at: [{ spaceId, seq: (rows[0]?.head ?? 0) + 1 }] }
  })
}

/** Answers, and then doesn't commit after all. */
const rollsBack = afterCommit(async ({ hub }, item, { spaceId, seq }) => {
  if (item.path !== 'boards.createTask') return
  const last = 'update space set head = head - 1 where id = $1 and head = $2'
  if ((await hub.pool.query(last, [spaceId, seq])).rowCount === 0) return
  await hub.pool.query('delete from event where space_id = $1 and seq = $2', [spaceId, seq])
  await hub.pool.query('delete from task where id = $1', [(item.input as { taskId: string }).taskId])
})

const writesTwice = afterCommit(({ hub }, _item, { spaceId, seq }) =>
  hub.pool.query(
    `with moved as (update space set head = head + 1 where id = $1 returning head)
     insert into event (space_id, seq, type, version, actor_id, command_id, at, payload, payload_hash, hash)
     select space_id, moved.head, type, version, actor_id, command_id, at, payload, payload_hash, hash
     from event, moved where space_id = $1 and seq = $2`,
    [spaceId, seq],
  ),
)

const refusesAndWrites = (): Sabotage => {
  const isLied = every(5)
  return inCalls((call) => async (personId, item) => {
    const answer = await call(personId, item)
    return answer.status === 'committed' && isLied() ? { status: 'refused', code: 'conflict', details: {} } : answer
  })
}

/** The server forgets under which id a command came. */
const drawsNewIds = (): Sabotage => {
  const isRenamed = every(5)
  return inCalls((call) => (personId, item) => {
    const commandId = isRenamed() ? `f${item.commandId.slice(1)}` : item.commandId
    return call(personId, { ...item, commandId })
  })
}

const answersOtherwise = inCalls((call) => {
  const sent = new Set<string>()
  return async (personId, item) => {
    const answer = await call(personId, item)
    const again = sent.has(item.commandId)
    sent.add(item.commandId)
    return again && answer.status !== 'unknown' ? { status: 'refused', code: 'tooMany', details: {} } : answer
  }
})

const swaps = inEvents((events) => {
  const [first, second, ...others] = events
  if (!first || !second) return events
  return [{ ...second, seq: first.seq }, { ...first, seq: second.seq }, ...others]
})

const staleSnapshots = (): Sabotage => {
  const first = new Map<string, ConfirmedSpace>()
  return inSnapshots((snapshot, spaceId) => {
    const known = first.get(spaceId) ?? snapshot
    first.set(spaceId, known)
    return { ...known, epoch: snapshot.epoch }
  })
}

/** No head is told, and what is pushed is lost. */
const deaf: Sabotage = {
  server: (server) => ({
    ...server,
    connect(personId, carry) {
      const socket = server.connect(personId, (frame) => {
        if (frame.kind !== 'events' && frame.kind !== 'beacon') carry(frame)
      })
      const subscribe: typeof socket.subscribe = async (spaceIds) => ({
        ...(await socket.subscribe(spaceIds)),
        heads: {},
      })
      return { ...socket, subscribe }
    },
  }),
}

/** Whoever's membership ended isn't told. */
const untold: Sabotage = {
  server: (server) => ({
    ...server,
    connect(personId, carry) {
      const socket = server.connect(personId, (frame) => void (frame.kind === 'revoked' || carry(frame)))
      const subscribe: typeof socket.subscribe = async (spaceIds) => ({
        ...(await socket.subscribe(spaceIds)),
        refused: [],
      })
      return { ...socket, subscribe }
    },
  }),
}

const goesBack = (): Sabotage => {
  const isOld = every(9)
  const lens = (replica: Replica) => {
    let old: ConfirmedSpace | undefined
    return {
      confirmed: () => {
        const now = replica.confirmed()
        old ??= now
        return isOld() ? old : now
      },
      view: replica.view,
    }
  }
  return { lens }
}

/** Takes the answer for the event, and no longer replays what was written. */
const forgetsOwn: Sabotage = {
  lens(replica) {
    const { settle } = replica
    replica.settle = (commandId) => settle(commandId, undefined)
    return replica
  },
}

/** One for each rule: a rule that can't catch anything proves nothing. */
export const bugs = (): readonly Bug[] => [
  { name: 'the server skips a number', caughtBy: 'numbered', sabotage: skipsNumbers },
  { name: 'an acknowledged write is never written', caughtBy: 'kept', sabotage: forgetsWrites() },
  { name: 'a write is acknowledged and then rolled back', caughtBy: 'kept', sabotage: rollsBack },
  { name: 'a command is committed twice', caughtBy: 'once', sabotage: writesTwice },
  { name: 'a refused command has written', caughtBy: 'refusedWritesNothing', sabotage: refusesAndWrites() },
  { name: 'a command is written under another id', caughtBy: 'nothingUnasked', sabotage: drawsNewIds() },
  { name: 'a retry gets another answer', caughtBy: 'oneAnswer', sabotage: answersOtherwise },
  {
    name: 'a table is changed past the log',
    caughtBy: 'rebuilt',
    sabotage: afterCommit(({ hub }, _item, { spaceId }) =>
      hub.pool.query(`update task set title = 'Otherwise' where space_id = $1`, [spaceId]),
    ),
  },
  { name: 'two events arrive in each other’s place', caughtBy: 'ordered', sabotage: swaps },
  {
    name: 'a fold forgets a kind of event',
    caughtBy: 'converged',
    sabotage: inEvents((events) =>
      events.map((event) => (event.type === 'thread.started' ? { ...event, type: 'thread.forgotten' } : event)),
    ),
  },
  {
    name: 'a snapshot comes from another log',
    caughtBy: 'known',
    sabotage: inSnapshots((snapshot) => ({ ...snapshot, epoch: '00000000-0000-4000-8000-000000000001' })),
  },
  { name: 'a reset goes backwards', caughtBy: 'monotonic', sabotage: goesBack() },
  { name: 'a snapshot is older than what was told', caughtBy: 'recent', sabotage: staleSnapshots() },
  { name: 'an acknowledged write disappears until its event comes', caughtBy: 'ownWrites', sabotage: forgetsOwn },
  { name: 'events are pushed to a former member', caughtBy: 'membersOnly', sabotage: { admits: () => true } },
  { name: 'nobody is told that a membership ended', caughtBy: 'closed', sabotage: untold },
  {
    name: 'the outbox gets no final answer',
    caughtBy: 'drained',
    sabotage: inCalls((call) => async (personId, item) => {
      const answer = await call(personId, item)
      return item.path === 'threads.rename' ? { status: 'unknown' } : answer
    }),
  },
  { name: 'pushes and heads are lost for good', caughtBy: 'converged', sabotage: deaf },
  { name: 'the disk drops what the outbox gave it', caughtBy: 'settled', sabotage: dropsPuts() },
  { name: 'what was refused is gone with its reason', caughtBy: 'settled', sabotage: dropsRefusals },
  {
    name: 'the disk gives back what is unsent under another id, too',
    caughtBy: 'nothingUnasked',
    sabotage: loadsTwice,
  },
  {
    name: 'a node’s memory takes another’s numbers without their events',
    caughtBy: 'ordered',
    sabotage: takesNumbersAlone,
    nodes: 2,
  },
]
