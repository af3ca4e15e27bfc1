import type { OutboxAnswers } from './outbox-answers.ts'
import type { OutboxItem } from './outbox-item.ts'
import type { OutboxList } from './outbox-list.ts'
import type { OutboxMessage } from './outbox-messages.ts'

/** Does here what another tab says of the outbox. */
export function hearOutbox(
  message: OutboxMessage,
  by: {
    readonly list: OutboxList
    readonly answers: OutboxAnswers
    /** Another tab has written it, `isNew` to this one. */
    put(item: OutboxItem, isNew: boolean): void
    wake(): void
  },
): void {
  switch (message.outbox) {
    case 'put':
      return by.put(message.item, by.list.add(message.item, message.insteadOf))
    case 'waits':
      return by.list.wait(message.spaceId, message.because)
    case 'answered':
      return by.answers.heard(message.item, message.answer)
    case 'gone':
      return by.list.remove(message.commandId)
    case 'wake':
      return by.wake()
  }
}
