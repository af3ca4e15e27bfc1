import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import { addDays } from '@kolo/domain/core/days'
import type { z } from 'zod'
import type { Hub } from '../hub.ts'
import type { Command } from '../kernel/command.ts'
import { idFor } from '../kernel/hash.ts'
import { createKernel } from '../kernel/kernel.ts'

/** The same name gives the same id in every demo, so that a load that was cut off is simply run again. */
export const demoId = (name: string): string => idFor(`kolo demo ${name}`)

/** A moment of a day, `YYYY-MM-DD`, as ISO 8601 in UTC; the minutes count on from 08:00. */
export const momentOf = (day: string, minutes = 0): string =>
  new Date(Date.parse(`${day}T08:00:00Z`) + minutes * 60_000).toISOString()

/** Runs commands of the demo, each under an id made from its name, as if it were the moment at which they happened. */
export type DemoHub = {
  readonly hub: Hub
  /** The day around which the project runs, `YYYY-MM-DD`. */
  readonly today: string
  /** From now on it is that moment. */
  turnTo(moment: string): void
  /** `by` is the key of an account, or `system`. */
  run<Input extends z.ZodType>(
    name: string,
    by: string,
    command: Command<string, Input>,
    input: z.input<Input>,
  ): Promise<void>
  /** Keeps work for its moment. */
  plan(moment: string, work: () => Promise<void>): void
  /** Does what was planned, the oldest first: every log tells its story in the order of time. */
  play(): Promise<void>
}

/** Makes the runner: a kernel over the hub's database whose clock is the story's. */
export function demoHub(hub: Hub, today: string, onError: (error: unknown) => void): DemoHub {
  let now = momentOf(today)
  let planned: { readonly moment: string; readonly work: () => Promise<void> }[] = []
  const kernel = createKernel({ pool: hub.pool, reads: hub.kernel.reads, now: () => now, onError })
  return {
    hub,
    today,
    turnTo: (moment) => void (now = moment),
    async run(name, by, command, input) {
      const sender =
        by === 'system' ? { personId: SYSTEM_ACTOR_ID, system: true } : { personId: demoId(`person ${by}`) }
      const parsed = command.input.parse(input)
      await kernel.execute(command, { sender, commandId: demoId(`command ${name}`), input: parsed })
    },
    plan: (moment, work) => void planned.push({ moment, work }),
    async play() {
      const due = planned.toSorted((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0))
      planned = []
      for (const { moment, work } of due) {
        now = moment
        await work()
      }
    },
  }
}

/** A day some days from the demo's own. */
export const dayFrom = (demo: Pick<DemoHub, 'today'>, days: number): string => addDays(demo.today, days)
