import type { TextField as TextFieldKey } from '@kolo/domain/reports/report-content'
import { type Health, healths } from '@kolo/domain/rollouts/rollouts'
import { Button, HealthMark, TextArea } from '@kolo/ui'
import { factsToTell } from '@kolo/domain/reports/report-content'
import { Check, CornerDownRight } from 'lucide-react'
import { useId } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { Choices } from './choices.tsx'
import { FieldFrame, useForm } from './field-frame.tsx'
import { FigureField } from './figure-field.tsx'

/** How the rollout goes: three large choices that differ in shape, colour and word. */
export function HealthField() {
  const { t } = useTexts('reports', 'rollouts')
  const { draft, problemOf } = useForm()
  return (
    <FieldFrame field="health">
      <Choices<Health>
        label={t('reports:health')}
        hint={t('reports:healthHint')}
        error={problemOf('health')}
        value={draft.content.health}
        onChange={(value) => draft.answer({ field: 'health', value }, true)}
        choices={healths.map((health) => ({
          value: health,
          label: t(`rollouts:${health}`),
          sign: <HealthMark health={health} size={22} />,
        }))}
      />
    </FieldFrame>
  )
}

type ProgressFieldProps = {
  /** What was accepted last, in per cent. */
  readonly last: number | null
  /** Of the rollout's board. */
  readonly tasks: { readonly done: number; readonly total: number }
}

/** How far it is: a slider for thumbs, a figure beside it, and what is known already, to be taken over. */
export function ProgressField({ last, tasks }: ProgressFieldProps) {
  const { t, format } = useTexts('reports')
  const { draft, problemOf } = useForm()
  const hintId = useId()
  const value = draft.content.progress
  const problem = problemOf('progress')
  const fromBoard = Math.round((100 * tasks.done) / Math.max(1, tasks.total))
  const isWithin = (figure: number | null): boolean => figure === null || (figure >= 0 && figure <= 100)
  return (
    <FieldFrame field="progress">
      <div className="flex flex-col gap-1">
        <span className="font-medium">{t('reports:progress')}</span>
        <span id={hintId} className="text-sm text-muted">
          {t('reports:progressHint')}
        </span>
        <div className="-ml-2 flex flex-wrap gap-x-2">
          {last !== null && (
            <TakeOver
              label={t('reports:asLastTime', { value: format.percent(last / 100) })}
              isTaken={value === last}
              onTake={() => draft.answer({ field: 'progress', value: last }, true)}
            />
          )}
          {tasks.total > 0 && (
            <TakeOver
              label={t('reports:fromBoard', { value: format.percent(fromBoard / 100) })}
              isTaken={value === fromBoard}
              onTake={() => draft.answer({ field: 'progress', value: fromBoard }, true)}
            />
          )}
        </div>
        <div className="flex flex-wrap items-center gap-x-4">
          <input
            type="range"
            min={0}
            max={100}
            step={5}
            value={value ?? 0}
            aria-label={t('reports:progress')}
            aria-describedby={hintId}
            onChange={({ target }) => draft.answer({ field: 'progress', value: Number(target.value) })}
            className="h-11 min-w-40 flex-1 cursor-pointer rounded accent-action focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-focus"
          />
          {/* What is wrong with it needs a line of its own. */}
          <div className={`${problem === undefined ? 'w-28' : 'w-full'} shrink-0 [&_label]:sr-only`}>
            <FigureField
              label={t('reports:progressPercent')}
              value={value}
              isWhole
              suffix={<span className="pr-2">%</span>}
              error={problem}
              onChange={(figure) => isWithin(figure) && draft.answer({ field: 'progress', value: figure })}
              onLeave={draft.flush}
            />
          </div>
        </div>
      </div>
    </FieldFrame>
  )
}

type TakeOverProps = { readonly label: string; readonly isTaken: boolean; onTake(): void }

/** One tap answers with what is known. */
export function TakeOver({ label, isTaken, onTake }: TakeOverProps) {
  return (
    <Button variant="plain" size="sm" icon={isTaken ? Check : CornerDownRight} isDisabled={isTaken} onPress={onTake}>
      {label}
    </Button>
  )
}

/** A passage of running text that grows with its words. */
export function TextPassage({ field }: { field: TextFieldKey }) {
  const { t } = useTexts('reports', 'core')
  const { draft, problemOf, surroundings } = useForm()
  const isTold = field === 'done' && factsToTell(draft.content, surroundings.facts).length > 0
  return (
    <FieldFrame field={field}>
      <TextArea
        label={t(`reports:${field}`)}
        note={field === 'done' && !isTold ? undefined : t('core:optional')}
        description={isTold ? t('reports:doneElse') : t(`reports:${field}Hint`)}
        error={problemOf(field)}
        value={draft.content[field]}
        onChange={(value) => draft.answer({ field, value })}
        onBlur={draft.flush}
        rows={2}
        maxRows={20}
        maxLength={5_000}
      />
    </FieldFrame>
  )
}
