import { SkeletonList } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Failure } from '../../lib/failure.tsx'
import { useNetwork } from '../../lib/network.ts'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { InvitationsPanel } from './invitations-panel.tsx'

/** The administrator's invitations, into any project. */
export function NetworkInvitationsView() {
  const { t } = useTexts('core')
  const { spaceId } = useNetwork()
  const projects = useQuery(trpc.projects.administered.queryOptions({}))
  if (projects.error) return <Failure error={projects.error} onRetry={() => void projects.refetch()} />
  if (!projects.data) return <SkeletonList label={t('core:loading')} />
  return <InvitationsPanel spaceId={spaceId} projects={projects.data} />
}
