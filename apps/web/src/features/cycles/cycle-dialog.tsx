import { type Cycle, cycleSchema, rhythms } from '@kolo/domain/cycles/cycles'
import { cycleSetting } from '@kolo/domain/cycles/cycles.decide'
import { periodsToAsk } from '@kolo/domain/cycles/periods'
import type { Report } from '@kolo/domain/reports/reports'
import { Button, DatePicker, Dialog, Notice, NumberField, type Openness, Select } from '@kolo/ui'
import { useState } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { hubNow } from '../../lib/hub-clock.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'

type Props = Openness & {
  readonly spaceId: string
  readonly rolloutId: string
  readonly cycle: Cycle | null
  readonly reports: readonly Report[]
}

/** The cycle while it is being filled in: null is what isn't yet. */
type Draft = { readonly [Key in keyof Cycle]: Cycle[Key] | null }

/** Monthly from the first of this month, in time for ten days. */
const usual = (): Cycle => ({
  rhythm: 'monthly',
  days: null,
  startsOn: `${hubNow().slice(0, 7)}-01`,
  endsOn: null,
  window: 10,
})

/** The coordinator says how often a rollout reports, from when on, and how long that is in time. */
export function CycleDialog({ spaceId, rolloutId, cycle, reports, ...openness }: Props) {
  const { t } = useTexts('cycles', 'core')
  const send = useSend()
  const told = useTold()
  const [draft, setDraft] = useState<Draft>(() => cycle ?? usual())
  const change = (next: Partial<Draft>) => setDraft((before) => ({ ...before, ...next }))
  const { data: complete } = cycleSchema.safeParse(draft)
  const endsTooEarly = draft.endsOn !== null && draft.startsOn !== null && draft.endsOn < draft.startsOn
  const atOnce = complete && !endsTooEarly ? periodsToAsk(complete, hubNow().slice(0, 10), reports).length : 0
  const save = async () => {
    if (!complete) return
    const saved = send(cycleSetting, 'cycles.set', { spaceId, rolloutId, cycle: complete })
    if (await told(saved, { text: t('cycles:saved') })) openness.onOpenChange(false)
  }
  return (
    <Dialog
      {...openness}
      isDismissable={false}
      title={t('cycles:title')}
      description={t('cycles:about')}
      closeLabel={t('core:close')}
      footer={
        <Button variant="primary" isDisabled={!complete || endsTooEarly} onPress={() => void save()}>
          {t('cycles:save')}
        </Button>
      }
    >
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
        <Select
          label={t('cycles:rhythm')}
          placeholder={t('cycles:rhythm')}
          options={rhythms.map((value) => ({ value, label: t(`cycles:${value}`) }))}
          value={draft.rhythm}
          onChange={(rhythm) => change({ rhythm, days: rhythm === 'custom' ? (draft.days ?? 14) : null })}
        />
        {draft.rhythm === 'custom' && (
          <NumberField
            label={t('cycles:days')}
            value={draft.days}
            minValue={1}
            maxValue={366}
            onChange={(days) => change({ days })}
            error={draft.days === null ? t('cycles:daysRange') : undefined}
            hasSteppers
          />
        )}
        <NumberField
          label={t('cycles:window')}
          value={draft.window}
          minValue={0}
          maxValue={90}
          onChange={(window) => change({ window })}
          error={draft.window === null ? t('cycles:windowRange') : undefined}
          hasSteppers
        />
        <DatePicker label={t('cycles:startsOn')} value={draft.startsOn} onChange={(startsOn) => change({ startsOn })} />
        <DatePicker
          label={t('cycles:endsOn')}
          note={t('core:optional')}
          value={draft.endsOn}
          onChange={(endsOn) => change({ endsOn })}
          error={endsTooEarly ? t('cycles:endBeforeStart') : undefined}
        />
      </div>
      {atOnce > 0 && <Notice title={t('cycles:atOnce', { count: atOnce })} />}
    </Dialog>
  )
}
