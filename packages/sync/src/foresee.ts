import { DomainError } from '@kolo/domain/core/errors'
import { derivedIds } from '@kolo/domain/core/ids'
import { strongest } from '@kolo/domain/core/roles'
import type { Envelope } from '@kolo/domain/events/envelope'
import { foldSpace, type SpaceState } from '@kolo/domain/events/parts'
import { predictions } from '@kolo/domain/events/predictions'
import type { OnError } from './on-error.ts'
import type { Pending } from './pending.ts'

/** A space with what is pending, and the events that make the difference. */
export type Foreseen = { readonly view: SpaceState; readonly events: readonly Envelope[] }

/** Makes what replays pending commands for one person; what fails in a way that nobody foresaw is told once. */
export function foresight(personId: string, onError: OnError) {
  const told = new Set<string>()
  return (parts: SpaceState, pending: readonly Pending[]): Foreseen => {
    let view = parts
    const events: Envelope[] = []
    for (const command of pending) {
      try {
        const next = foreseeOne(view, command, personId)
        ;({ view } = next)
        events.push(...next.events)
      } catch (error) {
        // What the domain refuses on this state shows nothing: the server will say why. What breaks shows nothing either.
        if (error instanceof DomainError || told.has(command.commandId)) continue
        told.add(command.commandId)
        onError(error)
      }
    }
    return { view, events }
  }
}

function foreseeOne(before: SpaceState, command: Pending, personId: string): Foreseen {
  const { commandId, spaceId, name, input, at } = command
  const held = before.space.members.filter((member) => member.personId === personId).map((member) => member.role)
  const context = { actor: { personId, role: strongest(held) }, now: at, ids: derivedIds(commandId) }
  let view = before
  const events: Envelope[] = []
  for (const draft of predictions.get(name)?.predict(before, input, context) ?? []) {
    if (draft.spaceId !== undefined && draft.spaceId !== spaceId) continue
    const payload = draft.payload as Record<string, unknown>
    const { type, version } = draft
    const event = { spaceId, seq: 0, type, version, actorId: personId, commandId, at, payload }
    view = foldSpace(view, event)
    events.push(event)
  }
  return { view, events }
}
