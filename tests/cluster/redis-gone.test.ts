import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer } from '../browser/server.ts'
import { editorOf } from '../people/editor.ts'
import { type Desk, expectConverged, openDesk } from './replicas.ts'
import { startNode, startTwoNodes, type TwoNodes } from './two-nodes.ts'

const converged = { timeout: 20_000, interval: 20 }
const writes = 10

/** Row A7 of the quality list, with NOTIFY beside Redis, and with nothing else but what each node finds by looking. */
describe.each([
  { beside: 'NOTIFY', notify: true },
  { beside: 'no other line', notify: false },
])('two nodes whose Redis is away, with $beside beside it', ({ notify }) => {
  let cluster: TwoNodes
  let spaceId: string
  let desks: readonly Desk[] = []
  const closing: (() => unknown)[] = []

  beforeAll(async () => {
    cluster = await startTwoNodes({ redis: true, notify })
    const { shared, nodes } = cluster
    spaceId = shared.spaceId
    const sit = async (index: 0 | 1): Promise<Desk> =>
      openDesk(await cluster.enter(shared.coordinatorIds[index], nodes[index]), spaceId)
    desks = [await sit(0), await sit(1)]
  })
  afterEach(async () => {
    for (let close = closing.pop(); close; close = closing.pop()) await close()
  })
  afterAll(async () => {
    for (const desk of desks) desk.close()
    await cluster.stop()
  })

  /** Both write in turn, over the connections of their pages; all is acknowledged, and everybody holds it. */
  const writeInTurn = async (all: readonly Desk[]): Promise<void> => {
    const answers = Array.from({ length: writes }, (_, index) => {
      const input = { threadId: randomUUID(), title: 'On', subject: { kind: 'space' } }
      return all[index % all.length]!.send({ name: 'thread.start', path: 'threads.start', input }).answer
    })
    for (const { status } of await Promise.all(answers)) expect(status).toBe('committed')
    await expectConverged(all, spaceId)
  }
  /** Both people write in one new document, each on their own node, until both read both. */
  const editTogether = async (): Promise<void> => {
    const documentId = randomUUID()
    const input = { spaceId, documentId, title: 'On' }
    await desks[0]!.person.api.documents.create.mutate({ commandId: randomUUID(), input })
    const editors = desks.map(({ person: { url, cookie } }) => editorOf(url, cookie, documentId))
    closing.push(() => editors.forEach((editor) => editor.close()))
    for (const editor of editors) await expect.poll(() => editor.saved(), converged).toBe(true)
    editors.forEach((editor, index) => editor.write(`words of node ${index}`))
    for (const editor of editors)
      await expect.poll(() => /node 0/.test(editor.text()) && /node 1/.test(editor.text()), converged).toBe(true)
  }
  const live = async (): Promise<void> => {
    await writeInTurn(desks)
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
  ])(
    '[SYN8] [SYN9] write on and converge within 20 s while it is %s, and when it is back',
    async (_how, away, back) => {
      const pids = cluster.nodes.map(({ pid }) => pid)
      await live()
      away()
      await live()
      await back()
      await live()
      aliveAsBefore(pids)
    },
  )

  it('[SYN2] [SYN8] let a node start while it is away, which writes and hears like the others', async () => {
    cluster.redis.signal('SIGKILL')
    closing.push(() => cluster.redis.restart())
    const third: TestServer = await startNode(cluster.shared, cluster.redis.url)
    closing.push(() => third.stop())
    const desk = await openDesk(await cluster.enter(cluster.shared.coordinatorIds[1], third), spaceId)
    closing.push(() => desk.close())
    await writeInTurn([...desks, desk])
    await cluster.redis.restart()
    await writeInTurn([...desks, desk])
  })
})
