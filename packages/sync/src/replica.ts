import { DomainError } from '@kolo/domain/core/errors'
import { derivedIds } from '@kolo/domain/core/ids'
import type { Part } from '@kolo/domain/core/part'
import { strongest } from '@kolo/domain/core/roles'
import type { Envelope } from '@kolo/domain/events/envelope'
import { emptySpace, foldSpace, type SpaceState } from '@kolo/domain/events/parts'
import { predictions } from '@kolo/domain/events/predictions'

/** A command that was sent and is not yet part of the confirmed state. */
export type Pending = {
  readonly commandId: string
  readonly spaceId: string
  readonly name: string
  readonly input: unknown
  readonly at: string
}

/** What the server says of a space. */
export type ConfirmedSpace = { readonly epoch: string; readonly seq: number; readonly parts: SpaceState }

/** A space in the browser: confirmed state, with what was sent but not confirmed replayed on it. */
export type Replica = {
  readonly spaceId: string
  confirmed(): ConfirmedSpace | undefined
  /** Confirmed state and pending commands; undefined until the first snapshot. The same object while nothing changes. */
  view(): SpaceState | undefined
  /** Grows with every change, also one that shows only in what is brought; 0 until there is anything. */
  version(): number
  /** Takes a fresh snapshot, whatever was there; `since` are the last events before it, where they are known. */
  reset(snapshot: ConfirmedSpace, since?: readonly Envelope[]): void
  /** The newest events that were applied, oldest first. */
  recent(): readonly Envelope[]
  /** Empties it: the space is closed to the person. */
  forget(): void
  /** Applies the next events, ignores older ones; `gap` asks for a catch-up and applies nothing beyond it. */
  apply(events: readonly Envelope[]): 'applied' | 'gap'
  /** Replays a command that was sent until it is settled. */
  expect(pending: Pending): void
  /** The command was answered: it counts from `seq` on, or (refused, or without an effect here) not at all. */
  settle(commandId: string, seq: number | undefined): void
  /** Brings something loaded as of `seq` (a page of messages) to now, by the same events. */
  bring<State>(part: Part<State>, loaded: State, seq: number): State
  subscribe(listener: () => void): () => void
}

/** `seq` is known once the server has answered; until the event is here the command goes on being replayed. */
type Expected = Pending & { readonly seq?: number }

const recentKept = 1_000

/** Makes the replica of a space for one person. */
export function createReplica(spaceId: string, personId: string): Replica {
  let confirmed: ConfirmedSpace | undefined
  let pending: readonly Expected[] = []
  let recent: Envelope[] = []
  let version = 0
  let foreseen: { view: SpaceState; events: Envelope[] } | undefined
  const listeners = new Set<() => void>()

  const changed = (): void => {
    foreseen = undefined
    version += 1
    for (const listener of listeners) listener()
  }
  const current = (): { view: SpaceState; events: Envelope[] } | undefined => {
    if (!confirmed) return undefined
    foreseen ??= foresee(confirmed.parts, pending, personId)
    return foreseen
  }

  return {
    spaceId,
    confirmed: () => confirmed,
    view: () => current()?.view,
    version: () => version,
    recent: () => recent,
    reset({ epoch, seq, parts }, since = []) {
      // What the other log had numbered, this one may not have: it is shown no longer than it is known.
      const isRestored = confirmed !== undefined && confirmed.epoch !== epoch
      confirmed = { epoch, seq, parts: { ...emptySpace, ...parts } }
      recent = [...since]
      pending = pending.filter((command) => command.seq === undefined || (command.seq > seq && !isRestored))
      changed()
    },
    forget() {
      confirmed = undefined
      pending = []
      recent = []
      changed()
    },
    apply(events) {
      if (!confirmed) return 'gap'
      let { seq, parts } = confirmed
      let gap = false
      for (const event of events) {
        if (event.seq <= seq) continue
        if (event.seq > seq + 1) {
          gap = true
          break
        }
        seq = event.seq
        parts = foldSpace(parts, event)
        recent.push(event)
      }
      if (seq === confirmed.seq) return gap ? 'gap' : 'applied'
      recent = recent.slice(-recentKept)
      // Behind a gap nothing was applied: what the person wrote there goes on being replayed.
      const done = new Set(events.flatMap((event) => (event.seq <= seq ? [event.commandId] : [])))
      pending = pending.filter(({ commandId }) => !done.has(commandId))
      confirmed = { ...confirmed, seq, parts }
      changed()
      return gap ? 'gap' : 'applied'
    },
    expect(command) {
      if (pending.some(({ commandId }) => commandId === command.commandId)) return
      if (recent.some(({ commandId }) => commandId === command.commandId)) return
      pending = [...pending, command]
      changed()
    },
    settle(commandId, seq) {
      const seen = seq === undefined || (confirmed !== undefined && confirmed.seq >= seq)
      pending = seen
        ? pending.filter((command) => command.commandId !== commandId)
        : pending.map((command) => (command.commandId === commandId ? { ...command, seq } : command))
      changed()
    },
    bring(part, loaded, seq) {
      const since = recent.filter((event) => event.seq > seq)
      return [...since, ...(current()?.events ?? [])].reduce((state, event) => part.fold(state, event), loaded)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Replays what is pending; a command that the domain refuses on this state shows nothing (the server will say why). */
function foresee(
  parts: SpaceState,
  pending: readonly Pending[],
  personId: string,
): { view: SpaceState; events: Envelope[] } {
  let view = parts
  const events: Envelope[] = []
  for (const { commandId, spaceId, name, input, at } of pending) {
    const role = strongest(
      view.space.members.filter((member) => member.personId === personId).map((member) => member.role),
    )
    try {
      const context = { actor: { personId, role }, now: at, ids: derivedIds(commandId) }
      for (const draft of predictions.get(name)?.predict(view, input, context) ?? []) {
        if (draft.spaceId !== undefined && draft.spaceId !== spaceId) continue
        const payload = draft.payload as Record<string, unknown>
        const event = {
          spaceId,
          seq: 0,
          type: draft.type,
          version: draft.version,
          actorId: personId,
          commandId,
          at,
          payload,
        }
        view = foldSpace(view, event)
        events.push(event)
      }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
    }
  }
  return { view, events }
}
