import { type EventDraft, inSpace } from '@kolo/domain/events/define-event'
import { taskCreated } from '@kolo/domain/boards/boards.events'
import { keyIn } from '@kolo/domain/boards/boards.order'
import type { Office } from '@kolo/domain/core/roles'
import { cycleSet } from '@kolo/domain/cycles/cycles.events'
import { indicatorsChosen } from '@kolo/domain/indicators/indicators.events'
import { milestoneAdded } from '@kolo/domain/milestones/milestones.events'
import type { LaidMilestone, LaidPlan, LaidTask } from '@kolo/domain/plans/lay-out'
import type { Tx } from '../../kernel/transaction.ts'
import { writeCycle } from '../cycles/commands/set-cycle.ts'
import { writeChosen } from '../indicators/commands/choose-indicators.ts'

type Furnished = {
  readonly rolloutId: string
  readonly rolloutSpaceId: string
  /** The column in which tasks begin. */
  readonly columnId: string
  readonly holders: Partial<Record<Office, readonly string[]>>
  readonly createdBy: string
}

const mostAssignees = 20

/** Gives a new rollout what its plan says: tasks on its board, milestones, indicators, the cycle; returns the events. */
export function furnishRollout(
  tx: Tx,
  laid: LaidPlan,
  rollout: Furnished,
  now: string,
  ids: () => string,
): EventDraft[] {
  const { rolloutId, rolloutSpaceId } = rollout
  const events = [
    ...writeTasks(tx, laid.tasks, rollout, now, ids),
    ...writeMilestones(tx, laid.milestones, rollout, ids),
  ]
  if (laid.indicatorIds.length > 0) {
    writeChosen(tx, rolloutId, laid.indicatorIds)
    events.push(indicatorsChosen.of({ rolloutId, indicatorIds: [...laid.indicatorIds] }))
  }
  if (laid.cycle) {
    writeCycle(tx, rolloutId, laid.cycle)
    events.push(cycleSet.of({ rolloutId, cycle: laid.cycle }))
  }
  return events.map((event) => inSpace(rolloutSpaceId, event))
}

function writeTasks(
  tx: Tx,
  tasks: readonly LaidTask[],
  { rolloutSpaceId, columnId, holders, createdBy }: Furnished,
  now: string,
  ids: () => string,
): EventDraft[] {
  if (tasks.length === 0) return []
  let before: string | null = null
  const laid = tasks.map(({ title, description, dueOn, office }) => {
    before = keyIn({ before, after: null })
    const assigneeIds = ((office && holders[office]) ?? []).slice(0, mostAssignees)
    return { taskId: ids(), title, description, dueOn, office, order: before, columnId, assigneeIds }
  })
  const rows = laid.map(({ taskId, assigneeIds, dueOn, columnId: column_id, ...task }) => ({
    id: taskId,
    space_id: rolloutSpaceId,
    column_id,
    ...task,
    assignee_ids: assigneeIds,
    due_on: dueOn,
    created_by: createdBy,
    created_at: now,
    done_at: null,
  }))
  tx.write((db) => db.insertInto('task').values(rows))
  return laid.map((task) => taskCreated.of({ ...task, category: 'todo' }))
}

function writeMilestones(
  tx: Tx,
  milestones: readonly LaidMilestone[],
  { rolloutSpaceId }: Furnished,
  ids: () => string,
): EventDraft[] {
  if (milestones.length === 0) return []
  const laid = milestones.map(({ name, dueOn }) => ({ milestoneId: ids(), name, dueOn }))
  const rows = laid.map(({ milestoneId, name, dueOn }) => ({
    id: milestoneId,
    space_id: rolloutSpaceId,
    name,
    due_on: dueOn,
  }))
  tx.write((db) => db.insertInto('milestone').values(rows))
  return laid.map((milestone) => milestoneAdded.of(milestone))
}
