import { indicatorChoose } from '@kolo/domain/indicators/indicators.decide'
import type { Report } from '@kolo/domain/reports/reports'
import { reportOpen } from '@kolo/domain/reports/reports.decide'
import type { Rollout } from '@kolo/domain/rollouts/rollouts'
import { addDays } from '@kolo/domain/core/days'
import { compareNames, indicatorName } from '@kolo/i18n'
import { uuidv7 } from '@kolo/sync'
import { Button, Checkbox, DatePicker, Dialog, Notice, type Openness, TextLink } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { hubNow } from '../../lib/hub-clock.ts'
import { useSend } from '../../lib/hub.tsx'
import { useSession } from '../../lib/session.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { trpc } from '../../lib/trpc.ts'

type Props = Openness & {
  readonly rollout: Rollout
  readonly spaceId: string
  readonly chosen: readonly string[]
  readonly reports: readonly Report[]
}

type Days = { readonly periodStart: string | null; readonly periodEnd: string | null; readonly dueOn: string | null }

/** The coordinator asks for a report: for which days, until when, with which indicators. */
export function OpenReportDialog({ rollout, spaceId, chosen, reports, ...openness }: Props) {
  const { t, rendition } = useTexts('reports', 'core', 'indicators')
  const send = useSend()
  const told = useTold()
  const { data: catalogue } = useQuery(trpc.indicators.list.queryOptions({}))
  const byName = compareNames(rendition)
  const sorted = (catalogue ?? []).toSorted((a, b) => byName(indicatorName(t, a), indicatorName(t, b)))
  const [days, setDays] = useState<Days>(() => nextPeriod(reports))
  const [indicatorIds, setIndicatorIds] = useState(chosen)
  const { periodStart, periodEnd, dueOn } = days
  const change = (next: Partial<Days>) => setDays((before) => ({ ...before, ...next }))
  const ask = async () => {
    if (!periodStart || !periodEnd || !dueOn) return
    const rolloutId = rollout.id
    if (indicatorIds.join() !== chosen.join()) {
      const choice = send(indicatorChoose, 'indicators.choose', { spaceId, rolloutId, indicatorIds: [...indicatorIds] })
      if (!(await told(choice))) return
    }
    const opened = send(reportOpen, 'reports.open', {
      spaceId,
      reportId: uuidv7(),
      rolloutId,
      periodStart,
      periodEnd,
      dueOn,
    })
    if (await told(opened, { text: t('reports:asked') })) openness.onOpenChange(false)
  }
  const isReady =
    periodStart !== null && periodEnd !== null && dueOn !== null && periodStart <= periodEnd && periodEnd <= dueOn
  return (
    <Dialog
      {...openness}
      isDismissable={false}
      title={t('reports:ask')}
      description={t('reports:askAbout')}
      closeLabel={t('core:close')}
      footer={
        <Button variant="primary" isDisabled={!isReady} onPress={() => void ask()}>
          {t('reports:ask')}
        </Button>
      }
    >
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <DatePicker
          label={t('reports:firstDay')}
          value={periodStart}
          onChange={(day) => change({ periodStart: day })}
        />
        <DatePicker label={t('reports:lastDay')} value={periodEnd} onChange={(day) => change({ periodEnd: day })} />
        <DatePicker
          label={t('reports:inTimeUntil')}
          value={dueOn}
          onChange={(day) => change({ dueOn: day })}
          error={dueOn !== null && periodEnd !== null && dueOn < periodEnd ? t('reports:dueAfterPeriod') : undefined}
        />
      </div>
      <fieldset className="flex flex-col gap-1">
        <legend className="pb-1 font-medium">{t('reports:indicators')}</legend>
        {catalogue?.length === 0 && <NoIndicators />}
        {sorted.map((indicator) => (
          <Checkbox
            key={indicator.id}
            isSelected={indicatorIds.includes(indicator.id)}
            onChange={(isChosen) =>
              setIndicatorIds(
                isChosen ? [...indicatorIds, indicator.id] : indicatorIds.filter((id) => id !== indicator.id),
              )
            }
          >
            {indicatorName(t, indicator)}
          </Checkbox>
        ))}
      </fieldset>
    </Dialog>
  )
}

/** Without indicators a report has words only: administrators fill the catalogue. */
function NoIndicators() {
  const { t } = useTexts('indicators', 'setup')
  const { networkSpaceId } = useSession()
  const fill = networkSpaceId && <TextLink href="/admin/indicators">{t('setup:stepIndicators')}</TextLink>
  return <Notice title={t('indicators:empty')}>{fill}</Notice>
}

/** The month after the last period, or this month; in time for a week after it. */
function nextPeriod(reports: readonly Report[]): Days {
  const last = reports
    .map(({ periodEnd }) => periodEnd)
    .toSorted()
    .at(-1)
  const periodStart = last ? addDays(last, 1) : `${hubNow().slice(0, 7)}-01`
  const periodEnd = addDays(`${addDays(`${periodStart.slice(0, 7)}-28`, 7).slice(0, 7)}-01`, -1)
  return { periodStart, periodEnd, dueOn: addDays(periodEnd, 7) }
}
