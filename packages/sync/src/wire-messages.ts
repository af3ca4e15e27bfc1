import type { Presence, Subscribed } from './protocol.ts'
import type { WireHandlers } from './transport.ts'

/** A frame of the socket as it goes from the leading tab to the others. */
export type Frame = {
  [Name in keyof Required<WireHandlers>]: {
    readonly name: Name
    readonly given: Parameters<Required<WireHandlers>[Name]>
  }
}[keyof WireHandlers]

/** What tabs tell each other of the connection. */
export type WireMessage =
  | { readonly wire: 'hello' }
  | { readonly wire: 'leads' }
  | { readonly wire: 'frame'; readonly frame: Frame; readonly to?: string }
  | { readonly wire: 'subscribe'; readonly request: number; readonly spaceIds: readonly string[] }
  | { readonly wire: 'subscribed'; readonly request: number; readonly to: string; readonly answer: Subscribed }
  | { readonly wire: 'unsubscribe'; readonly spaceIds: readonly string[] }
  | { readonly wire: 'presence'; readonly frame: Presence }
