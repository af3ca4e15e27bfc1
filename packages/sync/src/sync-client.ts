import type { Outbox } from './outbox.ts'
import type { Answer } from './answer.ts'
import type { Place, PresentPeople } from './protocol.ts'
import type { Connection } from './reachability.ts'
import type { Replica } from './replica.ts'
import type { SpaceStatus } from './space-entry.ts'

/** A space that is open in the browser. */
export type OpenSpace = {
  readonly replica: Replica
  status(): SpaceStatus
  present(): PresentPeople['people']
  /**
   * A view uses it until it calls what is returned. What no view uses any more is followed on for a while, then let go; what
   * was never held stays open as long as the page.
   */
  hold(): () => void
}

/** The browser's side of the hub for one person. */
export type SyncClient = {
  open(spaceId: string): OpenSpace
  /** Sends a command; the optimistic state shows at once, the answer comes when it is final. */
  send(command: { spaceId: string; name: string; path: string; input: unknown }): Promise<Answer>
  /** Sends a refused command again, as it was or with another input. */
  resend(commandId: string, input?: unknown): Promise<Answer> | undefined
  readonly outbox: Outbox
  connection(): Connection
  /** The server speaks a newer protocol: what is written waits until the page is loaded again. */
  outdated(): boolean
  /** Tells the others in the space where this tab is now; null: nowhere that concerns anybody. */
  announce(place: Place | null): void
  /** Tells them that the person writes in a thread, where this tab is; null: no more. */
  type(threadId: string | null): void
  /** Anything here changed: connection, a space's status, presence. */
  subscribe(listener: () => void): () => void
  onHint(listener: () => void): () => void
  /** The person signed out in another tab. */
  onSignedOut(listener: () => void): () => void
  /** Takes all spaces and answers off the disk; what is unsent stays there, as refused. */
  signOut(): Promise<void>
  /** Writes down what the disk doesn't have yet; the page may be about to go. */
  keep(): Promise<void>
  /** These are all the spaces of the person: others leave the disk. */
  keepOnly(spaceIds: readonly string[]): void
  close(): void
}
