import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editorOf } from '../people/editor.ts'
import type { SignedInPerson } from '../people/person.ts'
import { listen, type Listener, startTwoNodes, type TwoNodes } from './two-nodes.ts'

const converged = { timeout: 20_000, interval: 20 }
const writes = 10

/** Row A7 of the quality list. */
describe('two nodes whose Redis is away', () => {
  let cluster: TwoNodes
  let spaceId: string
  let people: readonly [SignedInPerson, SignedInPerson]
  let listeners: readonly [Listener, Listener]

  beforeAll(async () => {
    cluster = await startTwoNodes({ redis: true, notify: true })
    const { shared, nodes } = cluster
    spaceId = shared.spaceId
    people = [
      await cluster.enter(shared.coordinatorIds[0], nodes[0]),
      await cluster.enter(shared.coordinatorIds[1], nodes[1]),
    ]
    listeners = [await listen(people[0], spaceId), await listen(people[1], spaceId)]
  })
  afterAll(async () => {
    for (const listener of listeners) listener.close()
    await cluster.stop()
  })

  /** Writes on both nodes in turn; gives the space's newest seq. */
  const write = async (): Promise<number> => {
    let head = 0
    for (let index = 0; index < writes; index += 1) {
      const person = people[index % 2 === 0 ? 0 : 1]
      const input = { spaceId, threadId: randomUUID(), title: 'On', subject: { kind: 'space' as const } }
      const answer = await person.api.threads.start.mutate({ commandId: randomUUID(), input })
      head = Math.max(head, ...answer.at.map(({ seq }) => seq))
    }
    return head
  }
  const allHear = async (head: number): Promise<void> => {
    for (const listener of listeners) await expect.poll(() => listener.headOf(spaceId), converged).toBe(head)
  }
  /** Both people write in one new document, each on their own node, until both read both. */
  const editTogether = async (): Promise<void> => {
    const documentId = randomUUID()
    const input = { spaceId, documentId, title: 'On' }
    await people[0].api.documents.create.mutate({ commandId: randomUUID(), input })
    const editors = people.map(({ url, cookie }) => editorOf(url, cookie, documentId))
    for (const editor of editors) await expect.poll(() => editor.saved(), converged).toBe(true)
    editors.forEach((editor, index) => editor.write(`words of node ${index}`))
    for (const editor of editors) {
      await expect.poll(() => /node 0/.test(editor.text()) && /node 1/.test(editor.text()), converged).toBe(true)
      editor.close()
    }
  }
  const live = async (): Promise<void> => {
    await allHear(await write())
    await editTogether()
  }
  const aliveAsBefore = (pids: readonly (number | undefined)[]): void => {
    expect(cluster.nodes.map(({ pid }) => pid)).toEqual(pids)
    for (const { stdout } of cluster.nodes) expect(stdout).not.toMatch(/unhandled|uncaught/i)
  }

  it.each([
    ['killed', () => cluster.redis.signal('SIGKILL'), () => cluster.redis.restart()],
    ['paused', () => cluster.redis.signal('SIGSTOP'), async () => cluster.redis.signal('SIGCONT')],
    ['cut off in one direction', () => cluster.line.be({ is: 'deaf' }), async () => cluster.line.be({ is: 'open' })],
  ])('[SYN9] write on and converge while it is %s, and when it is back', async (_how, away, back) => {
    const pids = cluster.nodes.map(({ pid }) => pid)
    await live()
    away()
    await live()
    await back()
    await live()
    aliveAsBefore(pids)
  })
})
