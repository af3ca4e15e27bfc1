import type { CommandDefinition } from '@kolo/domain/core/command'
import type { Actor } from '@kolo/domain/core/decide'
import type { EventDraft } from '@kolo/domain/events/define-event'
import type { z } from 'zod'
import type { Reads, Tx } from './transaction.ts'

/** Who sends a command, before any space is known. */
export type Sender = { readonly personId: string; readonly system?: boolean }

/** What `handle` works with. Authorization happens in `decide` and its policy, from `actor`. */
export type CommandContext<Input, State, Loaded = undefined> = {
  readonly tx: Tx
  /** What `load` found. */
  readonly loaded: Loaded
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
  /** Reads in the command's transaction that need the input alone: sent with the locks, they cost no way of their own. */
  readonly load: ((from: LoadContext<z.infer<Input>>) => Promise<unknown>) | undefined
  /** Loads, decides, writes and returns its events; a refusal comes before the first write. */
  readonly handle: (context: CommandContext<z.infer<Input>, never, never>) => Promise<readonly EventDraft[]>
}

/** What `load` works with: whether the sender may is not known yet. */
export type LoadContext<Input> = { readonly read: Reads; readonly input: Input; readonly sender: Sender }

/** Makes the server's half of a command out of the domain's. */
export function command<Name extends string, Input extends z.ZodType, State, Loaded = undefined>(
  definition: CommandDefinition<Name, Input, State>,
  half: {
    spaces: Command<Name, Input>['spaces']
    load?: (from: LoadContext<z.infer<Input>>) => Promise<Loaded>
    handle: (context: CommandContext<z.infer<Input>, State, Loaded>) => Promise<readonly EventDraft[]>
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
