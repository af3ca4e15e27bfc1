import { municipalityName, systemName } from '@kolo/i18n'
import { Button, Notice, ProgressBar } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import type { Wave } from '@kolo/domain/waves/waves'
import { useOutbox } from '../../lib/hub.tsx'
import { refusalText } from '../../lib/refusal-text.ts'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { type Begun, inputOf, type WaveRollout } from './waves.data.ts'

type Props = { readonly project: Begun; readonly wave: Wave; readonly rollouts: readonly WaveRollout[] }

/** How many of the wave's rollouts are created; what failed, why, and another try. */
export function Progress({ project, wave, rollouts }: Props) {
  const { t, format } = useTexts('waves')
  const { resend } = useOutbox()
  const waiting = rollouts.filter(({ state }) => state === 'waiting')
  const refused = rollouts.filter(({ state }) => state === 'refused')
  const done = rollouts.filter(({ state }) => state === 'there').length
  if (waiting.length + refused.length === 0) return null
  // By the plan as it is now, and with what is chosen now: what was wrong may have been put right.
  const again = (rollout: WaveRollout) =>
    rollout.item && void resend(rollout.item.commandId, inputOf(project, wave, rollout))
  const words = { done: format.number(done), total: format.number(rollouts.length) }
  return (
    <div className="flex flex-col gap-3">
      <div role="status" className="flex flex-col gap-1">
        <ProgressBar
          label={t('waves:progress')}
          value={done}
          max={rollouts.length}
          valueLabel={t('waves:progressOf', words)}
        />
        {waiting.length > 0 && <p className="text-sm text-muted">{t('waves:goesOn')}</p>}
      </div>
      {refused.length > 0 && (
        <Notice
          tone="danger"
          title={t('waves:failed')}
          isLive
          action={
            refused.length > 1 && (
              <Button size="sm" onPress={() => refused.forEach(again)}>
                {t('waves:tryAllAgain')}
              </Button>
            )
          }
        >
          <ul className="mt-1 flex flex-col gap-1">
            {refused.map((rollout) => (
              <li key={rollout.key} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Failed rollout={rollout} onAgain={() => again(rollout)} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

function Failed({ rollout, onAgain }: { readonly rollout: WaveRollout; readonly onAgain: () => void }) {
  const { t, rendition } = useTexts('waves', 'core', 'errors', 'systems')
  const { data: systems } = useQuery({ ...trpc.systems.list.queryOptions({}), staleTime: 300_000 })
  const { discard } = useOutbox()
  const { plan, municipality, item } = rollout
  const system = systems?.find(({ id }) => id === plan.systemId)
  const title = `${municipalityName(rendition, municipality)} · ${system ? systemName(t, system) : '…'}`
  return (
    <>
      <span className="min-w-48 flex-1">
        {title}: {refusalText(t, item?.refusal ?? { code: 'internal', details: {} })}
      </span>
      <Button size="sm" aria-label={`${t('waves:tryAgain')}: ${title}`} onPress={onAgain}>
        {t('waves:tryAgain')}
      </Button>
      <Button
        size="sm"
        variant="plain"
        aria-label={`${t('core:discard')}: ${title}`}
        onPress={() => item && discard(item.commandId)}
      >
        {t('core:discard')}
      </Button>
    </>
  )
}
