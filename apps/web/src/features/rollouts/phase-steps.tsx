import { type Phase, phases, type Rollout } from '@kolo/domain/rollouts/rollouts'
import { rolloutChangePhase } from '@kolo/domain/rollouts/rollouts.decide'
import { Button, classNames, Menu, MenuItem } from '@kolo/ui'
import { Check, ChevronsUpDown } from 'lucide-react'
import { useSend } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'

type Props = { readonly spaceId: string; readonly rollout: Rollout; readonly canChange: boolean }

/** The phases in order, with the one in which the rollout is. */
export function PhaseSteps({ spaceId, rollout, canChange }: Props) {
  const { t, format } = useTexts('rollouts')
  const current = phases.indexOf(rollout.phase)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <ol aria-label={t('rollouts:phases')} className="flex min-w-0 flex-1 basis-80 gap-1">
        {phases.map((phase, index) => (
          <li
            key={phase}
            aria-current={index === current ? 'step' : undefined}
            className={classNames(
              'flex min-w-0 flex-1 flex-col gap-1 border-t-4 pt-1 text-sm',
              index <= current ? 'border-action' : 'border-line',
              index === current ? 'font-semibold max-sm:flex-[3]' : 'text-muted',
            )}
          >
            <span className="flex min-w-0 items-center gap-1">
              {index < current ? (
                <Check size={14} aria-hidden className="shrink-0" />
              ) : (
                <span className="tabular-nums">{format.number(index + 1)}</span>
              )}
              <span className={classNames('truncate', index !== current && 'max-sm:sr-only')}>
                {t(`rollouts:${phase}`)}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {canChange && <PhaseMenu spaceId={spaceId} rollout={rollout} />}
    </div>
  )
}

function PhaseMenu({ spaceId, rollout }: Omit<Props, 'canChange'>) {
  const { t } = useTexts('rollouts')
  const send = useSend()
  const told = useTold()
  const enter = (phase: Phase) =>
    send(rolloutChangePhase, 'rollouts.changePhase', { spaceId, rolloutId: rollout.id, phase })
  const change = (phase: Phase) => {
    const before = rollout.phase
    if (phase === before) return
    void told(enter(phase), {
      text: t('rollouts:phaseChanged', { phase: t(`rollouts:${phase}`) }),
      undo: () => void told(enter(before)),
    })
  }
  return (
    <Menu
      label={t('rollouts:phases')}
      trigger={<Button icon={ChevronsUpDown}>{t('rollouts:changePhase')}</Button>}
      selectionMode="single"
      selectedKeys={[rollout.phase]}
      onAction={(key) => {
        const phase = phases.find((one) => one === key)
        if (phase) change(phase)
      }}
    >
      {phases.map((phase) => (
        <MenuItem key={phase} id={phase}>
          {t(`rollouts:${phase}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
