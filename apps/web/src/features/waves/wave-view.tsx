import { emptyWave } from '@kolo/domain/waves/waves'
import { compareNames, municipalityName } from '@kolo/i18n'
import { SkeletonList } from '@kolo/ui'
import { useMemo } from 'react'
import { Failure } from '../../lib/failure.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { CreateStep } from './create-step.tsx'
import { MissingStep } from './missing-step.tsx'
import { MunicipalitiesStep } from './municipalities-step.tsx'
import { PartnersStep } from './partners-step.tsx'
import { PlansStep } from './plans-step.tsx'
import { type Begun, useMunicipalities, usePlans, useWave, useWaveRollouts } from './waves.data.ts'

/** The coordinator's way from an empty project to rollouts that run; what is chosen is kept, wherever it is left. */
export function WaveView({ project }: { readonly project: Begun }) {
  const { t, rendition } = useTexts('waves', 'core')
  const choice = useWave(project)
  const plans = usePlans(project)
  const { data: catalogue, error, refetch } = useMunicipalities()
  const municipalities = useMemo(() => {
    const byName = compareNames(rendition)
    return catalogue?.toSorted((a, b) => byName(municipalityName(rendition, a), municipalityName(rendition, b)))
  }, [catalogue, rendition])
  const wave = choice.wave ?? emptyWave
  // What isn't there any more isn't chosen either.
  const chosenPlans = useMemo(() => (plans ?? []).filter(({ id }) => wave.planIds.includes(id)), [plans, wave])
  const chosen = useMemo(() => {
    const ids = new Set(wave.municipalityIds)
    return (municipalities ?? []).filter(({ id }) => ids.has(id))
  }, [municipalities, wave])
  const { rollouts, isReady } = useWaveRollouts(project, wave, chosenPlans, chosen)
  const hasRollouts = project.organizations.some(({ municipalityId }) => municipalityId !== null)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!choice.wave || !plans) return <SkeletonList label={t('core:loading')} rows={8} />
  return (
    <>
      <p className="max-w-3xl text-muted">{t('waves:about')}</p>
      <ol className="flex flex-col gap-4">
        <PlansStep project={project} plans={plans} chosen={chosenPlans} choice={choice} />
        <MunicipalitiesStep
          project={project}
          municipalities={municipalities}
          chosenIds={wave.municipalityIds}
          choice={choice}
        />
        <PartnersStep project={project} chosenIds={wave.partnerOrganizationIds} choice={choice} />
        <CreateStep project={project} wave={wave} choice={choice} rollouts={rollouts} isReady={isReady} />
        <MissingStep project={project} hasRollouts={hasRollouts} />
      </ol>
    </>
  )
}
