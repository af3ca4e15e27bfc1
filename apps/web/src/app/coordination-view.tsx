import { useParams } from '@tanstack/react-router'
import { InvitationsPanel } from '../features/invitations/invitations-panel.tsx'
import { ParticipationsPanel } from '../features/organizations/participations-panel.tsx'
import { useSpace } from '../lib/hub.tsx'
import { useTexts } from '../lib/texts.tsx'
import { NotThere } from '../lib/failure.tsx'

/** The coordinator's tab of a coordination space: which organizations take part, and who is invited. */
export function CoordinationView() {
  const { spaceId = '' } = useParams({ strict: false })
  const { t } = useTexts('invitations')
  const { state } = useSpace(spaceId)
  if (state && state.space.kind !== 'coordination') return <NotThere />
  const projectId = state?.space.projectId
  return (
    <section
      aria-label={t('invitations:coordination')}
      className="mx-auto flex w-full max-w-4xl flex-col gap-4 p-4 lg:p-6"
    >
      <InvitationsPanel spaceId={spaceId} projects={projectId ? [{ id: projectId, name: state.space.title }] : []} />
      <ParticipationsPanel spaceId={spaceId} />
    </section>
  )
}
