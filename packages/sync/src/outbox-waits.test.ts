import { describe, expect, it } from 'vitest'
import type { Answer } from './answer.ts'
import { memoryDisk } from './disk.ts'
import { createOutbox } from './outbox.ts'
import type { TabMessage } from './tab-messages.ts'
import { soleTab } from './tabs.ts'
import { commandIn, committed, manualServer, oneByOne, quiet, unknown } from './outbox.fixture.ts'

describe('an outbox that waits', () => {
  it('[SYN20] tries again with the same id while the answer is unknown, at once when the network is back', async () => {
    const server = manualServer()
    const outbox = createOutbox({ store: memoryDisk().outbox, call: server.call, later: () => undefined })
    const command = commandIn('a')
    const answer = outbox.send(command)
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect.poll(() => server.calls.length).toBe(attempt + 1)
      server.calls[attempt]!.answer(attempt === 4 ? committed : unknown)
      await quiet()
      if (attempt < 4) expect(outbox.items()[0]?.state).toBe('waiting')
      outbox.wake()
    }
    expect(await answer).toEqual(committed)
    expect(new Set(server.calls.map(({ item }) => item.commandId))).toEqual(new Set([command.commandId]))
  })

  it('[SYN20] says why the server can’t take what waits, for as long as it can’t', async () => {
    const server = manualServer()
    const outbox = createOutbox({ store: memoryDisk().outbox, call: server.call, later: () => undefined })
    const answer = outbox.send(commandIn('a'))
    const because = { code: 'unavailable', details: { reason: 'diskFull' } } as const
    for (const [attempt, said] of [because, because, because, because, because, undefined].entries()) {
      await expect.poll(() => server.calls.length).toBe(attempt + 1)
      server.calls[attempt]!.answer({ status: 'unknown', ...(said && { because: said }) })
      await quiet()
      expect(outbox.items()[0]).toMatchObject({ state: 'waiting' })
      expect(outbox.items()[0]?.refusal).toEqual(said)
      outbox.wake()
    }
    await expect.poll(() => server.calls.length).toBe(7)
    server.calls[6]!.answer(committed)
    expect(await answer).toEqual(committed)
  })

  it('[SYN20] waits longer after each failure, but never longer than 15 seconds', async () => {
    const waits: number[] = []
    let left = 12
    const outbox = createOutbox({
      store: memoryDisk().outbox,
      call: async () => [left-- > 0 ? unknown : committed],
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

  it.each([
    [0, [125, 250, 500]],
    [1, [250, 500, 1000]],
  ])('[SYN20] waits half to whole of it, by a chance of %i', async (chance, expected) => {
    const waits: number[] = []
    let left = 3
    const outbox = createOutbox({
      store: memoryDisk().outbox,
      call: async () => [left-- > 0 ? unknown : committed],
      random: () => chance,
      later: (work, milliseconds) => {
        waits.push(milliseconds)
        work()
      },
    })
    await outbox.send(commandIn('a'))
    expect(waits).toEqual(expected)
  })

  it('[SYN20] says once of a thousand that they wait, and nothing more while nothing changes', async () => {
    const told: TabMessage[] = []
    const server = manualServer()
    const outbox = createOutbox({
      store: memoryDisk().outbox,
      tabs: { ...soleTab(), tell: (message) => told.push(message) },
      call: server.call,
      later: () => undefined,
    })
    for (let count = 0; count < 1_000; count += 1) void outbox.send(commandIn('a'))
    await expect.poll(() => told.length).toBe(1_000)
    let changes = 0
    outbox.subscribe(() => (changes += 1))
    const because = { code: 'unavailable', details: { reason: 'diskFull' } } as const
    for (const [attempt, said] of [undefined, undefined, because, because].entries()) {
      await expect.poll(() => server.calls.length).toBe(attempt + 1)
      server.calls[attempt]!.answer({ status: 'unknown', ...(said && { because: said }) })
      await quiet()
      outbox.wake()
    }
    expect(changes).toBe(2)
    const waits = { outbox: 'waits', spaceId: 'a' }
    expect(told.slice(1_000).filter((message) => 'outbox' in message && message.outbox !== 'wake')).toEqual([
      waits,
      waits,
      { ...waits, because },
      { ...waits, because },
    ])
    expect(outbox.items().every(({ state, refusal }) => state === 'waiting' && refusal === because)).toBe(true)
  })

  it('[SYN20] says of all in a space that they wait, and for what, while one of them does', async () => {
    const server = manualServer()
    const outbox = createOutbox({ store: memoryDisk().outbox, call: server.call, later: () => undefined })
    const because = { code: 'unavailable', details: { reason: 'diskFull' } } as const
    const answers = ['a', 'a', 'b'].map((space) => outbox.send(commandIn(space)))
    await expect.poll(() => server.calls.length).toBe(2)
    server.calls[0]!.answer({ status: 'unknown', because })
    await quiet()
    answers.push(outbox.send(commandIn('a')))
    const told = outbox.items().map(({ spaceId, state, refusal }) => [spaceId, state, refusal])
    const waiting = ['a', 'waiting', because]
    expect(told).toEqual([waiting, waiting, ['b', 'saving', undefined], waiting])
    server.calls[1]!.answer(committed)
    outbox.wake()
    for (let call = 2; call < 5; call += 1) {
      await expect.poll(() => server.calls.length).toBe(call + 1)
      server.calls[call]!.answer(committed)
    }
    expect(await Promise.all(answers)).toEqual([committed, committed, committed, committed])
  })

  it('[SYN22] bears five failures of each that fails, one after the other', async () => {
    const failing: Answer = { status: 'unknown', failure: { code: 'internal', details: {} } }
    const sent: string[] = []
    const outbox = createOutbox({
      store: memoryDisk().outbox,
      call: oneByOne(async ({ commandId, input }) => {
        sent.push(commandId)
        return input === 'bad' ? failing : committed
      }),
      later: (work) => work(),
    })
    const [first, second] = [commandIn('a'), commandIn('a')].map((command) => ({ ...command, input: 'bad' }))
    await Promise.all([first!, second!].map((command) => outbox.send(command)))
    const five = (commandId: string): string[] => Array.from({ length: 5 }, () => commandId)
    expect(sent).toEqual([...five(first!.commandId), ...five(second!.commandId)])
  })

  it('[SYN22] lets what fails inside the server make way; sent again as it was, it keeps its id', async () => {
    const failing: Answer = { status: 'unknown', failure: { code: 'internal', details: { id: 'n' } } }
    let fails = true
    const sent: string[] = []
    const outbox = createOutbox({
      store: memoryDisk().outbox,
      call: oneByOne(async ({ commandId, input }) => {
        sent.push(commandId)
        return input === 'bad' && fails ? failing : committed
      }),
      later: (work) => work(),
    })
    const bad = { ...commandIn('a'), input: 'bad' }
    const next = commandIn('a')
    const answers = await Promise.all([outbox.send(bad), outbox.send(next)])
    expect(answers).toEqual([{ status: 'refused', code: 'internal', details: { id: 'n' } }, committed])
    expect(sent).toEqual([...Array.from({ length: 5 }, () => bad.commandId), next.commandId])
    fails = false
    expect(await outbox.send(outbox.again(bad.commandId)!, bad.commandId)).toEqual(committed)
    expect(sent.at(-1)).toBe(bad.commandId)
    expect(outbox.items()).toEqual([])
  })
})
