import { Checkbox, LinkButton } from '@kolo/ui'
import { useTexts } from '../../lib/texts.tsx'
import { Step } from './step.tsx'
import type { Begun, useWave } from './waves.data.ts'

type Props = {
  readonly project: Begun
  readonly chosenIds: readonly string[]
  readonly choice: ReturnType<typeof useWave>
}

/** Which partners accompany the rollouts; none may be enough to begin with. */
export function PartnersStep({ project, chosenIds, choice }: Props) {
  const { t } = useTexts('waves')
  const partners = project.organizations.filter(({ role }) => role === 'lead' || role === 'partner')
  const count = partners.filter(({ id }) => chosenIds.includes(id)).length
  return (
    <Step number={3} title={t('waves:stepPartners')} state={t('waves:partnersChosen', { count })} isDone={count > 0}>
      <p className="text-sm text-muted">{partners.length === 0 ? t('waves:noPartners') : t('waves:partnersAbout')}</p>
      {partners.map(({ id, name }) => (
        <Checkbox
          key={id}
          isSelected={chosenIds.includes(id)}
          onChange={(isChosen) => (isChosen ? choice.add : choice.remove)('partnerOrganizationIds', [id])}
        >
          {name}
        </Checkbox>
      ))}
      <div>
        <LinkButton href={`/spaces/${project.coordinationSpaceId}/invitations`} size="sm">
          {t('waves:bringPartners')}
        </LinkButton>
      </div>
    </Step>
  )
}
