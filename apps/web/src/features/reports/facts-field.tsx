import { type Fact, factKey } from '@kolo/domain/reports/facts'
import { factText } from '@kolo/i18n'
import { Checkbox } from '@kolo/ui'
import { useId } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { FieldFrame, useForm } from './field-frame.tsx'

/** What the rollout's space tells of the period by itself: it stands in the report unless it is left out. */
export function FactsField() {
  const { t } = useTexts('reports')
  const { surroundings } = useForm()
  const headingId = useId()
  const isEmpty = surroundings.facts.length === 0
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-2">
      <div className="flex flex-col gap-1">
        <h3 id={headingId} className="font-medium">
          {t('reports:recorded')}
        </h3>
        <p className="text-sm text-muted">{t(isEmpty ? 'reports:recordedNone' : 'reports:recordedHint')}</p>
      </div>
      {!isEmpty && (
        <ul className="flex flex-col divide-y rounded border bg-surface">
          {surroundings.facts.map((fact) => (
            <li key={factKey(fact)}>
              <FactLine fact={fact} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function FactLine({ fact }: { fact: Fact }) {
  const { t, format } = useTexts('reports', 'rollouts')
  const { draft } = useForm()
  const key = factKey(fact)
  const isTold = !draft.content.leftOut?.includes(key)
  return (
    <FieldFrame field={`fact:${key}`}>
      <Checkbox
        isSelected={isTold}
        onChange={(value) => draft.answer({ field: 'fact', fact: key, value }, true)}
        className="min-h-11 px-3 py-2"
      >
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className={`wrap-anywhere ${isTold ? '' : 'text-muted line-through'}`}>{factText(t, fact)}</span>
          <span className="text-sm text-muted">{format.date(fact.on, 'short')}</span>
        </span>
      </Checkbox>
    </FieldFrame>
  )
}
