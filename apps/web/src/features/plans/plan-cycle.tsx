import { type Rhythm, rhythms } from '@kolo/domain/cycles/cycles'
import type { Plan } from '@kolo/domain/plans/plans'
import { NumberField, Panel, Select } from '@kolo/ui'
import { useTexts } from '../../lib/texts.tsx'
import type { EditPlan } from './plans.data.ts'

const none = 'none'
const usualWindow = 10
const usualDays = 14

type Props = { readonly plan: Plan; readonly edit: EditPlan; readonly mayKeep: boolean }

/** How often the plan's rollouts report, from their start on; every change is saved at once. */
export function PlanCycle({ plan, edit, mayKeep }: Props) {
  const { t } = useTexts('plans', 'cycles')
  const { cycle } = plan
  const choose = (rhythm: Rhythm | typeof none) => {
    if (rhythm === none) return void edit({ cycle: null })
    const days = rhythm === 'custom' ? (cycle?.days ?? usualDays) : null
    return void edit({ cycle: { rhythm, days, window: cycle?.window ?? usualWindow } })
  }
  return (
    <Panel title={t('plans:reports')}>
      <Select
        label={t('cycles:rhythm')}
        placeholder={t('cycles:rhythm')}
        options={[
          { value: none, label: t('plans:noCycle') },
          ...rhythms.map((value) => ({ value, label: t(`cycles:${value}`) })),
        ]}
        value={cycle?.rhythm ?? none}
        onChange={choose}
        isDisabled={!mayKeep}
      />
      {cycle?.rhythm === 'custom' && (
        <NumberField
          label={t('cycles:days')}
          value={cycle.days}
          minValue={1}
          maxValue={366}
          onChange={(days) => days !== null && void edit({ cycle: { ...cycle, days } })}
          isDisabled={!mayKeep}
          hasSteppers
        />
      )}
      {cycle && (
        <NumberField
          label={t('cycles:window')}
          value={cycle.window}
          minValue={0}
          maxValue={90}
          onChange={(window) => window !== null && void edit({ cycle: { ...cycle, window } })}
          isDisabled={!mayKeep}
          hasSteppers
        />
      )}
    </Panel>
  )
}
