import { describe, expect, it } from 'vitest'
import type { Answer } from './answer.ts'
import { memoryDisk } from './disk.ts'
import { createOutbox, type OutboxOptions } from './outbox.ts'
import { commandIn, committed } from './outbox.fixture.ts'
import { soleTab } from './tabs.ts'

/** An outbox whose errors are counted, and which waits no time. */
function outboxWith(options: Partial<OutboxOptions>) {
  const errors: unknown[] = []
  const waits: number[] = []
  const outbox = createOutbox({
    store: memoryDisk().outbox,
    call: async (items) => items.map(() => committed),
    later: (work, milliseconds) => {
      waits.push(milliseconds)
      setImmediate(work)
    },
    onError: (error) => errors.push(error),
    ...options,
  })
  return { outbox, errors, waits }
}
const broken = new Error('broken')

describe('an outbox around which something breaks', () => {
  it('[SYN20] takes a call that throws for no answer, and tells', async () => {
    let calls = 0
    const { outbox, errors, waits } = outboxWith({
      async call(items) {
        calls += 1
        if (calls < 3) throw broken
        return items.map(() => committed)
      },
    })
    expect(await outbox.send(commandIn('a'))).toEqual(committed)
    expect([errors, waits.length]).toEqual([[broken, broken], 2])
  })

  it('[SYN20] takes for unknown what was answered by nothing, and waits before it asks again', async () => {
    const script: Answer[][] = [[], [], [committed]]
    const { outbox, errors, waits } = outboxWith({ call: async () => script.shift() ?? [] })
    expect(await outbox.send(commandIn('a'))).toEqual(committed)
    expect([errors, waits.length]).toEqual([[], 2])
  })

  it('[SYN19] goes on with the next where whoever hears of an answer throws', async () => {
    const { outbox, errors } = outboxWith({
      onAnswer() {
        throw broken
      },
    })
    outbox.subscribe(() => {
      throw broken
    })
    const answers = [outbox.send(commandIn('a')), outbox.send(commandIn('a'))]
    expect(await Promise.all(answers)).toEqual([committed, committed])
    expect(await outbox.send(commandIn('a'))).toEqual(committed)
    expect(outbox.items()).toEqual([])
    expect(new Set(errors)).toEqual(new Set([broken]))
  })

  it('[SYN28] goes on where other tabs can’t be told', async () => {
    let isBroken = true
    const tell = (): void => {
      isBroken = !isBroken
      if (!isBroken) throw broken
    }
    const { outbox, errors } = outboxWith({ tabs: { ...soleTab(), tell } })
    const answers = Array.from({ length: 4 }, () => outbox.send(commandIn('a')))
    expect(await Promise.all(answers)).toEqual([committed, committed, committed, committed])
    expect(new Set(errors)).toEqual(new Set([broken]))
  })

  it('[SYN19] sends what becomes due in the very moment in which nothing was left', async () => {
    const { outbox } = outboxWith({})
    for (let turns = 0; turns < 30; turns += 1) {
      const answer = outbox.send(commandIn('a'))
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
      expect(await Promise.all([answer, outbox.send(commandIn('a'))])).toEqual([committed, committed])
    }
  })
})
