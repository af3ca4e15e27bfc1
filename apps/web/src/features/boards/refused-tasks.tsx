import { RefusedItem } from '../../lib/refused-item.tsx'
import { useRefusedTasks } from './boards.data.ts'

/** Above the columns: what I wrote here and the server didn't take. */
export function RefusedTasks({ spaceId }: { readonly spaceId: string }) {
  const refused = useRefusedTasks(spaceId)
  if (refused.length === 0) return null
  return (
    <ul className="flex max-h-[40dvh] shrink-0 flex-col gap-2 overflow-y-auto px-4 pb-2 lg:px-6">
      {refused.map((item) => (
        <li key={item.commandId}>
          <RefusedItem item={item} isLive />
        </li>
      ))}
    </ul>
  )
}
