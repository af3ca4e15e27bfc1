import { logProblems } from '@kolo/api/testing'
import { expect } from 'vitest'
import type { HubPool, Rig } from './rig.ts'

/** What a client was told of a command: that it is written, and where. */
export type Acknowledged = {
  readonly commandId: string
  readonly at: readonly { readonly spaceId: string; readonly seq: number }[]
}

type LogRow = {
  readonly spaceId: string
  readonly seq: number
  readonly type: string
  readonly actorId: string
  readonly commandId: string
  readonly payload: Readonly<Record<string, unknown>>
}

const logSql = `select space_id as "spaceId", seq, type, actor_id as "actorId", command_id as "commandId", payload
  from event where space_id = any($1::uuid[]) order by space_id, seq`

/**
 * Expects all that was acknowledged to be in the logs where it was said to be, each command there once and in one piece,
 * the chains to verify, and the tables to hold a row for each event that makes one, and no other. Nobody may be writing.
 */
export const expectKept = (
  { onPool, unlogged }: Pick<Rig, 'onPool' | 'unlogged'>,
  spaceIds: readonly string[],
  acknowledged: readonly Acknowledged[],
): Promise<void> =>
  onPool(async (pool) => {
    const log = (await pool.query<LogRow>(logSql, [spaceIds])).rows
    expectOneLog(log, acknowledged)
    expect(await logProblems(pool, spaceIds, unlogged), 'chains verify, events rebuild the tables').toEqual([])
    await expectRows(pool, spaceIds, log)
  })

function expectOneLog(log: readonly LogRow[], acknowledged: readonly Acknowledged[]): void {
  const ofSpaces = Map.groupBy(log, ({ spaceId }) => spaceId)
  for (const ofSpace of ofSpaces.values())
    expect(
      ofSpace.map(({ seq }) => seq),
      'no number is missing, none is there twice',
    ).toEqual(ofSpace.map((_, index) => index + 1))
  const executions = Map.groupBy(log, ({ spaceId, actorId, commandId }) => `${spaceId} ${actorId} ${commandId}`)
  const doubled = [...executions.values()]
    .filter((events) => !isOneExecution(events))
    .map((events) => events.map(({ seq, type, commandId }) => `${seq} ${type} by ${commandId}`))
  expect(doubled, 'commands that were done more than once').toEqual([])
  expect(saidWrongly(ofSpaces, acknowledged), 'acknowledged, and not there').toEqual([])
}

/** One after the other in the log, and no two that say the same of the same things. */
function isOneExecution(events: readonly LogRow[]): boolean {
  const first = events[0]?.seq ?? 0
  return (
    events.every(({ seq }, index) => seq === first + index) && new Set(events.map(saidOfWhat)).size === events.length
  )
}

/** An event's type and what it is about: the ids in it, and by what a membership is held. */
const saidOfWhat = ({ type, payload }: LogRow): string =>
  JSON.stringify([type, Object.entries(payload).filter(([name]) => /^id$|Id$|^via$/.test(name))])

/** Of these answers those that the logs don't bear out: the last event of a command stands where it was said to. */
function saidWrongly(
  ofSpaces: ReadonlyMap<string, readonly LogRow[]>,
  acknowledged: readonly Acknowledged[],
): readonly Acknowledged[] {
  const at = (spaceId: string, seq: number): string | undefined => ofSpaces.get(spaceId)?.[seq - 1]?.commandId
  return acknowledged.filter(({ commandId, at: places }) =>
    places.some(
      ({ spaceId, seq }) =>
        ofSpaces.has(spaceId) && (at(spaceId, seq) !== commandId || at(spaceId, seq + 1) === commandId),
    ),
  )
}

/** The events that make a row: by which id, and all such rows of the spaces. */
const rowsOf: Readonly<Record<string, { readonly id: string; readonly sql: string }>> = {
  'thread.started': { id: 'threadId', sql: 'select id from thread where space_id = any($1::uuid[])' },
  'message.posted': {
    id: 'messageId',
    sql: 'select message.id from message join thread on thread.id = thread_id where space_id = any($1::uuid[])',
  },
  'task.created': { id: 'taskId', sql: 'select id from task where space_id = any($1::uuid[])' },
  'document.created': {
    id: 'documentId',
    sql: 'select id from document join document_log on document_id = id where space_id = any($1::uuid[])',
  },
  'file.added': {
    id: 'fileId',
    sql: 'select file.id from file join upload on upload.id = file.id where file.space_id = any($1::uuid[])',
  },
}

async function expectRows(pool: HubPool, spaceIds: readonly string[], log: readonly LogRow[]): Promise<void> {
  for (const [type, { id, sql }] of Object.entries(rowsOf)) {
    const told = log.filter((event) => event.type === type).map(({ payload }) => String(payload[id]))
    const stored = (await pool.query<{ id: string }>(sql, [spaceIds])).rows.map((row) => row.id)
    expect(stored.toSorted(), `${type}: a row for each, and no other`).toEqual(told.toSorted())
  }
  const renamed = log.filter(({ type }) => type === 'person.renamed').map(({ payload }) => payload)
  const names = new Map(renamed.map(({ personId, name }) => [personId, name]))
  const people = await pool.query<{ id: string; name: string }>(
    'select id, name from person where id = any($1::uuid[])',
    [[...names.keys()]],
  )
  expect(new Map(people.rows.map((row) => [row.id, row.name])), 'the last name that was given').toEqual(names)
}
