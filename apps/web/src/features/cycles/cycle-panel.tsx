import type { Cycle } from '@kolo/domain/cycles/cycles'
import { cycleEnding, cycleSetting } from '@kolo/domain/cycles/cycles.decide'
import { can } from '@kolo/domain/cycles/cycles.policy'
import { nextPeriod } from '@kolo/domain/cycles/periods'
import { Button, Facts, Panel } from '@kolo/ui'
import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { useSend, useSpace } from '../../lib/hub.tsx'
import { useNow } from '../../lib/now.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { CycleDialog } from './cycle-dialog.tsx'

/** When a rollout is asked for its reports by itself; the coordinator changes it. */
export function CyclePanel({ spaceId }: { spaceId: string }) {
  const { t } = useTexts('cycles')
  const { state, me } = useSpace(spaceId)
  const [isSetting, setSetting] = useState(false)
  if (!state?.rollout) return null
  const { cycle, rollout } = state
  const change = can.set(me) && (
    <Button size="sm" icon={CalendarClock} onPress={() => setSetting(true)}>
      {t(cycle ? 'cycles:change' : 'cycles:set')}
    </Button>
  )
  return (
    <Panel title={t('cycles:title')} actions={change}>
      {cycle ? <CycleFacts cycle={cycle} /> : <p className="text-muted">{t('cycles:none')}</p>}
      {cycle && can.set(me) && <EndCycle spaceId={spaceId} rolloutId={rollout.id} cycle={cycle} />}
      {isSetting && (
        <CycleDialog
          spaceId={spaceId}
          rolloutId={rollout.id}
          cycle={cycle}
          reports={Object.values(state.reports)}
          isOpen
          onOpenChange={setSetting}
        />
      )}
    </Panel>
  )
}

function CycleFacts({ cycle }: { cycle: Cycle }) {
  const { t, format } = useTexts('cycles')
  const today = useNow().slice(0, 10)
  const next = nextPeriod(cycle, today)
  const rhythm = cycle.days === null ? t(`cycles:${cycle.rhythm}`) : t('cycles:everyDays', { count: cycle.days })
  return (
    <Facts
      facts={[
        { label: t('cycles:rhythm'), value: rhythm },
        { label: t('cycles:startsOn'), value: format.date(cycle.startsOn) },
        { label: t('cycles:endsOn'), value: cycle.endsOn && format.date(cycle.endsOn) },
        { label: t('cycles:window'), value: format.number(cycle.window) },
        { label: t('cycles:nextPeriod'), value: next && format.period(next) },
      ].filter(({ value }) => value)}
    />
  )
}

function EndCycle({ spaceId, rolloutId, cycle }: { spaceId: string; rolloutId: string; cycle: Cycle }) {
  const { t } = useTexts('cycles')
  const send = useSend()
  const told = useTold()
  const setAgain = () => void told(send(cycleSetting, 'cycles.set', { spaceId, rolloutId, cycle }))
  const end = () =>
    void told(send(cycleEnding, 'cycles.end', { spaceId, rolloutId }), { text: t('cycles:ended'), undo: setAgain })
  return (
    <div>
      <Button size="sm" variant="quiet" onPress={end}>
        {t('cycles:end')}
      </Button>
    </div>
  )
}
