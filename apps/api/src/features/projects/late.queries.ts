import type { SpaceKind } from '@kolo/domain/core/roles'
import type { Reads } from '../../kernel/transaction.ts'

/** Overdue tasks of one space, with the people who have them. */
export type LateTasks = {
  readonly spaceId: string
  readonly kind: SpaceKind
  readonly title: string
  readonly count: number
  readonly oldestDueOn: string
  readonly assigneeIds: readonly string[]
}

/** What is late in a project, as far as the person may see it. */
export type LateThings = {
  /** Ids of stages that should be completed by now. */
  readonly stageIds: readonly string[]
  readonly tasks: readonly LateTasks[]
}

/** What is late on the day `today`: stages for all who take part, tasks in the person's spaces only. */
export async function lateIn(db: Reads, personId: string, projectId: string, today: string): Promise<LateThings> {
  const [stages, tasks] = await Promise.all([
    db
      .selectFrom('stage')
      .select('id')
      .where('project_id', '=', projectId)
      .where('ends_on', '<', today)
      .where('state', '!=', 'completed')
      .orderBy('position')
      .execute(),
    db
      .selectFrom('task')
      .innerJoin('space', 'space.id', 'task.space_id')
      .select(['space.id', 'space.kind', 'space.title', 'task.due_on', 'task.assignee_ids'])
      .where('space.project_id', '=', projectId)
      .where('task.due_on', '<', today)
      .where('task.done_at', 'is', null)
      .where('task.deleted_at', 'is', null)
      .where('space.id', 'in', (select) =>
        select.selectFrom('space_member').select('space_id').where('person_id', '=', personId),
      )
      .orderBy('task.due_on')
      .execute(),
  ])
  const bySpace = [...Map.groupBy(tasks, (task) => task.id).values()]
  return {
    stageIds: stages.map((stage) => stage.id),
    tasks: bySpace.map((late) => ({
      spaceId: late[0]!.id,
      kind: late[0]!.kind,
      title: late[0]!.title,
      count: late.length,
      oldestDueOn: late[0]!.due_on!,
      assigneeIds: [...new Set(late.flatMap((task) => task.assignee_ids))],
    })),
  }
}
