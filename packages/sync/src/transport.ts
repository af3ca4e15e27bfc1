import type { Envelope } from '@kolo/domain/events/envelope'
import type { Answer } from './answer.ts'
import type { OutboxItem } from './outbox-item.ts'
import type { Beacon, Presence, PresentPeople, Subscribed } from './protocol.ts'
import type { ConfirmedSpace } from './replica.ts'

/** What the client needs of HTTP. Rejects where there is no answer; `forbidden` where the space is closed to the person. */
export type Fetcher = {
  snapshot(spaceId: string): Promise<ConfirmedSpace | 'forbidden'>
  /**
   * What comes after a seq: all up to `head`, or so much as one answer holds. `last` is the command whose event stands at
   * `after`, where that is known: a log that has another there is another log.
   */
  eventsAfter(
    spaceId: string,
    epoch: string,
    after: number,
    last?: string,
  ): Promise<{ kind: 'events'; events: readonly Envelope[]; head?: number } | { kind: 'reset' } | 'forbidden'>
  /** Never rejects: no answer is *unknown*. */
  call(item: OutboxItem): Promise<Answer>
}

/** Who hears what the socket brings; `connected` is called on each connection, the first too. */
export type WireHandlers = {
  connected: () => void
  disconnected: () => void
  /** `behind`: the command before the first of them, where it is known. */
  events: (events: readonly Envelope[], behind?: string) => void
  beacon: (beacon: Beacon) => void
  presence: (frame: PresentPeople) => void
  revoked: (spaceId: string) => void
  hint: () => void
  /** The server speaks a newer protocol: this page has to be loaded again. */
  outdated?: () => void
}

/** What the client needs of the socket. */
export type Wire = {
  on(handlers: WireHandlers): void
  subscribe(spaceIds: readonly string[]): Promise<Subscribed>
  unsubscribe(spaceIds: readonly string[]): void
  presence(frame: Presence): void
  /** Sends commands, to be done in this order, in one frame; never rejects: undefined where no answer came. */
  commands(items: readonly OutboxItem[]): Promise<readonly Answer[] | undefined>
  close(): void
}
