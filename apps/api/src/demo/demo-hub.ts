import { createHash } from 'node:crypto'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import type { z } from 'zod'
import type { Hub } from '../hub.ts'
import type { Command } from '../kernel/command.ts'

/** The same name gives the same id in every demo, so that a load that was cut off is simply run again. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`kolo demo ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Runs commands of the demo, each under an id made from its name. */
export type DemoHub = {
  readonly hub: Hub
  /** The day around which the project runs, `YYYY-MM-DD`. */
  readonly today: string
  /** `by` is the key of an account, or `system`. */
  run<Input extends z.ZodType>(
    name: string,
    by: string,
    command: Command<string, Input>,
    input: z.input<Input>,
  ): Promise<void>
}

/** Makes the runner. */
export function demoHub(hub: Hub, today: string): DemoHub {
  return {
    hub,
    today,
    async run(name, by, command, input) {
      const sender =
        by === 'system' ? { personId: SYSTEM_ACTOR_ID, system: true } : { personId: demoId(`person ${by}`) }
      const parsed = command.input.parse(input)
      await hub.kernel.execute(command, { sender, commandId: demoId(`command ${name}`), input: parsed })
    },
  }
}
