import { useQuery } from '@tanstack/react-query'
import { ClipboardCheck, ClipboardList, type LucideIcon, SquareCheckBig, Undo2, UserRoundCheck } from 'lucide-react'
import { municipalityName } from '@kolo/i18n'
import { useRolloutTitles } from '../lib/rollout-titles.ts'
import { useTexts } from '../lib/texts.tsx'
import { trpc } from '../lib/trpc.ts'
import { useSpaceTitle } from './space-title.ts'

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
export function useWaiting(): {
  readonly items: readonly Waiting[]
  readonly loading: boolean
  readonly failed: boolean
  retry(): void
} {
  const lists = [useTasks(), useReportsToWrite(), useReportsToReview(), useContactsToConfirm()]
  return {
    items: lists.flatMap((list) => list.items).toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')),
    loading: lists.some((list) => list.isPending),
    failed: lists.some((list) => list.isError),
    retry: () => {
      for (const list of lists) void list.refetch()
    },
  }
}

function useTasks() {
  const { t } = useTexts('shell')
  const titleOf = useSpaceTitle()
  const query = useQuery(trpc.boards.assigned.queryOptions({}))
  const { data: spaces } = useQuery(trpc.spaces.mine.queryOptions({}))
  const kinds = new Map(spaces?.map(({ id, kind }) => [id, kind]))
  const items = (query.data ?? []).map((task): Waiting => ({
    key: task.id,
    icon: SquareCheckBig,
    text: t('shell:waitingTask', { title: task.title }),
    where: titleOf({ id: task.spaceId, kind: kinds.get(task.spaceId) ?? null, title: task.spaceTitle }),
    dueOn: task.dueOn,
    href: `/spaces/${task.spaceId}/boards?task=${task.id}`,
  }))
  return { ...query, items }
}

function useReportsToWrite() {
  const { t, format } = useTexts('shell')
  const titleOf = useRolloutTitles()
  const query = useQuery(trpc.reports.mine.queryOptions({}))
  const items = (query.data ?? []).map((report): Waiting => {
    const returned = report.state === 'returned'
    return {
      key: report.reportId,
      icon: returned ? Undo2 : ClipboardList,
      text: t(returned ? 'shell:waitingReportReturned' : 'shell:waitingReportDue', { title: titleOf(report.title) }),
      where: format.dateRange(report.periodStart, report.periodEnd),
      dueOn: report.dueOn,
      href: `/spaces/${report.municipalitySpaceId}/reports/${report.reportId}`,
    }
  })
  return { ...query, items }
}

function useReportsToReview() {
  const { t, format } = useTexts('shell')
  const titleOf = useRolloutTitles()
  const query = useQuery(trpc.reports.reviewQueue.queryOptions({}))
  const items = (query.data ?? []).map((report): Waiting => ({
    key: report.reportId,
    icon: ClipboardCheck,
    text: t('shell:waitingReportReview', { title: titleOf(report.title) }),
    where: format.dateRange(report.periodStart, report.periodEnd),
    dueOn: null,
    href: `/spaces/${report.rolloutSpaceId}/reports/${report.reportId}`,
  }))
  return { ...query, items }
}

function useContactsToConfirm() {
  const { t, rendition } = useTexts('shell')
  const query = useQuery(trpc.municipalities.contactsToConfirm.queryOptions({}))
  const items = (query.data ?? []).map((municipality): Waiting => ({
    key: municipality.municipalityId,
    icon: UserRoundCheck,
    text: t('shell:waitingContacts'),
    where: municipalityName(rendition, municipality),
    dueOn: null,
    href: `/municipalities/${municipality.municipalityId}`,
  }))
  return { ...query, items }
}
