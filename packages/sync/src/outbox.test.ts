import { describe, expect, it } from 'vitest'
import { type Answer, createOutbox, type OutboxItem, type OutboxStore } from './outbox.ts'
import { memoryStore } from './outbox-store.ts'
import { uuidv7 } from './uuidv7.ts'

const committed: Answer = { status: 'committed', at: [] }
const refused: Answer = { status: 'refused', code: 'notFound', details: {} }
const unknown: Answer = { status: 'unknown' }

const commandIn = (spaceId: string) => ({
  commandId: uuidv7(),
  spaceId,
  name: 'thread.start',
  path: 'threads.start',
  input: {},
  at: '2026-11-23T08:00:00.000Z',
})

/** A server whose answers the test gives one by one, in whatever order. */
function manualServer() {
  const calls: { item: OutboxItem; answer: (answer: Answer) => void }[] = []
  const call = (item: OutboxItem) => new Promise<Answer>((resolve) => calls.push({ item, answer: resolve }))
  return { calls, call }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('the outbox', () => {
  it('sends in order within a space, side by side across spaces', async () => {
    const server = manualServer()
    const outbox = createOutbox({ store: memoryStore(), call: server.call })
    const [a1, a2, b1] = [commandIn('a'), commandIn('a'), commandIn('b')]
    const answers = [a1, a2, b1].map((each) => outbox.send(each))
    await expect.poll(() => server.calls.length).toBe(2)
    expect(server.calls.map(({ item }) => item.commandId)).toEqual([a1.commandId, b1.commandId])
    server.calls[0]!.answer(committed)
    await expect.poll(() => server.calls.length).toBe(3)
    expect(server.calls[2]!.item.commandId).toBe(a2.commandId)
    server.calls[1]!.answer(committed)
    server.calls[2]!.answer(committed)
    expect(await Promise.all(answers)).toEqual([committed, committed, committed])
    expect(outbox.items()).toEqual([])
  })

  it('tries again with the same id while the answer is unknown, at once when the network is back', async () => {
    const server = manualServer()
    const outbox = createOutbox({ store: memoryStore(), call: server.call, later: () => undefined })
    const command = commandIn('a')
    const answer = outbox.send(command)
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect.poll(() => server.calls.length).toBe(attempt + 1)
      server.calls[attempt]!.answer(attempt === 4 ? committed : unknown)
      await settled()
      if (attempt < 4) expect(outbox.items()[0]?.state).toBe('waiting')
      outbox.wake()
    }
    expect(await answer).toEqual(committed)
    expect(new Set(server.calls.map(({ item }) => item.commandId))).toEqual(new Set([command.commandId]))
  })

  it('waits longer after each failure, but never longer than 15 seconds', async () => {
    const waits: number[] = []
    let left = 12
    const outbox = createOutbox({
      store: memoryStore(),
      call: async () => (left-- > 0 ? unknown : committed),
      random: () => 1,
      later: (work, milliseconds) => {
        waits.push(milliseconds)
        work()
      },
    })
    await outbox.send(commandIn('a'))
    expect(waits.slice(0, 4)).toEqual([250, 500, 1000, 2000])
    expect(Math.max(...waits)).toBe(15_000)
  })

  it('keeps what was refused with its reason, and goes on with the next', async () => {
    const store = memoryStore()
    const outbox = createOutbox({ store, call: async ({ input }) => (input === 'bad' ? refused : committed) })
    const bad = { ...commandIn('a'), input: 'bad' }
    const answers = await Promise.all([outbox.send(bad), outbox.send(commandIn('a'))])
    expect(answers).toEqual([refused, committed])
    const kept = { ...bad, state: 'refused', refusal: { code: 'notFound', details: {} } }
    expect(outbox.items()).toEqual([kept])
    expect(await store.load()).toEqual([kept])
    outbox.discard(bad.commandId)
    expect(outbox.items()).toEqual([])
    await expect.poll(() => store.load()).toEqual([])
  })

  it('takes up after a crash what the disk still holds, before what is new, and leaves refused things alone', async () => {
    const store = memoryStore()
    const [first, second] = [commandIn('a'), commandIn('a')]
    const dead = createOutbox({ store, call: () => new Promise(() => undefined) })
    void dead.send(first)
    void dead.send(second)
    const old = { ...commandIn('a'), state: 'refused' as const, refusal: { code: 'notFound' as const, details: {} } }
    await store.put(old)
    await expect.poll(async () => (await store.load()).length).toBe(3)

    const sent: string[] = []
    const heard: string[] = []
    const outbox = createOutbox({
      store,
      call: async ({ commandId }) => {
        sent.push(commandId)
        return committed
      },
      onLoaded: (items) => heard.push(...items.map(({ commandId }) => commandId)),
    })
    await settled()
    const fresh = commandIn('a')
    await outbox.send(fresh)
    expect(sent).toEqual([first.commandId, second.commandId, fresh.commandId])
    expect(heard).toEqual([first.commandId, second.commandId, old.commandId])
    expect(await store.load()).toEqual([old])
  })

  it('is on the disk before it is on the line, and off the disk only after the answer', async () => {
    const steps: string[] = []
    const memory = memoryStore()
    const store: OutboxStore = {
      load: () => memory.load(),
      put: async (item) => {
        await memory.put(item)
        steps.push('stored')
      },
      remove: async (commandId) => {
        await memory.remove(commandId)
        steps.push('removed')
      },
    }
    const outbox = createOutbox({
      store,
      call: async () => {
        steps.push('sent')
        return committed
      },
    })
    await outbox.send(commandIn('a'))
    expect(steps).toEqual(['stored', 'sent', 'removed'])
  })

  it('sends from memory where the disk refuses', async () => {
    const full = () => Promise.reject(new Error('QuotaExceededError'))
    const outbox = createOutbox({ store: { load: full, put: full, remove: full }, call: async () => committed })
    expect(await outbox.send(commandIn('a'))).toEqual(committed)
  })
})
