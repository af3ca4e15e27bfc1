import type { Indicator } from '@kolo/domain/indicators/indicators'
import { isFigureOf, maxTargets, type Target, type TargetPlan } from '@kolo/domain/targets/targets'
import { targetSetting } from '@kolo/domain/targets/targets.decide'
import { indicatorName, unitName } from '@kolo/i18n'
import { Button, DatePicker, Dialog, IconButton, NumberField, type Openness, TextField } from '@kolo/ui'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'

type Props = Openness & {
  readonly spaceId: string
  readonly rolloutId: string
  readonly indicator: Indicator
  readonly plan: TargetPlan
}

/** A figure with its day while they are being filled in: null is what isn't yet. */
type DraftTarget = { readonly key: number; readonly figure: number | null; readonly on: string | null }
type DraftBaseline = { readonly figure: number | null; readonly on: string | null; readonly source: string }

const isHalf = ({ figure, on }: Pick<DraftTarget, 'figure' | 'on'>): boolean => (figure === null) !== (on === null)
const whole = ({ figure, on }: DraftTarget): Target[] => (figure === null || on === null ? [] : [{ figure, on }])

/** What the form says, or what keeps it from being saved. */
function planOf(baseline: DraftBaseline, targets: readonly DraftTarget[], kind: Indicator['kind']) {
  const filled = targets.flatMap(whole)
  const { figure, on, source } = baseline
  const plan: TargetPlan = {
    baseline: figure === null || on === null ? null : { figure, on, source: source.trim() },
    targets: filled,
  }
  const figures = [...filled, ...(plan.baseline ? [plan.baseline] : [])].map((one) => one.figure)
  if (isHalf(baseline) || targets.some(isHalf)) return { problem: 'targets:incomplete' as const }
  if (new Set(filled.map((target) => target.on)).size < filled.length) return { problem: 'errors:targetTwice' as const }
  if (!figures.every((one) => isFigureOf(kind, one))) return { problem: 'errors:targetOutOfRange' as const }
  return { plan }
}

/** Whoever accompanies a rollout says where it began with an indicator, and what it is to reach by which days. */
export function TargetDialog({ spaceId, rolloutId, indicator, plan: before, ...openness }: Props) {
  const { t } = useTexts('targets', 'indicators', 'errors', 'core')
  const save = useSave({ spaceId, rolloutId, indicatorId: indicator.id }, before)
  const [baseline, setBaseline] = useState<DraftBaseline>(before.baseline ?? { figure: null, on: null, source: '' })
  const [targets, setTargets] = useState<readonly DraftTarget[]>(() =>
    before.targets.length === 0
      ? [{ key: 0, figure: null, on: null }]
      : before.targets.map((one, key) => ({ ...one, key })),
  )
  const { plan, problem } = planOf(baseline, targets, indicator.kind)
  const unit = indicator.kind === 'ratio' ? '%' : unitName(t, indicator)
  const change = (key: number, next: Partial<Omit<DraftTarget, 'key'>>) =>
    setTargets(targets.map((one) => (one.key === key ? { ...one, ...next } : one)))
  const add = () =>
    setTargets([...targets, { key: Math.max(-1, ...targets.map(({ key }) => key)) + 1, figure: null, on: null }])
  return (
    <Dialog
      {...openness}
      isDismissable={false}
      title={indicatorName(t, indicator)}
      description={t('targets:about')}
      closeLabel={t('core:close')}
      footer={
        <Button
          variant="primary"
          isDisabled={!plan}
          onPress={() => plan && void save(plan).then((saved) => saved && openness.onOpenChange(false))}
        >
          {t('targets:save')}
        </Button>
      }
    >
      <BaselineFields baseline={baseline} unit={unit} onChange={setBaseline} />
      <fieldset className="flex flex-col gap-3">
        <legend className="pb-1 font-medium">{t('targets:targets')}</legend>
        {targets.map(({ key, figure, on }, index) => (
          <div key={key} className="grid grid-cols-[1fr_1fr_auto] items-end gap-3">
            <NumberField
              label={t('targets:target')}
              unit={unit}
              value={figure}
              onChange={(next) => change(key, { figure: next })}
            />
            <DatePicker label={t('targets:targetOn')} value={on} onChange={(next) => change(key, { on: next })} />
            <IconButton
              icon={X}
              label={t('targets:removeTarget', { number: index + 1 })}
              onPress={() => setTargets(targets.filter((one) => one.key !== key))}
            />
          </div>
        ))}
        {targets.length < maxTargets && (
          <Button size="sm" icon={Plus} className="w-fit" onPress={add}>
            {t('targets:add')}
          </Button>
        )}
      </fieldset>
      <p role="status" className="text-sm text-danger empty:hidden">
        {problem && t(problem)}
      </p>
    </Dialog>
  )
}

type BaselineFieldsProps = {
  readonly baseline: DraftBaseline
  readonly unit: string
  onChange(next: DraftBaseline): void
}

function BaselineFields({ baseline, unit, onChange }: BaselineFieldsProps) {
  const { t } = useTexts('targets')
  return (
    <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
      <NumberField
        label={t('targets:baselineFigure')}
        unit={unit}
        value={baseline.figure}
        onChange={(figure) => onChange({ ...baseline, figure })}
      />
      <DatePicker
        label={t('targets:baselineOn')}
        value={baseline.on}
        onChange={(on) => onChange({ ...baseline, on })}
      />
      <TextField
        label={t('targets:baselineSource')}
        value={baseline.source}
        onChange={(source) => onChange({ ...baseline, source })}
        maxLength={200}
        className="sm:col-span-2"
      />
    </div>
  )
}

type Key = { readonly spaceId: string; readonly rolloutId: string; readonly indicatorId: string }

/** Saves at once, and back again where one changes one's mind. */
function useSave(key: Key, before: TargetPlan) {
  const { t } = useTexts('targets')
  const send = useSend()
  const told = useTold()
  const set = ({ baseline, targets }: TargetPlan) =>
    send(targetSetting, 'targets.set', { ...key, plan: { baseline, targets: [...targets] } })
  return (plan: TargetPlan) => told(set(plan), { text: t('targets:saved'), undo: () => void told(set(before)) })
}
