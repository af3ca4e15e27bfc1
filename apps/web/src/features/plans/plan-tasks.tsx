import { always } from '@kolo/domain/plans/conditions'
import type { Plan, PlanTask } from '@kolo/domain/plans/plans'
import { type Phase, phases } from '@kolo/domain/rollouts/rollouts'
import { uuidv7 } from '@kolo/sync'
import { Button, IconButton, Panel } from '@kolo/ui'
import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { ConditionBadges } from './condition-badges.tsx'
import type { EditPlan } from './plans.data.ts'
import { TaskDialog } from './task-dialog.tsx'

type Props = { readonly plan: Plan; readonly edit: EditPlan; readonly mayKeep: boolean }

/** A plan's tasks by phase. */
export function PlanTasks({ plan, edit, mayKeep }: Props) {
  const { t } = useTexts('plans', 'rollouts')
  const [asked, setAsked] = useState<PlanTask>()
  const isNew = asked !== undefined && !plan.tasks.some(({ id }) => id === asked.id)
  const keep = (task: PlanTask) => {
    const tasks = isNew ? [...plan.tasks, task] : plan.tasks.map((one) => (one.id === task.id ? task : one))
    void edit({ tasks })
  }
  const begin = (phase: Phase) => {
    const offset = plan.tasks.findLast((task) => task.phase === phase)?.offset ?? 0
    setAsked({ id: uuidv7(), title: '', description: '', phase, offset, office: 'focalPoint', when: always })
  }
  return (
    <Panel title={t('plans:tasks')} note={plan.tasks.length} isFlush>
      <ol className="divide-y">
        {phases.map((phase) => (
          <li key={phase} className="flex flex-col gap-1 px-4 py-3">
            <div className="flex min-h-8 items-center justify-between gap-2">
              <h3 className="font-medium">{t(`rollouts:${phase}`)}</h3>
              {mayKeep && (
                <Button
                  size="sm"
                  variant="plain"
                  icon={Plus}
                  aria-label={`${t('plans:addTask')} · ${t(`rollouts:${phase}`)}`}
                  onPress={() => begin(phase)}
                >
                  {t('plans:addTask')}
                </Button>
              )}
            </div>
            <TasksOfPhase phase={phase} plan={plan} edit={edit} mayKeep={mayKeep} onOpen={setAsked} />
          </li>
        ))}
      </ol>
      {asked && (
        <TaskDialog
          isOpen
          onOpenChange={() => setAsked(undefined)}
          title={isNew ? t('plans:addTask') : t('plans:editTask', { title: asked.title })}
          task={asked}
          onSave={keep}
        />
      )}
    </Panel>
  )
}

type PhaseProps = Props & { readonly phase: Phase; readonly onOpen: (task: PlanTask) => void }

function TasksOfPhase({ phase, plan, edit, mayKeep, onOpen }: PhaseProps) {
  const { t } = useTexts('plans')
  const tasks = plan.tasks.filter((task) => task.phase === phase)
  if (tasks.length === 0) return <p className="text-sm text-muted">{t('plans:noTasks')}</p>
  const swap = (task: PlanTask, other: PlanTask) => {
    const swapped = plan.tasks.map((one) => (one.id === task.id ? other : one.id === other.id ? task : one))
    void edit({ tasks: swapped })
  }
  const remove = (task: PlanTask) =>
    void edit({ tasks: plan.tasks.filter(({ id }) => id !== task.id) }, t('plans:taskDeleted'))
  return (
    <ul className="flex flex-col">
      {tasks.map((task, index) => (
        <li key={task.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
          <TaskLine task={task} />
          {mayKeep && (
            <span className="ml-auto flex">
              <IconButton
                icon={ArrowUp}
                size="sm"
                label={t('plans:moveUp', { title: task.title })}
                isDisabled={index === 0}
                onPress={() => swap(task, tasks[index - 1]!)}
              />
              <IconButton
                icon={ArrowDown}
                size="sm"
                label={t('plans:moveDown', { title: task.title })}
                isDisabled={index === tasks.length - 1}
                onPress={() => swap(task, tasks[index + 1]!)}
              />
              <IconButton
                icon={Pencil}
                size="sm"
                label={t('plans:editTask', { title: task.title })}
                onPress={() => onOpen(task)}
              />
              <IconButton
                icon={Trash2}
                size="sm"
                label={t('plans:delete', { title: task.title })}
                onPress={() => remove(task)}
              />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function TaskLine({ task: { title, description, offset, office, when } }: { readonly task: PlanTask }) {
  const { t, format } = useTexts('plans', 'roles')
  return (
    <span className="flex min-w-48 flex-1 flex-col">
      <span className="wrap-anywhere">{title}</span>
      {description && <span className="text-sm wrap-anywhere text-muted">{description}</span>}
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span>{t('plans:onDay', { day: format.number(offset) })}</span>
        {office && <span>{t(`roles:${office}`)}</span>}
        <ConditionBadges when={when} />
      </span>
    </span>
  )
}
