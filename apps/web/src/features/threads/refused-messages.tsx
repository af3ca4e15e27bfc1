import type { OutboxItem } from '@kolo/sync'
import { RefusedItem } from '../../lib/refused-item.tsx'

/** My messages that weren't accepted: nothing is lost until I say so. */
export function RefusedMessages({ refused }: { readonly refused: readonly OutboxItem[] }) {
  if (refused.length === 0) return null
  return (
    <ul className="flex max-h-[40dvh] flex-col gap-2 overflow-y-auto pb-2">
      {refused.map((item) => (
        <li key={item.commandId}>
          <RefusedItem item={item} isLive />
        </li>
      ))}
    </ul>
  )
}
