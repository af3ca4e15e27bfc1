import { maxPlanMilestones, type Plan, type PlanMilestone } from '@kolo/domain/plans/plans'
import { uuidv7 } from '@kolo/sync'
import { Button, IconButton, Panel } from '@kolo/ui'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { MilestoneDialog } from './milestone-dialog.tsx'
import type { EditPlan } from './plans.data.ts'

type Props = { readonly plan: Plan; readonly edit: EditPlan; readonly mayKeep: boolean }

/** What every rollout of the plan is to reach, in the order of days. */
export function PlanMilestones({ plan: { milestones }, edit, mayKeep }: Props) {
  const { t } = useTexts('plans')
  const [asked, setAsked] = useState<PlanMilestone>()
  const isNew = asked !== undefined && !milestones.some(({ id }) => id === asked.id)
  const ordered = milestones.toSorted((a, b) => a.offset - b.offset)
  const begin = () => {
    const { phase = 'prepare', offset = 0 } = ordered.at(-1) ?? {}
    setAsked({ id: uuidv7(), name: '', phase, offset })
  }
  const keep = (milestone: PlanMilestone) =>
    void edit({
      milestones: isNew
        ? [...milestones, milestone]
        : milestones.map((one) => (one.id === milestone.id ? milestone : one)),
    })
  const remove = (milestone: PlanMilestone) =>
    void edit({ milestones: milestones.filter(({ id }) => id !== milestone.id) }, t('plans:milestoneDeleted'))
  return (
    <Panel
      title={t('plans:milestones')}
      note={milestones.length}
      actions={
        mayKeep &&
        milestones.length < maxPlanMilestones && (
          <Button size="sm" variant="plain" icon={Plus} onPress={begin}>
            {t('plans:addMilestone')}
          </Button>
        )
      }
    >
      <p className="text-sm text-muted">{t('plans:milestonesAbout')}</p>
      {milestones.length === 0 && <p className="text-muted">{t('plans:noMilestones')}</p>}
      <ol className="flex flex-col">
        {ordered.map((milestone) => (
          <li key={milestone.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
            <MilestoneLine milestone={milestone} />
            {mayKeep && (
              <span className="ml-auto flex">
                <IconButton
                  icon={Pencil}
                  size="sm"
                  label={t('plans:editMilestone', { name: milestone.name })}
                  onPress={() => setAsked(milestone)}
                />
                <IconButton
                  icon={Trash2}
                  size="sm"
                  label={t('plans:delete', { title: milestone.name })}
                  onPress={() => remove(milestone)}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {asked && (
        <MilestoneDialog
          isOpen
          onOpenChange={() => setAsked(undefined)}
          title={isNew ? t('plans:addMilestone') : t('plans:editMilestone', { name: asked.name })}
          milestone={asked}
          onSave={keep}
        />
      )}
    </Panel>
  )
}

function MilestoneLine({ milestone: { name, phase, offset } }: { readonly milestone: PlanMilestone }) {
  const { t, format } = useTexts('plans', 'rollouts')
  return (
    <span className="flex min-w-40 flex-1 flex-col">
      <span className="wrap-anywhere">{name}</span>
      <span className="flex flex-wrap gap-x-3 text-sm text-muted">
        <span>{t('plans:onDay', { day: format.number(offset) })}</span>
        <span>{t(`rollouts:${phase}`)}</span>
      </span>
    </span>
  )
}
