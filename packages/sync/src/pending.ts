import type { Envelope } from '@kolo/domain/events/envelope'

/** A command that was sent and is not yet part of the confirmed state. */
export type Pending = {
  readonly commandId: string
  readonly spaceId: string
  readonly name: string
  readonly input: unknown
  readonly at: string
}

/** `seq` is known once the server has answered; until the event is here the command goes on being replayed. */
type Expected = Pending & { readonly seq?: number }

/** The commands that are replayed on a space, in the order in which they go out. */
export type PendingList = {
  all(): readonly Pending[]
  /** Puts a command last; false: it is there already. */
  add(command: Pending): boolean
  /** These come in this order, behind what was answered already. */
  inOrder(commands: readonly Pending[]): void
  /** It was answered, and counts from `seq` on, which is here already where it is `seen`. */
  answered(commandId: string, seq: number | undefined, seen: boolean): void
  /** The events are here. */
  confirmed(events: readonly Envelope[]): void
  /** A snapshot of a log that was restored or set back, or of this one at a later seq. */
  startedAnew(seq: number, isAnother: boolean): void
  clear(): void
}

/** Makes an empty list. */
export function pendingList(): PendingList {
  let pending: readonly Expected[] = []
  return {
    all: () => pending,
    add(command) {
      if (pending.some(({ commandId }) => commandId === command.commandId)) return false
      pending = [...pending, command]
      return true
    },
    inOrder(commands) {
      const known = new Map(pending.map((command) => [command.commandId, command]))
      const ordered = new Set(commands.map(({ commandId }) => commandId))
      const others = pending.filter(({ commandId }) => !ordered.has(commandId))
      pending = [...others, ...commands.map((command) => known.get(command.commandId) ?? command)]
    },
    answered(wanted, seq, seen) {
      pending = seen
        ? pending.filter(({ commandId }) => commandId !== wanted)
        : pending.map((command) => (command.commandId === wanted && seq !== undefined ? { ...command, seq } : command))
    },
    confirmed(events) {
      const done = new Set(events.map(({ commandId }) => commandId))
      pending = pending.filter(({ commandId }) => !done.has(commandId))
    },
    startedAnew(seq, isAnother) {
      // What the other log had numbered, this one may not have: it is shown no longer than it is known.
      pending = pending.filter((command) => command.seq === undefined || (command.seq > seq && !isAnother))
    },
    clear() {
      pending = []
    },
  }
}
