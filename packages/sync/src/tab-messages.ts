import type { OutboxMessage } from './outbox-messages.ts'
import type { WireMessage } from './wire-messages.ts'

/** What concerns the person wherever a tab is open, of whichever build: a build to come has to understand it, too. */
export type PersonMessage = { readonly person: 'signedOut' }

/** All that tabs tell each other. */
export type TabMessage = OutboxMessage | WireMessage | PersonMessage | { readonly protocol: 'outdated' }
