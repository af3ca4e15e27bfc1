import type { Indicator } from '@kolo/domain/indicators/indicators'
import { isBlank } from '@kolo/domain/indicators/values'
import { valueIn } from '@kolo/domain/reports/report-content'
import { TextField } from '@kolo/ui'
import { useTexts } from '../../lib/texts.tsx'
import { FieldFrame, useForm } from './field-frame.tsx'

/** Where the figure comes from, in a line; what the last report said stands here until somebody says otherwise. */
export function SourceField({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTexts('indicators', 'core')
  const { draft, surroundings } = useForm()
  const { id: indicatorId } = indicator
  if (isBlank(valueIn(draft.content, indicator))) return null
  return (
    <FieldFrame field={`source:${indicatorId}`}>
      <TextField
        label={t('indicators:source')}
        note={t('core:optional')}
        value={draft.content.sources?.[indicatorId] ?? surroundings.sources[indicatorId] ?? ''}
        onChange={(value) => draft.answer({ field: 'source', indicatorId, value })}
        onBlur={draft.flush}
        maxLength={200}
      />
    </FieldFrame>
  )
}
