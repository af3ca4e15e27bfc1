import type { Answer, Refusal } from './answer.ts'
import type { OutboxItem } from './outbox-item.ts'

/** An answer that ends a command. */
export type Final = Exclude<Answer, { status: 'unknown' }>

/** What tabs tell each other of the outbox. */
export type OutboxMessage =
  /** It is on the disk (or the disk refused it), in place of a refused one where that is named. */
  | { readonly outbox: 'put'; readonly item: OutboxItem; readonly insteadOf?: string }
  /** All that is unsent in a space waits. */
  | { readonly outbox: 'waits'; readonly spaceId: string; readonly because?: Refusal }
  | { readonly outbox: 'answered'; readonly item: OutboxItem; readonly answer: Final }
  | { readonly outbox: 'gone'; readonly commandId: string }
  | { readonly outbox: 'wake' }
