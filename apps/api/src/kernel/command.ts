import type { CommandDefinition } from '@kolo/domain/core/command'
import type { Actor } from '@kolo/domain/core/decide'
import type { EventDraft } from '@kolo/domain/events/define-event'
import type { z } from 'zod'
import type { Reads, Tx } from './transaction.ts'

/** Who sends a command, before any space is known. */
export type Sender = { readonly personId: string; readonly system?: boolean }

/** What the kernel gives a command to work with. */
type Given<Input> = {
  readonly tx: Tx
  readonly input: Input
  /** The sender with the role held in the command's first space. */
  readonly actor: Actor
  /** The sender with the role held in another of the command's spaces. */
  actorIn(spaceId: string): Actor
  readonly now: string
  readonly ids: () => string
}

/** What `handle` works with. Authorization happens in `decide` and its policy, from `actor`. */
export type CommandContext<Input, State> = Given<Input> & {
  /** The domain's decision with this command's input, actor, time and ids; throws a DomainError to refuse. */
  decide(state: State): EventDraft[]
}

/** A command as the kernel runs it. */
export type Command<Name extends string = string, Input extends z.ZodType = z.ZodType> = {
  readonly name: Name
  readonly input: Input
  /** All spaces concerned, the space whose role counts first; asked before the lock and, where there are several, again under it. */
  readonly spaces: (
    read: Reads,
    input: z.infer<Input>,
    sender: Sender,
  ) => readonly string[] | Promise<readonly string[]>
  /**
   * Reads what the decision needs, where the input says all that is to be read. It is sent together with the locks; where
   * the space is remembered and the command has a prediction, nothing is read at all.
   */
  readonly load: ((from: LoadContext<z.infer<Input>>) => Promise<unknown>) | undefined
  /** Loads, decides, writes and returns its events; a refusal comes before the first write. */
  readonly handle: (context: Loaded<Given<z.infer<Input>>, unknown>) => Promise<readonly EventDraft[]>
}

/** With what `load` found, or what is remembered of it. */
type Loaded<Context, State> = Context & { readonly loaded: State }

/** What `load` works with: whether the sender may is not known yet. */
export type LoadContext<Input> = { readonly read: Reads; readonly input: Input; readonly sender: Sender }

/** Makes a command out of the domain's definition and the server's side of it; with `load` where the decision needs no more than that. */
export function command<Name extends string, Input extends z.ZodType, State>(
  definition: CommandDefinition<Name, Input, State>,
  serverSide: {
    spaces: Command<Name, Input>['spaces']
    load: (from: LoadContext<z.infer<Input>>) => Promise<State>
    handle: (context: Loaded<CommandContext<z.infer<Input>, State>, State>) => Promise<readonly EventDraft[]>
  },
): Command<Name, Input>
export function command<Name extends string, Input extends z.ZodType, State>(
  definition: CommandDefinition<Name, Input, State>,
  serverSide: {
    spaces: Command<Name, Input>['spaces']
    handle: (context: CommandContext<z.infer<Input>, State>) => Promise<readonly EventDraft[]>
  },
): Command<Name, Input>
export function command<Name extends string, Input extends z.ZodType, State>(
  definition: CommandDefinition<Name, Input, State>,
  serverSide: {
    spaces: Command<Name, Input>['spaces']
    load?: (from: LoadContext<z.infer<Input>>) => Promise<State>
    handle: (context: Loaded<CommandContext<z.infer<Input>, State>, State>) => Promise<readonly EventDraft[]>
  },
): Command<Name, Input> {
  return {
    name: definition.name,
    input: definition.input,
    spaces: serverSide.spaces,
    load: serverSide.load,
    handle: (context) =>
      serverSide.handle({
        ...context,
        // What its own `load`, or the prediction of its name, has found.
        loaded: context.loaded as State,
        decide: (state) => definition.decide(state, context.input, context),
      }),
  }
}

/** The usual case: the input names its one space. */
export const ownSpace = (_read: Reads, input: { readonly spaceId: string }): readonly string[] => [input.spaceId]

/** Whether the input alone says which space a command concerns, so that nobody has to be asked. */
export const namesItsSpace = ({ spaces }: { readonly spaces: unknown }): boolean => spaces === ownSpace
