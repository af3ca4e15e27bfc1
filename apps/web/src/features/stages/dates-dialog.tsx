import type { Stage } from '@kolo/domain/stages/stages'
import { Button, DatePicker, Dialog, type Openness } from '@kolo/ui'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'

type Props = Openness & { readonly stage: Stage; onChange(dates: { startsOn: string; endsOn: string }): unknown }

/** Asks for a stage's first and last day. */
export function DatesDialog({ stage, onChange, ...openness }: Props) {
  const { t } = useTexts('stages', 'core')
  const [startsOn, setStartsOn] = useState<string | null>(stage.startsOn)
  const [endsOn, setEndsOn] = useState<string | null>(stage.endsOn)
  const isReversed = startsOn !== null && endsOn !== null && endsOn < startsOn
  const save = () => {
    if (startsOn === null || endsOn === null) return
    openness.onOpenChange(false)
    onChange({ startsOn, endsOn })
  }
  return (
    <Dialog
      {...openness}
      title={t('stages:changeDates')}
      closeLabel={t('core:close')}
      footer={
        <Button variant="primary" isDisabled={startsOn === null || endsOn === null || isReversed} onPress={save}>
          {t('core:save')}
        </Button>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <DatePicker label={t('core:startsOn')} value={startsOn} onChange={setStartsOn} />
        <DatePicker
          label={t('core:endsOn')}
          value={endsOn}
          onChange={setEndsOn}
          error={isReversed ? t('stages:endBeforeStart') : undefined}
        />
      </div>
    </Dialog>
  )
}
