import { addDays } from '@kolo/domain/core/days'
import type { ColumnCategory } from '@kolo/domain/boards/boards'
import { createTask } from '../features/boards/commands/create-task.ts'
import { editTask } from '../features/boards/commands/edit-task.ts'
import { moveTask } from '../features/boards/commands/move-task.ts'
import { columnsOf } from '../features/boards/boards.queries.ts'
import { createDocument } from '../features/documents/commands/create-document.ts'
import { seedDocument } from '../features/documents/document-log.ts'
import { markRead } from '../features/threads/commands/mark-read.ts'
import { postMessage } from '../features/threads/commands/post-message.ts'
import { startThread } from '../features/threads/commands/start-thread.ts'
import { researchDesignNote, rolloutThreads, stageTasks, stageThreads } from './content.ts'
import { dayFrom, type DemoHub, demoId, momentOf } from './demo-hub.ts'
import { stagesOf } from './load-project.ts'
import { placedRollouts, rolloutsBegan } from './load-rollouts.ts'
import { demoTasks } from './rollouts.ts'

/** What people have done so far: tasks on the boards, threads with messages, the research design note. */
export async function planWork(demo: DemoHub): Promise<void> {
  for (const { key, space_id: spaceId, starts_on: startsOn } of await stagesOf(demo)) {
    await planTasks(demo, spaceId, key, startsOn, stageTasks[key as keyof typeof stageTasks] ?? [])
    for (const thread of stageThreads[key as keyof typeof stageThreads] ?? []) planThread(demo, spaceId, thread)
    if (key === 'research-design') planNote(demo, spaceId, addDays(startsOn, 2))
  }
  for (const { name, place } of placedRollouts()) {
    const spaceId = demoId(`rollout space ${name}`)
    const officer = Object.values(place.seats)[0]
    await planTasks(demo, spaceId, name, dayFrom(demo, rolloutsBegan), demoTasks, officer)
    for (const thread of rolloutThreads[name as keyof typeof rolloutThreads] ?? []) planThread(demo, spaceId, thread)
  }
}

type DemoTask = { readonly title: string; readonly column: ColumnCategory; readonly due: number }

/**
 * Each task came three weeks before it is due, but neither before its space nor after yesterday; what is done was done the
 * day before.
 */
async function planTasks(
  demo: DemoHub,
  spaceId: string,
  where: string,
  startsOn: string,
  tasks: readonly DemoTask[],
  officer?: string,
): Promise<void> {
  const columns = await columnsOf(demo.hub.kernel.reads, spaceId)
  for (const [index, { title, column, due }] of tasks.entries()) {
    const idOf = (wanted: ColumnCategory): string | undefined => columns.find(({ category }) => category === wanted)?.id
    const columnId = idOf(column === 'done' ? 'todo' : column)
    const doneId = idOf('done')
    if (columnId === undefined || doneId === undefined) continue
    const taskId = demoId(`task ${where} ${title}`)
    const day = [addDays(startsOn, 1), dayFrom(demo, Math.min(due - 21, -1))].toSorted().at(-1) ?? startsOn
    demo.plan(momentOf(day, 10 * index), async () => {
      await demo.run(`task ${where} ${title}`, 'coordinator', createTask, { spaceId, taskId, columnId, title })
      await demo.run(`due ${where} ${title}`, 'coordinator', editTask, {
        spaceId,
        taskId,
        dueOn: dayFrom(demo, due),
        ...(officer && column !== 'done' ? { assigneeIds: [demoId(`person ${officer}`)] } : {}),
      })
    })
    if (column !== 'done') continue
    const doneOn = [day, dayFrom(demo, due - 1)].toSorted().at(-1) ?? day
    demo.plan(momentOf(doneOn, 10 * index + 5), () =>
      demo.run(`done ${where} ${title}`, officer ?? 'coordinator', moveTask, {
        spaceId,
        taskId,
        columnId: doneId,
        afterTaskId: null,
      }),
    )
  }
}

type DemoThread = {
  readonly title: string
  /** When it began, in days from today. */
  readonly began: number
  readonly messages: readonly { readonly by: string; readonly body: string }[]
}

function planThread(demo: DemoHub, spaceId: string, { title, began, messages }: DemoThread): void {
  const threadId = demoId(`thread ${title}`)
  const by = messages[0]?.by ?? 'coordinator'
  const day = dayFrom(demo, began)
  demo.plan(momentOf(day, 60), () =>
    demo.run(`thread ${title}`, by, startThread, { spaceId, threadId, title, subject: { kind: 'space' } }),
  )
  for (const [index, message] of messages.entries()) {
    const messageId = demoId(`message ${title} ${index}`)
    const input = { spaceId, threadId, messageId, body: message.body, fileIds: [] }
    const read = { spaceId: demoId(`personal space ${message.by}`), threadId, number: index + 1 }
    demo.plan(momentOf(day, 60 + 95 * index), async () => {
      await demo.run(`message ${title} ${index}`, message.by, postMessage, input)
      await demo.run(`read ${title} ${index}`, message.by, markRead, read)
    })
  }
}

function planNote(demo: DemoHub, spaceId: string, day: string): void {
  const documentId = demoId('document research design note')
  const at = momentOf(day, 120)
  demo.plan(at, async () => {
    await demo.run('research design note', 'coordinator', createDocument, {
      spaceId,
      documentId,
      title: 'Research design note',
    })
    const personId = demoId('person coordinator')
    await seedDocument(demo.hub.pool, { documentId, personId, content: researchDesignNote, at })
  })
}
