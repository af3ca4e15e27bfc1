import type { ColumnCategory } from '@kolo/domain/boards/boards'
import { createTask } from '../features/boards/commands/create-task.ts'
import { editTask } from '../features/boards/commands/edit-task.ts'
import { columnsOf } from '../features/boards/boards.queries.ts'
import { createDocument } from '../features/documents/commands/create-document.ts'
import { seedDocument } from '../features/documents/document-log.ts'
import { postMessage } from '../features/threads/commands/post-message.ts'
import { startThread } from '../features/threads/commands/start-thread.ts'
import { researchDesignNote, rolloutThreads, stageTasks, stageThreads } from './content.ts'
import { type DemoHub, demoId } from './demo-hub.ts'
import { dayFrom, stagesOf } from './load-project.ts'
import { placedRollouts } from './load-rollouts.ts'
import { demoTasks } from './rollouts.ts'

/** What people have done so far: tasks on the boards, threads with messages, the research design note. */
export async function loadWork(demo: DemoHub): Promise<void> {
  for (const { key, space_id: spaceId } of await stagesOf(demo)) {
    await addTasks(demo, spaceId, key, stageTasks[key as keyof typeof stageTasks] ?? [])
    for (const thread of stageThreads[key as keyof typeof stageThreads] ?? []) await addThread(demo, spaceId, thread)
    if (key === 'research-design') await addNote(demo, spaceId)
  }
  for (const { name, place } of placedRollouts()) {
    const spaceId = demoId(`rollout space ${name}`)
    const officer = Object.values(place.seats)[0]
    await addTasks(demo, spaceId, name, demoTasks, officer)
    for (const thread of rolloutThreads[name as keyof typeof rolloutThreads] ?? [])
      await addThread(demo, spaceId, thread)
  }
}

type DemoTask = { readonly title: string; readonly column: ColumnCategory; readonly due: number }

async function addTasks(
  demo: DemoHub,
  spaceId: string,
  where: string,
  tasks: readonly DemoTask[],
  officer?: string,
): Promise<void> {
  const columns = await columnsOf(demo.hub.kernel.reads, spaceId)
  for (const { title, column, due } of tasks) {
    const columnId = columns.find(({ category }) => category === column)?.id
    if (columnId === undefined) continue
    const taskId = demoId(`task ${where} ${title}`)
    await demo.run(`task ${where} ${title}`, 'coordinator', createTask, { spaceId, taskId, columnId, title })
    await demo.run(`due ${where} ${title}`, 'coordinator', editTask, {
      spaceId,
      taskId,
      dueOn: dayFrom(demo, due),
      ...(officer && column !== 'done' ? { assigneeIds: [demoId(`person ${officer}`)] } : {}),
    })
  }
}

type DemoThread = {
  readonly title: string
  readonly messages: readonly { readonly by: string; readonly body: string }[]
}

async function addThread(demo: DemoHub, spaceId: string, { title, messages }: DemoThread): Promise<void> {
  const threadId = demoId(`thread ${title}`)
  const by = messages[0]?.by ?? 'coordinator'
  await demo.run(`thread ${title}`, by, startThread, { spaceId, threadId, title, subject: { kind: 'space' } })
  for (const [index, message] of messages.entries()) {
    const messageId = demoId(`message ${title} ${index}`)
    await demo.run(`message ${title} ${index}`, message.by, postMessage, {
      spaceId,
      threadId,
      messageId,
      body: message.body,
      fileIds: [],
    })
  }
}

async function addNote(demo: DemoHub, spaceId: string): Promise<void> {
  const documentId = demoId('document research design note')
  await demo.run('research design note', 'coordinator', createDocument, {
    spaceId,
    documentId,
    title: 'Research design note',
  })
  await seedDocument(demo.hub.pool, {
    documentId,
    personId: demoId('person coordinator'),
    content: researchDesignNote,
    at: new Date().toISOString(),
  })
}
