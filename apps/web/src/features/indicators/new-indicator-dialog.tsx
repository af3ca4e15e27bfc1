import {
  additiveKinds,
  countedKinds,
  directions,
  indicatorKinds,
  type IndicatorRow,
} from '@kolo/domain/indicators/indicators'
import { Button, Dialog, type Openness, Select, Switch, TextArea, TextField } from '@kolo/ui'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { blankIndicator, type NewIndicator, rowOf } from './new-indicator.ts'

type Props = Openness & {
  /** Keys that the catalogue has already. */
  readonly taken: readonly string[]
  onAdd(row: IndicatorRow): void
}

/** An administrator describes an indicator that nobody has described yet. */
export function NewIndicatorDialog({ taken, onAdd, ...openness }: Props) {
  const { t } = useTexts('indicators', 'core')
  const [draft, setDraft] = useState<NewIndicator>(blankIndicator)
  const change = (next: Partial<NewIndicator>) => setDraft((before) => ({ ...before, ...next }))
  const row = rowOf(draft)
  const isTaken = row !== undefined && taken.includes(row.key)
  return (
    <Dialog
      {...openness}
      isDismissable={false}
      title={t('indicators:newIndicator')}
      description={t('indicators:newIndicatorAbout')}
      closeLabel={t('core:close')}
      footer={
        <Button variant="primary" isDisabled={!row || isTaken} onPress={() => row && onAdd(row)}>
          {t('indicators:addIndicator')}
        </Button>
      }
    >
      <TextField
        label={t('indicators:indicator')}
        value={draft.name}
        onChange={(name) => change({ name })}
        error={isTaken ? t('indicators:nameTaken') : undefined}
        maxLength={160}
      />
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-3">
        <Select
          label={t('indicators:kind')}
          placeholder={t('indicators:kind')}
          options={indicatorKinds.map((value) => ({ value, label: t(`indicators:${value}`) }))}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
        />
        <TextField
          label={t('indicators:unit')}
          value={draft.unit}
          onChange={(unit) => change({ unit })}
          maxLength={40}
        />
        <Select
          label={t('indicators:direction')}
          placeholder={t('indicators:direction')}
          options={directions.map((value) => ({
            value,
            label: t(value === 'none' ? 'indicators:noDirection' : `indicators:${value}`),
          }))}
          value={draft.direction}
          onChange={(direction) => change({ direction })}
        />
      </div>
      {countedKinds.includes(draft.kind) && (
        <Switch isSelected={draft.isCumulative} onChange={(isCumulative) => change({ isCumulative })}>
          {t('indicators:cumulative')}
        </Switch>
      )}
      {additiveKinds.includes(draft.kind) && (
        <>
          <TextField
            label={t('indicators:takenApartBy')}
            note={t('core:optional')}
            value={draft.breakdown}
            onChange={(breakdown) => change({ breakdown })}
            maxLength={80}
          />
          {draft.breakdown.trim() !== '' && (
            <TextArea
              label={t('indicators:categories')}
              description={t('indicators:categoriesAbout')}
              value={draft.categories}
              onChange={(categories) => change({ categories })}
              rows={3}
              maxRows={12}
              maxLength={1_000}
            />
          )}
        </>
      )}
    </Dialog>
  )
}
