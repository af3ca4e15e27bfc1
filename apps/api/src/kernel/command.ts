import type { CommandDefinition } from '@kolo/domain/core/command'
import type { Actor } from '@kolo/domain/core/decide'
import type { EventDraft } from '@kolo/domain/events/define-event'
import type { z } from 'zod'
import type { Reads, Tx } from './transaction.ts'

/** Who sends a command, before any space is known. */
export type Sender = { readonly personId: string; readonly system?: boolean }

/** What `handle` works with. Authorization happens in `decide` and its policy, from `actor`. */
export type CommandContext<Input, State> = {
  readonly tx: Tx
  readonly input: Input
  /** The sender with the role held in the command's first space. */
  readonly actor: Actor
  /** The sender with the role held in another of the command's spaces. */
  actorIn(spaceId: string): Actor
  readonly now: string
  readonly ids: () => string
  /** The domain's decision with this command's input, actor, time and ids; throws a DomainError to refuse. */
  decide(state: State): EventDraft[]
}

/** A command as the kernel runs it. */
export type Command<Name extends string = string, Input extends z.ZodType = z.ZodType> = {
  readonly name: Name
  readonly input: Input
  /** All spaces concerned, the space whose role counts first; asked before the lock and, where it reads, again under it. */
  readonly spaces: (
    read: Reads,
    input: z.infer<Input>,
    sender: Sender,
  ) => readonly string[] | Promise<readonly string[]>
  /**
   * Reads what the decision needs, where the input says all that is to be read: sent with the locks, it costs no way of
   * its own, and nothing where the space is remembered and the decision is one that browsers foresee.
   */
  readonly load: ((from: LoadContext<z.infer<Input>>) => Promise<unknown>) | undefined
  /** Loads, decides, writes and returns its events; a refusal comes before the first write. */
  readonly handle: (context: Loaded<CommandContext<z.infer<Input>, never>, never>) => Promise<readonly EventDraft[]>
}

/** With what `load` found, or what is remembered of it. */
type Loaded<Context, State> = Context & { readonly loaded: State }

/** What `load` works with: whether the sender may is not known yet. */
export type LoadContext<Input> = { readonly read: Reads; readonly input: Input; readonly sender: Sender }

/** Makes the server's half of a command out of the domain's; with `load` where the decision needs no more than that. */
export function command<Name extends string, Input extends z.ZodType, State>(
  definition: CommandDefinition<Name, Input, State>,
  half: {
    spaces: Command<Name, Input>['spaces']
    load: (from: LoadContext<z.infer<Input>>) => Promise<State>
    handle: (context: Loaded<CommandContext<z.infer<Input>, State>, State>) => Promise<readonly EventDraft[]>
  },
): Command<Name, Input>
export function command<Name extends string, Input extends z.ZodType, State>(
  definition: CommandDefinition<Name, Input, State>,
  half: {
    spaces: Command<Name, Input>['spaces']
    handle: (context: CommandContext<z.infer<Input>, State>) => Promise<readonly EventDraft[]>
  },
): Command<Name, Input>
export function command<Name extends string, Input extends z.ZodType, State>(
  definition: CommandDefinition<Name, Input, State>,
  half: {
    spaces: Command<Name, Input>['spaces']
    load?: (from: LoadContext<z.infer<Input>>) => Promise<State>
    handle: (context: Loaded<CommandContext<z.infer<Input>, State>, State>) => Promise<readonly EventDraft[]>
  },
): Command<Name, Input> {
  return {
    name: definition.name,
    input: definition.input,
    spaces: half.spaces,
    load: half.load,
    handle: (context) =>
      half.handle({ ...context, decide: (state) => definition.decide(state, context.input, context) }),
  }
}

/** The usual case: the input names its one space. */
export const ownSpace = (_read: Reads, input: { readonly spaceId: string }): readonly string[] => [input.spaceId]
