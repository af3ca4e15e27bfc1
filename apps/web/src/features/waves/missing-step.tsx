import type { Invitation } from '@kolo/domain/invitations/invitations'
import type { SeatKind } from '@kolo/domain/core/roles'
import { municipalityName } from '@kolo/i18n'
import { LinkButton, SkeletonList, TextLink } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Failure } from '../../lib/failure.tsx'
import { useSpace } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { type Outputs, trpc } from '../../lib/trpc.ts'
import { Step } from './step.tsx'
import type { Begun } from './waves.data.ts'

type Unseated = Outputs['waves']['unseated'][number]

/** Whom the rollouts still need: a focal point who works on them, an approver who signs. */
export function MissingStep({ project, hasRollouts }: { readonly project: Begun; readonly hasRollouts: boolean }) {
  const { t } = useTexts('waves', 'core')
  const { coordinationSpaceId: spaceId } = project
  const { data, error, refetch } = useQuery(trpc.waves.unseated.queryOptions({ spaceId }))
  const { state } = useSpace(spaceId)
  const invitations = Object.values(state?.invitations ?? {})
  const isDone = hasRollouts && data?.length === 0
  return (
    <Step
      number={5}
      title={t('waves:stepMissing')}
      state={t('waves:missingCount', { count: data?.length ?? 0 })}
      isDone={isDone}
    >
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonList label={t('core:loading')} rows={3} />
      ) : !hasRollouts ? (
        <p className="text-muted">{t('waves:noRollouts')}</p>
      ) : isDone ? (
        <p>{t('waves:nothingMissing')}</p>
      ) : (
        <>
          <ul className="max-h-96 divide-y overflow-y-auto rounded border">
            {data.map((municipality) => (
              <li key={municipality.organizationId} className="px-3 py-2">
                <Row municipality={municipality} invitations={invitations} />
              </li>
            ))}
          </ul>
          <div>
            <LinkButton href={`/spaces/${spaceId}/invitations`}>{t('waves:invite')}</LinkButton>
          </div>
        </>
      )}
    </Step>
  )
}

type RowProps = { readonly municipality: Unseated; readonly invitations: readonly Invitation[] }

function Row({ municipality, invitations }: RowProps) {
  const { t, format, rendition } = useTexts('waves', 'roles')
  const { organizationId, vacant } = municipality
  const isInvited = (seat: SeatKind): boolean =>
    invitations.some(
      (one) =>
        one.organizationId === organizationId && one.seat === seat && one.revokedAt === null && one.acceptedAt === null,
    )
  const seatsOf = (seats: readonly SeatKind[]): string => format.list(seats.map((seat) => t(`roles:${seat}`)))
  const asked = vacant.filter(isInvited)
  const open = vacant.filter((seat) => !isInvited(seat))
  return (
    <span className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
      <span className="min-w-40 flex-1">
        <TextLink href={`/municipalities/${municipality.municipalityId}`}>
          {municipalityName(rendition, municipality)}
        </TextLink>
      </span>
      <span className="text-sm text-muted">
        {[
          ...(open.length > 0 ? [t('waves:nobodySits', { seats: seatsOf(open) })] : []),
          ...(asked.length > 0 ? [t('waves:invited', { seats: seatsOf(asked) })] : []),
        ].join(' · ')}
      </span>
    </span>
  )
}
