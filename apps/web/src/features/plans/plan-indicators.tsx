import { always } from '@kolo/domain/plans/conditions'
import type { Plan } from '@kolo/domain/plans/plans'
import { compareNames, indicatorName } from '@kolo/i18n'
import { ComboBox, IconButton, Panel } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { fitsInAnyScript } from '../../lib/fits.ts'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { ConditionBadges } from './condition-badges.tsx'
import { ConditionDialog } from './condition-dialog.tsx'
import type { EditPlan } from './plans.data.ts'

type Props = { readonly plan: Plan; readonly edit: EditPlan; readonly mayKeep: boolean }
type PlanIndicator = Plan['indicators'][number]

/** What every report of the plan's rollouts tells, in order. */
export function PlanIndicators({ plan, edit, mayKeep }: Props) {
  const { t, rendition } = useTexts('plans', 'core', 'indicators')
  const { data: catalogue } = useQuery(trpc.indicators.list.queryOptions({}))
  const [asked, setAsked] = useState<PlanIndicator>()
  const { indicators } = plan
  const nameOf = (id: string): string => {
    const indicator = catalogue?.find((one) => one.id === id)
    return indicator ? indicatorName(t, indicator) : '…'
  }
  const byName = compareNames(rendition)
  const free = (catalogue ?? [])
    .filter(({ id }) => !indicators.some(({ indicatorId }) => indicatorId === id))
    .map((indicator) => ({ value: indicator.id, label: indicatorName(t, indicator) }))
    .toSorted((a, b) => byName(a.label, b.label))
  const add = (indicatorId: string | null) => {
    if (indicatorId !== null) void edit({ indicators: [...indicators, { indicatorId, when: always }] })
  }
  return (
    <Panel title={t('plans:indicators')} note={indicators.length}>
      <p className="text-sm text-muted">{t('plans:indicatorsAbout')}</p>
      {indicators.length === 0 && <p className="text-muted">{t('plans:noIndicators')}</p>}
      <ol className="flex flex-col">
        {indicators.map((indicator, index) => (
          <li key={indicator.indicatorId} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
            <span className="min-w-40 flex-1">{nameOf(indicator.indicatorId)}</span>
            <ConditionBadges when={indicator.when} />
            {mayKeep && (
              <Actions
                {...{ indicators, index, edit }}
                name={nameOf(indicator.indicatorId)}
                onCondition={() => setAsked(indicator)}
              />
            )}
          </li>
        ))}
      </ol>
      {mayKeep && free.length > 0 && (
        // One that was taken empties what was typed.
        <ComboBox
          key={indicators.length}
          label={t('plans:addIndicator')}
          placeholder={t('plans:addIndicator')}
          emptyText={t('core:noMatches')}
          filter={fitsInAnyScript}
          options={free}
          value={null}
          onChange={add}
        />
      )}
      {asked && (
        <ConditionDialog
          isOpen
          onOpenChange={() => setAsked(undefined)}
          title={nameOf(asked.indicatorId)}
          when={asked.when}
          onSave={(when) =>
            void edit({
              indicators: indicators.map((one) => (one.indicatorId === asked.indicatorId ? { ...one, when } : one)),
            })
          }
        />
      )}
    </Panel>
  )
}

type ActionsProps = {
  readonly indicators: readonly PlanIndicator[]
  readonly index: number
  readonly name: string
  readonly edit: EditPlan
  readonly onCondition: () => void
}

function Actions({ indicators, index, name, edit, onCondition }: ActionsProps) {
  const { t } = useTexts('plans')
  const moveTo = (place: number) => {
    const [moved] = indicators.slice(index, index + 1)
    if (moved) void edit({ indicators: indicators.toSpliced(index, 1).toSpliced(place, 0, moved) })
  }
  return (
    <span className="ml-auto flex">
      <IconButton
        icon={ArrowUp}
        size="sm"
        label={t('plans:moveUp', { title: name })}
        isDisabled={index === 0}
        onPress={() => moveTo(index - 1)}
      />
      <IconButton
        icon={ArrowDown}
        size="sm"
        label={t('plans:moveDown', { title: name })}
        isDisabled={index === indicators.length - 1}
        onPress={() => moveTo(index + 1)}
      />
      <IconButton icon={Pencil} size="sm" label={t('plans:setCondition', { title: name })} onPress={onCondition} />
      <IconButton
        icon={Trash2}
        size="sm"
        label={t('plans:delete', { title: name })}
        onPress={() => void edit({ indicators: indicators.toSpliced(index, 1) }, t('plans:indicatorDeleted'))}
      />
    </span>
  )
}
