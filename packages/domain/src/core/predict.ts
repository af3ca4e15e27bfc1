import type { z } from 'zod'
import type { EventDraft } from '../events/define-event.ts'
import type { SpaceState } from '../events/parts.ts'
import type { CommandDefinition } from './command.ts'
import type { DecideContext } from './decide.ts'

/** How a command is decided on a folded space: by the browser to foresee it, by the server in place of what it would load. */
export type Prediction = {
  readonly name: string
  /** The slice of a space's state that the decision needs. */
  select(state: SpaceState, input: unknown, context: DecideContext): unknown
  predict(state: SpaceState, input: unknown, context: DecideContext): EventDraft[]
}

/** Pairs a command with the slice of a folded space that its decision needs. */
export function definePrediction<Name extends string, Input extends z.ZodType, State>(
  command: CommandDefinition<Name, Input, State>,
  select: (state: SpaceState, input: z.infer<Input>, context: DecideContext) => State,
): Prediction {
  return {
    name: command.name,
    select: (state, input, context) => select(state, input as z.infer<Input>, context),
    predict: (state, input, context) => {
      // What an older version of the app has left in the outbox may have another form: the server will say so.
      const parsed = command.input.safeParse(input)
      return parsed.success ? command.decide(select(state, parsed.data, context), parsed.data, context) : []
    },
  }
}
