import { describe, expect, it } from 'vitest'
import type { Answer } from './answer.ts'
import { memoryDisk, type OutboxStore } from './disk.ts'
import { createOutbox } from './outbox.ts'
import { commandIn, committed, manualServer, refused, quiet, unknown } from './outbox.fixture.ts'
import { type OutboxItem, upToDate } from './outbox-item.ts'
import { protocolVersion } from './version.ts'

describe('the outbox', () => {
  it('[SYN19] sends in order within a space, side by side across spaces', async () => {
    const server = manualServer()
    const outbox = createOutbox({ store: memoryDisk().outbox, call: server.call })
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

  it('[SYN19] sends several at once, in order; behind one without an answer they are sent again', async () => {
    const frames: string[][] = []
    const script: Answer[][] = [[committed], [refused, unknown, unknown, unknown], [committed, committed, committed]]
    const outbox = createOutbox({
      store: memoryDisk().outbox,
      call: async (items) => {
        frames.push(items.map(({ commandId }) => commandId))
        return script[frames.length - 1] ?? []
      },
      later: (work) => work(),
    })
    const commands = Array.from({ length: 5 }, () => commandIn('a'))
    const ids = commands.map(({ commandId }) => commandId)
    const answers = await Promise.all(commands.map((each) => outbox.send(each)))
    // Of the first frame the line took one alone.
    expect(frames).toEqual([ids, ids.slice(1), ids.slice(2)])
    expect(answers).toEqual([committed, refused, committed, committed, committed])
    expect(outbox.items().map(({ commandId }) => commandId)).toEqual([ids[1]])
  })

  it('[SYN18] sends nothing along that the disk doesn’t hold yet', async () => {
    const memory = memoryDisk().outbox
    let letThrough = (): void => undefined
    const slow = new Promise<void>((resolve) => (letThrough = resolve))
    const [first, second] = [commandIn('a'), commandIn('a')]
    const store: OutboxStore = {
      ...memory,
      put: async (item) => {
        if (item.commandId === second.commandId) await slow
        await memory.put(item)
      },
    }
    const frames: string[][] = []
    const outbox = createOutbox({
      store,
      call: async (items) => {
        frames.push(items.map(({ commandId }) => commandId))
        return items.map(() => committed)
      },
    })
    const answers = [outbox.send(first), outbox.send(second)]
    await answers[0]
    await quiet()
    expect(frames).toEqual([[first.commandId]])
    letThrough()
    await answers[1]
    expect(frames).toEqual([[first.commandId], [second.commandId]])
  })

  it('[SYN21] keeps what was refused with its reason, and goes on with the next', async () => {
    const store = memoryDisk().outbox
    const outbox = createOutbox({
      store,
      call: async (items) => items.map(({ input }) => (input === 'bad' ? refused : committed)),
    })
    const bad = { ...commandIn('a'), input: 'bad' }
    const answers = await Promise.all([outbox.send(bad), outbox.send(commandIn('a'))])
    expect(answers).toEqual([refused, committed])
    const kept = { ...bad, version: protocolVersion, state: 'refused', refusal: { code: 'notFound', details: {} } }
    expect(outbox.items()).toEqual([kept])
    expect(await store.load()).toEqual([kept])
    outbox.discard(bad.commandId)
    expect(outbox.items()).toEqual([])
    await expect.poll(() => store.load()).toEqual([])
  })

  it('[SYN18] [SYN19] takes up after a crash what the disk still holds, before what is new, and leaves refused things alone', async () => {
    const store = memoryDisk().outbox
    const [first, second] = [commandIn('a'), commandIn('a')]
    const dead = createOutbox({ store, call: () => new Promise(() => undefined) })
    void dead.send(first)
    void dead.send(second)
    const old = {
      ...commandIn('a'),
      version: protocolVersion,
      state: 'refused' as const,
      refusal: { code: 'notFound' as const, details: {} },
    }
    await store.put(old)
    await expect.poll(async () => (await store.load()).length).toBe(3)

    const sent: string[] = []
    const heard: string[] = []
    const outbox = createOutbox({
      store,
      call: async (items) => {
        sent.push(...items.map(({ commandId }) => commandId))
        return items.map(() => committed)
      },
      onFound: (items) => heard.push(...items.map(({ commandId }) => commandId)),
    })
    await quiet()
    const fresh = commandIn('a')
    await outbox.send(fresh)
    expect(sent).toEqual([first.commandId, second.commandId, fresh.commandId])
    expect(heard).toEqual([first.commandId, second.commandId, old.commandId])
    expect(await store.load()).toEqual([old])
  })

  it('[SYN18] is on the disk before it is on the line, and off the disk only after the answer', async () => {
    const steps: string[] = []
    const memory = memoryDisk().outbox
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
        return [committed]
      },
    })
    await outbox.send(commandIn('a'))
    expect(steps).toEqual(['stored', 'sent', 'removed'])
  })

  it('[SYN18] sends from memory where the disk refuses, and says of each that it is there alone', async () => {
    const memory = memoryDisk().outbox
    let isFull = true
    const store: OutboxStore = {
      ...memory,
      put: (item) => (isFull ? Promise.reject(new Error('QuotaExceededError')) : memory.put(item)),
    }
    const server = manualServer()
    const outbox = createOutbox({ store, call: server.call })
    const [first, second, third] = [commandIn('a'), commandIn('a'), commandIn('a')]
    const answers = [first, second, third].map((each) => outbox.send(each))
    await expect.poll(() => outbox.items().map(({ onlyInMemory }) => onlyInMemory)).toEqual([true, true, true])
    server.calls[0]!.answer(committed)
    await expect.poll(() => server.calls.length).toBe(2)
    server.calls[1]!.answer(refused)
    await expect.poll(() => server.calls.length).toBe(3)
    expect(outbox.items()[0]).toMatchObject({ commandId: second.commandId, state: 'refused', onlyInMemory: true })
    isFull = false
    server.calls[2]!.answer(refused)
    expect(await Promise.all(answers)).toEqual([committed, refused, refused])
    expect(outbox.items()[1]?.onlyInMemory).toBe(undefined)
    expect(await store.load()).toEqual([outbox.items()[1]])
  })

  it('[SYN21] sends what the server refused again under a new id', async () => {
    const store = memoryDisk().outbox
    let answer: Answer = refused
    const outbox = createOutbox({ store, call: async () => [answer] })
    const command = commandIn('a')
    await outbox.send(command)
    const again = outbox.again(command.commandId)!
    expect(again).toMatchObject({ spaceId: 'a', input: command.input, path: command.path })
    expect(again.commandId).not.toBe(command.commandId)
    answer = committed
    expect(await outbox.send(again, command.commandId)).toEqual(committed)
    expect(outbox.items()).toEqual([])
    expect(await store.load()).toEqual([])
    expect(outbox.again(command.commandId)).toBe(undefined)
  })

  it('[SYN36] brings what an older page has left up to date, step by step', () => {
    const { commandId, ...rest } = commandIn('a')
    const item: OutboxItem = { commandId, ...rest, state: 'waiting', version: 1 }
    const steps = {
      1: (old: OutboxItem) => ({ ...old, name: `${old.name}d` }),
      2: (old: OutboxItem) => ({ ...old, path: `${old.path}d` }),
    }
    const expected = { ...item, name: 'thread.startd', path: 'threads.startd', version: 3 }
    expect(upToDate(item, steps, 3)).toEqual(expected)
    expect(upToDate({ ...item, version: 3 }, steps, 3)).toEqual({ ...item, version: 3 })
  })

  it('[SYN36] brings up to date what it finds on the disk before it sends it', async () => {
    const store = memoryDisk().outbox
    const old = { ...commandIn('a'), state: 'waiting' as const, version: 1 }
    await store.put(old)
    const sent: OutboxItem[] = []
    createOutbox({
      store,
      call: async (items) => {
        sent.push(...items)
        return items.map(() => committed)
      },
    })
    await expect.poll(() => store.load()).toEqual([])
    expect(sent).toEqual([{ ...old, version: protocolVersion }])
  })

  it('[SYN37] refuses at once what is more than it can hold, and holds the rest', async () => {
    const outbox = createOutbox({ store: memoryDisk().outbox, call: () => new Promise(() => undefined) })
    for (let count = 0; count < 1_000; count += 1) void outbox.send(commandIn('a'))
    expect(await outbox.send(commandIn('a'))).toEqual({
      status: 'refused',
      code: 'tooMany',
      details: { reason: 'outboxFull', limit: 1_000 },
    })
    expect(outbox.items()).toHaveLength(1_000)
  })

  it('[SYN37] counts what waits alone: what was refused keeps nothing from being written', async () => {
    const store = memoryDisk().outbox
    const refusal = { code: 'notFound', details: {} } as const
    for (let count = 0; count < 1_000; count += 1)
      await store.put({ ...commandIn('a'), version: protocolVersion, state: 'refused', refusal })
    const outbox = createOutbox({ store, call: async () => [committed] })
    await expect.poll(() => outbox.items()).toHaveLength(1_000)
    expect(await outbox.send(commandIn('a'))).toEqual(committed)
  })

  it('[SYN21] has the words on the disk all the while when they are sent again', async () => {
    const memory = memoryDisk().outbox
    let isSlow = false
    const store: OutboxStore = {
      ...memory,
      put: (item, insteadOf) => (isSlow ? new Promise(() => undefined) : memory.put(item, insteadOf)),
    }
    const outbox = createOutbox({ store, call: async () => [refused] })
    const command = commandIn('a')
    await outbox.send(command)
    isSlow = true
    const again = outbox.again(command.commandId)!
    void outbox.send(again, command.commandId)
    await quiet()
    expect(outbox.items().map(({ commandId }) => commandId)).toEqual([again.commandId])
    // Here the tab may die.
    expect((await store.load()).map(({ commandId }) => commandId)).toEqual([command.commandId])
  })
})
