import { useQuery } from '@tanstack/react-query'
import { type LucideIcon, SquareCheckBig } from 'lucide-react'
import { useTexts } from '../lib/texts.tsx'
import { trpc } from '../lib/trpc.ts'

/** One thing that waits for the person, whatever noun it comes from. */
export type Waiting = {
  readonly key: string
  readonly icon: LucideIcon
  readonly text: string
  readonly where: string
  readonly dueOn: string | null
  readonly href: string
}

/** Everything that waits for the person, by due date; what has none comes last. */
export function useWaiting(): { readonly items: readonly Waiting[]; readonly loading: boolean } {
  const { t } = useTexts('shell')
  const tasks = useQuery(trpc.boards.assigned.queryOptions({}))
  const items: Waiting[] = (tasks.data ?? []).map((task) => ({
    key: task.id,
    icon: SquareCheckBig,
    text: t('shell:waitingTask', { title: task.title }),
    where: task.spaceTitle,
    dueOn: task.dueOn,
    href: `/spaces/${task.spaceId}/boards?task=${task.id}`,
  }))
  return { items: items.toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')), loading: tasks.isPending }
}
