import { setImmediate as everythingElse } from 'node:timers/promises'

/** Time that passes only when the test says so. */
export type Clock = {
  now(): number
  iso(): string
  /** Of what falls due together, the lower ticket comes first; without one, whoever asked first. */
  later(work: () => void, milliseconds: number, ticket?: number): void
  /** A place in the line, drawn before it is known when it will be needed. */
  ticket(): number
  /** Time doesn't pass until this is done: what is under way on the server takes no time of its own. */
  hold<Output>(work: Promise<Output>): Promise<Output>
  /** Called once everything of a moment is done. */
  afterEach(work: () => Promise<void>): void
  pass(milliseconds: number): Promise<void>
}

type Due = { readonly work: () => void; readonly ticket: number }

const grain = 10
const begin = Date.parse('2026-11-23T08:00:00.000Z')

/** Makes a clock. What falls due in the same hundredth of a second happens side by side. */
export function virtualClock(): Clock {
  let now = 0
  let drawn = 0
  const ticket = (): number => (drawn += 1)
  let due = new Map<number, Due[]>()
  const held = new Set<Promise<unknown>>()
  const closings: (() => Promise<void>)[] = []

  const calm = async (): Promise<void> => {
    await everythingElse()
    while (held.size > 0) {
      await Promise.allSettled(held)
      await everythingElse()
    }
  }
  const moment = async (at: number): Promise<void> => {
    now = at
    for (let works = due.get(at); works; works = due.get(at)) {
      due.delete(at)
      for (const { work } of works.toSorted((a, b) => a.ticket - b.ticket)) work()
      await calm()
    }
    for (const close of closings) await close()
    await calm()
  }
  return {
    now: () => now,
    iso: () => new Date(begin + now).toISOString(),
    ticket,
    later(work, milliseconds, own = ticket()) {
      const at = Math.ceil((now + Math.max(milliseconds, 1)) / grain) * grain
      due.set(at, [...(due.get(at) ?? []), { work, ticket: own }])
    },
    hold(work) {
      held.add(work)
      const over = (): void => void held.delete(work)
      work.then(over, over)
      return work
    },
    afterEach: (work) => void closings.push(work),
    async pass(milliseconds) {
      const until = now + milliseconds
      await moment(now)
      for (;;) {
        const next = Math.min(...due.keys())
        if (next > until) break
        await moment(next)
      }
      now = until
      due = new Map([...due].filter(([at]) => at > until))
    },
  }
}
