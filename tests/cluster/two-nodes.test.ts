import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Editor, editorOf } from '../people/editor.ts'
import type { SignedInPerson } from '../people/person.ts'
import { listen, type Listener, startTwoNodes, type TwoNodes } from './two-nodes.ts'

const times = 50

describe.each([
  { between: 'Redis and NOTIFY', redis: true, notify: true, soon: 5_000, later: 5_000 },
  { between: 'Redis', redis: true, notify: false, soon: 5_000, later: 5_000 },
  { between: 'NOTIFY', redis: false, notify: true, soon: 5_000, later: 5_000 },
  { between: 'nothing, so that every frame is lost', redis: false, notify: false, soon: 20_000, later: 40_000 },
])('two nodes with $between between them', (options) => {
  const soon = { timeout: options.soon, interval: 10 }
  const later = { timeout: options.later, interval: 10 }
  let cluster: TwoNodes
  let spaceId: string
  let here: SignedInPerson
  let there: SignedInPerson
  const listeners: Listener[] = []
  const editors: Editor[] = []

  beforeAll(async () => {
    cluster = await startTwoNodes(options)
    const { shared, nodes } = cluster
    spaceId = shared.spaceId
    here = await cluster.enter(shared.coordinatorIds[0], nodes[0])
    there = await cluster.enter(shared.coordinatorIds[1], nodes[1])
  })
  afterEach(() => {
    for (const listener of listeners.splice(0)) listener.close()
    for (const editor of editors.splice(0)) editor.close()
  })
  afterAll(() => cluster.stop())

  const listening = async (person: SignedInPerson) => {
    const listener = await listen(person, spaceId)
    listeners.push(listener)
    return listener
  }
  const opened = async (person: SignedInPerson, documentId: string) => {
    const editor = editorOf(person.url, person.cookie, documentId)
    editors.push(editor)
    await expect.poll(() => editor.saved(), soon).toBe(true)
    return editor
  }
  const thread = () => ({ spaceId, threadId: randomUUID(), title: 'Between', subject: { kind: 'space' as const } })
  const created = async (person: SignedInPerson) => {
    const documentId = randomUUID()
    const input = { spaceId, documentId, title: 'Between' }
    await person.api.documents.create.mutate({ commandId: randomUUID(), input })
    return documentId
  }

  it('[SYN6] pushes what is written through one node to sockets on the other, once and in order', async () => {
    const listener = await listening(there)
    const commands = Array.from({ length: 20 }, () => randomUUID())
    for (const commandId of commands) await here.api.threads.start.mutate({ commandId, input: thread() })
    await expect.poll(() => listener.pushed.map((event) => event.commandId), soon).toEqual(commands)
  })

  it(`[SYN26] answers the same command ${times} times alike over both nodes, and does it once`, async () => {
    const [commandId, input] = [randomUUID(), thread()]
    const again = await cluster.enter(cluster.shared.coordinatorIds[0], cluster.nodes[1], here.cookie)
    const answers = await Promise.all(
      Array.from({ length: times }, (_, index) =>
        (index % 2 === 0 ? here : again).api.threads.start.mutate({ commandId, input }),
      ),
    )
    const rows = await cluster.shared.hub.db
      .selectFrom('event')
      .select('seq')
      .where('command_id', '=', commandId)
      .execute()
    expect(rows).toHaveLength(1)
    expect(answers).toEqual(answers.map(() => ({ status: 'committed', at: [{ spaceId, seq: rows[0]?.seq }] })))
  })

  it('[SYN8] brings together what is written in one document on both, and stores it all', async () => {
    const documentId = await created(here)
    const one = await opened(here, documentId)
    const other = await opened(there, documentId)
    const words = Array.from({ length: 20 }, (_, index) => `paragraph ${index} of both`)
    words.forEach((text, index) => (index % 2 === 0 ? one : other).write(text))
    await expect.poll(() => words.filter((text) => !one.text().includes(text)), soon).toEqual([])
    await expect.poll(() => other.text(), soon).toBe(one.text())
    await expect.poll(() => one.saved() && other.saved(), soon).toBe(true)
    // Whoever opens it afterwards reads the log alone.
    for (const editor of editors.splice(0)) editor.close()
    const later = await opened(there, documentId)
    expect(words.filter((text) => !later.text().includes(text))).toEqual([])
  })

  it('[SYN32] ends the connections of a session on the other node', async () => {
    const [first] = cluster.shared.coordinatorIds
    const session = await cluster.enter(first, cluster.nodes[0])
    const same = await cluster.enter(first, cluster.nodes[1], session.cookie)
    const listener = await listening(same)
    const editor = await opened(same, await created(here))
    await session.api.sessions.signOut.mutate()
    await expect.poll(() => listener.socket.connected, later).toBe(false)
    await expect.poll(() => editor.refused(), later).toBe(true)
    await expect(same.api.spaces.mine.query({})).rejects.toThrow()
  })

  it('[SYN31] closes a space on the other node when the membership ends', async () => {
    const { projectId, coordinatorIds } = cluster.shared
    const [, personId] = coordinatorIds
    const documentId = await created(here)
    const listener = await listening(there)
    const editor = await opened(there, documentId)
    await here.api.projects.dismissCoordinator.mutate({
      commandId: randomUUID(),
      input: { spaceId, projectId, personId },
    })
    await expect.poll(() => listener.revoked, soon).toContain(spaceId)
    await expect.poll(() => editor.refused(), soon).toBe(true)
    const before = listener.pushed.length
    await here.api.threads.start.mutate({ commandId: randomUUID(), input: thread() })
    await expect(listening(there)).rejects.toThrow('closed')
    expect(listener.pushed.slice(before)).toEqual([])
    await here.api.projects.appointCoordinator.mutate({
      commandId: randomUUID(),
      input: { spaceId, projectId, personId },
    })
    await listening(there)
  })
})
