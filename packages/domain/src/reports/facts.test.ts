import { describe, expect, it } from 'vitest'
import { tasksDone } from '../boards/boards.facts.ts'
import type { Task } from '../boards/boards.ts'
import type { DocumentEntry } from '../documents/documents.ts'
import { emptySpace } from '../events/parts.ts'
import type { Rollout } from '../rollouts/rollouts.ts'
import type { Thread } from '../threads/threads.ts'
import { factParts, factsIn } from './contributors.ts'
import { factKey, factKeySchema, maxFacts } from './facts.ts'

const period = { periodStart: '2026-10-01', periodEnd: '2026-10-31' }
const task = (id: string, doneAt: string | null) => [id, { id, title: `Task ${id}`, doneAt } as Task] as const
const board = (...tasks: (readonly [string, Task])[]) => ({ columns: {}, tasks: Object.fromEntries(tasks) })
const milestone = (id: string, dueOn: string, reachedOn: string | null) => ({
  id,
  name: `Milestone ${id}`,
  dueOn,
  reachedOn,
  reachedBy: reachedOn && 'somebody',
})
const told = (state: object) => factsIn({ ...emptySpace, ...state }, period)

describe('facts of a period', () => {
  it('are told by every noun that has some, noun by noun, each in the order of days', () => {
    const version = { id: 'v', name: '1.0', publishedAt: '2026-10-20T08:00:00.000Z' }
    const facts = told({
      rollout: {
        phaseChanges: [
          { phase: 'configure', at: '2026-09-30T08:00:00.000Z' },
          { phase: 'pilot', at: '2026-10-30T08:00:00.000Z' },
          { phase: 'procure', at: '2026-10-30T09:00:00.000Z' },
          { phase: 'pilot', at: '2026-11-02T08:00:00.000Z' },
        ],
      } as unknown as Rollout,
      milestones: {
        m: milestone('m', '2026-10-05', '2026-10-06'),
        n: milestone('n', '2026-10-05', '2026-10-05'),
        o: milestone('o', '2026-10-05', null),
        p: milestone('p', '2026-10-05', '2026-11-01'),
      },
      board: board(task('b', '2026-10-09T08:00:00.000Z'), task('a', '2026-10-12T08:00:00.000Z'), task('c', null)),
      threads: {
        t: { id: 't', title: 'Who answers?', resolvedAt: '2026-10-02T08:00:00.000Z' } as Thread,
        u: { id: 'u', title: 'Open', resolvedAt: null } as Thread,
      },
      documents: { d: { title: 'Manual', archivedAt: null, versions: [version] } as unknown as DocumentEntry },
    })
    expect(facts).toEqual([
      { kind: 'phaseReached', id: 'pilot-1', name: 'pilot', on: '2026-10-30' },
      { kind: 'milestoneReached', id: 'n', name: 'Milestone n', on: '2026-10-05' },
      { kind: 'milestoneReachedLate', id: 'm', name: 'Milestone m', on: '2026-10-06' },
      { kind: 'taskDone', id: 'b', name: 'Task b', on: '2026-10-09' },
      { kind: 'taskDone', id: 'a', name: 'Task a', on: '2026-10-12' },
      { kind: 'threadResolved', id: 't', name: 'Who answers?', on: '2026-10-02' },
      { kind: 'versionPublished', id: 'v', name: 'Manual · 1.0', on: '2026-10-20' },
    ])
    expect(factParts).toEqual(['rollout', 'milestones', 'board', 'threads', 'documents'])
  })

  it('are of the period, its first and last day included', () => {
    const moments = [
      '2026-09-30T23:59:59.999Z',
      '2026-10-01T00:00:00.000Z',
      '2026-10-31T23:59:59.999Z',
      '2026-11-01T00:00:00.000Z',
    ]
    const facts = told({ board: board(...moments.map((at, index) => task(`${index}`, at))) })
    expect(facts.map(({ id }) => id)).toEqual(['1', '2'])
    expect(told({})).toEqual([])
  })

  it('are the latest ones where there are too many to be read', () => {
    const tasks = Array.from({ length: maxFacts + 1 }, (_, index) =>
      task(`${index}`, index === 7 ? '2026-10-01T08:00:00.000Z' : '2026-10-02T08:00:00.000Z'),
    )
    const facts = told({ board: board(...tasks) })
    expect(facts).toHaveLength(maxFacts)
    expect(facts.map(({ id }) => id)).not.toContain('7')
  })

  it('have keys that nothing else passes for', () => {
    expect(factKeySchema.parse(factKey({ kind: 'phaseReached', id: 'pilot' }))).toBe('phaseReached:pilot')
    expect(factKeySchema.safeParse('milestoneReachedLate:a').success).toBe(true)
    for (const key of ['pilot', 'taskMoved:a', 'taskDone:', 'taskDone:a b', `taskDone:${'a'.repeat(61)}`, 7])
      expect(factKeySchema.safeParse(key).success).toBe(false)
  })

  it('count the tasks of the board', () => {
    expect(tasksDone(board(task('a', '2026-10-12T08:00:00.000Z'), task('b', null)))).toEqual({ done: 1, total: 2 })
  })
})
