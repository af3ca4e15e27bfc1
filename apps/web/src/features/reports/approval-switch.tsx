import { projectSetApproval } from '@kolo/domain/projects/projects.decide'
import { can } from '@kolo/domain/projects/projects.policy'
import { Switch } from '@kolo/ui'
import { useSend, useSpace } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'

/** The coordinator says whether municipalities' approvers sign the project's reports before they leave. */
export function ApprovalSwitch({ commonsSpaceId }: { readonly commonsSpaceId: string }) {
  const { t } = useTexts('reports')
  const { state, me } = useSpace(commonsSpaceId)
  const send = useSend()
  const told = useTold()
  if (!state?.project || !can.setApproval(me)) return null
  const set = (asksApproval: boolean) =>
    void told(send(projectSetApproval, 'projects.setApproval', { spaceId: commonsSpaceId, asksApproval }))
  return (
    <Switch isSelected={state.project.asksApproval} onChange={set} description={t('reports:asksApprovalAbout')}>
      {t('reports:asksApproval')}
    </Switch>
  )
}
