import type { Stage } from '@kolo/domain/stages/stages'
import {
  stageBringToGate,
  stageChangeDates,
  stageChangeLead,
  stageComplete,
  stageOpenToMunicipalities,
  stagePlan,
  stageReopen,
  stageStart,
} from '@kolo/domain/stages/stages.decide'
import { useMemo } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'

/** What can be done with a stage; everything but opening it can be taken back from the toast. */
export function useStageCommands(commonsSpaceId: string, stage: Stage) {
  const { t } = useTexts('stages')
  const send = useSend()
  const told = useTold()
  return useMemo(() => {
    const onStage = { spaceId: commonsSpaceId, stageId: stage.id }
    const { startsOn, endsOn, leadOrganizationId } = stage
    const plan = () => send(stagePlan, 'stages.plan', onStage)
    const completion = () => send(stageComplete, 'stages.complete', onStage)
    const reopening = (reason = '') => send(stageReopen, 'stages.reopen', { ...onStage, reason })
    return {
      start: () =>
        told(send(stageStart, 'stages.start', onStage), { text: t('stages:started'), undo: () => void told(plan()) }),
      bringToGate: () =>
        told(send(stageBringToGate, 'stages.bringToGate', onStage), {
          text: t('stages:broughtToGate'),
          undo: () => void told(reopening()),
        }),
      complete: () => told(completion(), { text: t('stages:completedNow'), undo: () => void told(reopening()) }),
      reopen: (reason: string) =>
        told(reopening(reason), { text: t('stages:reopened'), undo: () => void told(completion()) }),
      changeDates: (dates: { startsOn: string; endsOn: string }) =>
        told(send(stageChangeDates, 'stages.changeDates', { ...onStage, ...dates }), {
          text: t('stages:datesChanged'),
          undo: () => void told(send(stageChangeDates, 'stages.changeDates', { ...onStage, startsOn, endsOn })),
        }),
      changeLead: (organizationId: string | null) =>
        told(send(stageChangeLead, 'stages.changeLead', { ...onStage, organizationId }), {
          text: t('stages:leadChanged'),
          undo: () =>
            void told(send(stageChangeLead, 'stages.changeLead', { ...onStage, organizationId: leadOrganizationId })),
        }),
      open: () =>
        told(send(stageOpenToMunicipalities, 'stages.openToMunicipalities', onStage), { text: t('stages:opened') }),
    }
  }, [commonsSpaceId, stage, send, told, t])
}
export type StageCommands = ReturnType<typeof useStageCommands>
