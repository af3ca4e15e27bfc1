import { classNames, HealthMark } from '@kolo/ui'
import { Link } from '@tanstack/react-router'
import { useNow } from '../../lib/now.ts'
import { useTexts } from '../../lib/texts.tsx'
import type { Cell } from './projects.data.ts'

const backgrounds = {
  onTrack: 'bg-health-on-track-soft',
  atRisk: 'bg-health-at-risk-soft',
  offTrack: 'bg-health-off-track-soft',
  none: 'bg-health-none-soft',
} as const

/** One rollout: its health by colour, shape and word, its phase, and how old the last word from it is. */
export function MatrixCell({ cell, system }: { cell: Cell; system?: string }) {
  const look = classNames('flex min-w-0 flex-col rounded px-2 py-1', backgrounds[cell.health ?? 'none'])
  return cell.spaceId === null ? (
    <div className={look}>
      <CellFacts cell={cell} system={system} />
    </div>
  ) : (
    <Link
      to="/spaces/$spaceId/overview"
      params={{ spaceId: cell.spaceId }}
      className={classNames(look, 'hover:brightness-[0.97] dark:hover:brightness-110 max-md:min-h-11 max-md:py-2')}
    >
      <CellFacts cell={cell} system={system} />
    </Link>
  )
}

function CellFacts({ cell, system }: { cell: Cell; system: string | undefined }) {
  const { t, format } = useTexts('projects', 'rollouts')
  const now = useNow()
  const labels = {
    onTrack: t('rollouts:onTrack'),
    atRisk: t('rollouts:atRisk'),
    offTrack: t('rollouts:offTrack'),
    none: t('rollouts:unknownHealth'),
  }
  const health = cell.health ?? 'none'
  const facts = [
    cell.phase && t(`rollouts:${cell.phase}`),
    cell.progress !== null && format.percent(cell.progress / 100),
  ]
  return (
    <>
      {system && <span className="font-medium">{system}</span>}
      <span className={classNames('flex items-center gap-1.5', !system && 'font-medium')}>
        <HealthMark health={health} size={10} />
        <span className="truncate">{labels[health]}</span>
      </span>
      <span className="truncate text-xs text-muted">{facts.filter(Boolean).join(' · ')}</span>
      {cell.lastWordAt && (
        <span
          className="truncate text-xs text-muted"
          title={t('projects:lastWord', { when: format.dateTime(cell.lastWordAt) })}
        >
          {format.relative(cell.lastWordAt, now)}
        </span>
      )}
    </>
  )
}
