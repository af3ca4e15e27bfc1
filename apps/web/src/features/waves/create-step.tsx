import { daySchema } from '@kolo/domain/core/text'
import type { Wave } from '@kolo/domain/waves/waves'
import { Button, DatePicker, Notice } from '@kolo/ui'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { Preview } from './preview.tsx'
import { Progress } from './progress.tsx'
import { Step } from './step.tsx'
import { type Begun, useCreateWave, type useWave, type WaveRollout } from './waves.data.ts'

type Props = {
  readonly project: Begun
  readonly wave: Wave
  readonly choice: ReturnType<typeof useWave>
  readonly rollouts: readonly WaveRollout[]
  /** Whether it is known which rollouts are there already. */
  readonly isReady: boolean
}

/** From when on, what will come of it, and the button that creates it. */
export function CreateStep({ project, wave, choice, rollouts, isReady }: Props) {
  const { t } = useTexts('waves')
  const create = useCreateWave(project, wave)
  const fresh = rollouts.filter(({ state }) => state === 'new')
  const there = rollouts.filter(({ state }) => state === 'there').length
  const isAll = isReady && rollouts.length > 0 && there === rollouts.length
  const mayCreate = isReady && fresh.length > 0 && wave.startsOn !== null
  return (
    <Step
      number={4}
      title={t('waves:stepCreate')}
      state={isAll ? t('waves:allCreated') : t('waves:previewCount', { count: fresh.length })}
      isDone={isAll}
    >
      <StartDay wave={wave} onChoose={choice.start} />
      {rollouts.length === 0 || wave.startsOn === null ? (
        <p className="text-muted">{t('waves:chooseFirst')}</p>
      ) : (
        <>
          <p role="status">
            {[
              t('waves:previewCount', { count: fresh.length }),
              ...(there > 0 ? [t('waves:skipped', { count: there })] : []),
            ].join(' · ')}
          </p>
          <Progress project={project} wave={wave} rollouts={rollouts} />
          {isAll && (
            <Notice
              tone="success"
              title={t('waves:allCreated')}
              isLive
              action={
                <Button size="sm" onPress={choice.clear}>
                  {t('waves:nextWave')}
                </Button>
              }
            />
          )}
          {mayCreate && (
            <div>
              <Button variant="primary" onPress={() => create(rollouts)}>
                {t('waves:create', { count: fresh.length })}
              </Button>
            </div>
          )}
          <Preview project={project} rollouts={rollouts} />
        </>
      )}
    </Step>
  )
}

/** The day on which they start; while a year is typed, it isn't one that can be meant. */
function StartDay({ wave, onChoose }: { readonly wave: Wave; readonly onChoose: (startsOn: string) => void }) {
  const { t } = useTexts('waves')
  const [typed, setTyped] = useState<string | null>(null)
  const choose = (startsOn: string | null) => {
    const isMeant = daySchema.safeParse(startsOn).success
    setTyped(isMeant ? null : startsOn)
    if (isMeant && startsOn !== null && startsOn !== wave.startsOn) onChoose(startsOn)
  }
  return (
    <DatePicker label={t('waves:startsOn')} value={typed ?? wave.startsOn} onChange={choose} className="max-w-60" />
  )
}
