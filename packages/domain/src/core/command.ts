import type { z } from 'zod'
import type { EventDraft } from '../events/define-event.ts'
import type { DecideContext } from './decide.ts'

/** What client and server know of a command: its name, its input, and the decision over the state that it needs. */
export type CommandDefinition<Name extends string, Input extends z.ZodType, State> = {
  readonly name: Name
  readonly input: Input
  decide(state: State, input: z.infer<Input>, context: DecideContext): EventDraft[]
}

/** Defines a command, once, beside its noun. */
export function defineCommand<const Name extends string, Input extends z.ZodType, State>(
  name: Name,
  input: Input,
  decide: (state: State, input: z.infer<Input>, context: DecideContext) => EventDraft[],
): CommandDefinition<Name, Input, State> {
  return { name, input, decide }
}
