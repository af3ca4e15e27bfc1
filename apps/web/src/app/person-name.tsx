import { ChevronsUpDown } from 'lucide-react'
import { useSession } from '../lib/session.tsx'

/** How the button of the person's menu looks, before its menu has come and afterwards. */
export const personButton =
  'focus-ring flex min-h-8 min-w-0 flex-1 items-center gap-1 rounded px-2 py-1 text-start hover:bg-hover max-lg:min-h-11'

/** What stands on it. */
export function PersonName() {
  const { name } = useSession()
  return (
    <>
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-muted" />
    </>
  )
}
