import { isDeepStrictEqual } from 'node:util'
import { type Answer, memoryDisk } from '@kolo/sync'
import { expect, vi } from 'vitest'
import type { SignedInPerson } from '../people/person.ts'
import { connectClient, type ConnectedClient } from '../sync/faults/connected-client.ts'

/** Somebody whose page holds a space: what was sent, and what was answered. */
export type Desk = ConnectedClient & {
  readonly person: SignedInPerson
  /** Sends a command; gives its id, and later its answer. */
  send(command: { readonly name: string; readonly path: string; readonly input: Readonly<Record<string, unknown>> }): {
    readonly commandId: string
    readonly answer: Promise<Answer>
  }
}

const soon = { timeout: 20_000, interval: 20 }

/** Opens a space for a person, as a page does, over the real connection of their node. */
export async function openDesk(person: SignedInPerson, spaceId: string): Promise<Desk> {
  const connected = await connectClient(person, memoryDisk())
  const { client } = connected
  const { status } = client.open(spaceId)
  await vi.waitUntil(() => status() === 'ready' && client.connection() === 'live', soon)
  return {
    ...connected,
    person,
    send({ input, ...command }) {
      const answer = client.send({ spaceId, ...command, input: { spaceId, ...input } })
      return { commandId: client.outbox.items().at(-1)!.commandId, answer }
    },
  }
}

/** Within 20 seconds nobody has anything unsent, and everybody holds what whoever opens the space then gets. */
export async function expectConverged(desks: readonly Desk[], spaceId: string): Promise<void> {
  const unsent = ({ client }: Desk): number => client.outbox.items().length
  await expect.poll(() => desks.map(unsent), soon).toEqual(desks.map(() => 0))
  const stands = async (): Promise<string[]> => {
    // Asked anew each time: a document that was written in says so a little later.
    const { epoch, seq, last, parts } = await desks[0]!.person.api.spaces.snapshot.query({ spaceId })
    return desks.map(({ client }) => {
      const held = client.open(spaceId).replica.confirmed()
      return isDeepStrictEqual(held, { epoch, seq, last, parts }) ? 'converged' : `at ${held?.seq}, the hub at ${seq}`
    })
  }
  await expect.poll(stands, soon).toEqual(desks.map(() => 'converged'))
}
