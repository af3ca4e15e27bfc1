import type { Part } from '@kolo/domain/core/part'
import type { Envelope } from '@kolo/domain/events/envelope'
import { emptySpace, foldSpace, type SpaceState } from '@kolo/domain/events/parts'
import { foresight, type Foreseen } from './foresee.ts'
import { listenerSet } from './listener-set.ts'
import { type OnError, throwOutside } from './on-error.ts'
import { type Pending, pendingList } from './pending.ts'

/** What the server says of a space. */
export type ConfirmedSpace = {
  readonly epoch: string
  readonly seq: number
  /** The command whose event stands at `seq`, where that is known: a log that was set back has another there. */
  readonly last?: string | undefined
  readonly parts: SpaceState
}

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
  /** Whether it holds at `seq`, as far as it remembers, the event of another command: then it stands on another log. */
  differsAt(seq: number, commandId: string | undefined): boolean
  /** Replays a command that was sent until it is settled. */
  expect(pending: Pending): void
  /** Replays what is unsent in this order, behind what was answered. */
  expectInOrder(unsent: readonly Pending[]): void
  /** The command was answered: it counts from `seq` on, or (refused, or without an effect here) not at all. */
  settle(commandId: string, seq: number | undefined): void
  /** Brings something loaded as of `seq` (a page of messages) to now, by the same events. */
  bring<State>(part: Part<State>, loaded: State, seq: number): State
  subscribe(listener: () => void): () => void
}

/** So many of the last events are remembered, to bring to now what was loaded besides. */
const recentRemembered = 1_000

/** Makes the replica of a space for one person; `onError` hears of a command that can't be foreseen, and of listeners that throw. */
export function createReplica(spaceId: string, personId: string, onError: OnError = throwOutside): Replica {
  let confirmed: ConfirmedSpace | undefined
  let recent: readonly Envelope[] = []
  let version = 0
  let foreseen: Foreseen | undefined
  const pending = pendingList()
  const foresee = foresight(personId, onError)
  const listeners = listenerSet(onError)

  const changed = (): void => {
    foreseen = undefined
    version += 1
    listeners.tell()
  }
  const current = (): Foreseen | undefined => {
    if (confirmed) foreseen ??= foresee(confirmed.parts, pending.all())
    return foreseen
  }
  const isHere = (commandId: string): boolean => recent.some((event) => event.commandId === commandId)

  return {
    spaceId,
    confirmed: () => confirmed,
    view: () => current()?.view,
    version: () => version,
    recent: () => recent,
    reset({ epoch, seq, last, parts }, since = []) {
      pending.startedAnew(seq, confirmed !== undefined && (confirmed.epoch !== epoch || confirmed.seq > seq))
      confirmed = { epoch, seq, last, parts: { ...emptySpace, ...parts } }
      recent = since
      changed()
    },
    forget() {
      confirmed = undefined
      pending.clear()
      recent = []
      changed()
    },
    apply(events) {
      if (!confirmed) return 'gap'
      const { applied, parts, gap } = foldNext(confirmed, events)
      const last = applied.at(-1)
      if (last) {
        recent = [...recent, ...applied].slice(-recentRemembered)
        pending.confirmed(events.filter(({ seq }) => seq <= last.seq))
        confirmed = { ...confirmed, seq: last.seq, last: last.commandId, parts }
        changed()
      }
      return gap ? 'gap' : 'applied'
    },
    differsAt(seq, commandId) {
      if (!confirmed || commandId === undefined || seq > confirmed.seq) return false
      const held = seq === confirmed.seq ? confirmed.last : recent[seq - (recent[0]?.seq ?? 0)]?.commandId
      return held !== undefined && held !== commandId
    },
    expect(command) {
      if (!isHere(command.commandId) && pending.add(command)) changed()
    },
    expectInOrder(unsent) {
      const here = new Set(recent.map(({ commandId }) => commandId))
      pending.inOrder(unsent.filter(({ commandId }) => !here.has(commandId)))
      changed()
    },
    settle(commandId, seq) {
      pending.answered(commandId, seq, seq === undefined || (confirmed !== undefined && confirmed.seq >= seq))
      changed()
    },
    bring(part, loaded, seq) {
      const since = recent.filter((event) => event.seq > seq)
      return [...since, ...(current()?.events ?? [])].reduce((state, event) => part.fold(state, event), loaded)
    },
    subscribe: listeners.add,
  }
}

/** The next events in line, and the state behind them: nothing beyond a gap. */
function foldNext(
  { seq, parts }: ConfirmedSpace,
  events: readonly Envelope[],
): { readonly applied: readonly Envelope[]; readonly parts: SpaceState; readonly gap: boolean } {
  const applied: Envelope[] = []
  let state = parts
  for (const event of events) {
    const next = seq + applied.length + 1
    if (event.seq > next) return { applied, parts: state, gap: true }
    if (event.seq < next) continue
    state = foldSpace(state, event)
    applied.push(event)
  }
  return { applied, parts: state, gap: false }
}
