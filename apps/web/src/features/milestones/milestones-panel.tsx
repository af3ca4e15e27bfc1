import { byDueDay, type Milestone } from '@kolo/domain/milestones/milestones'
import { can } from '@kolo/domain/milestones/milestones.policy'
import { Button, EmptyState, Panel } from '@kolo/ui'
import { Flag, Plus } from 'lucide-react'
import { useState } from 'react'
import { useSpace } from '../../lib/hub.tsx'
import { useNow } from '../../lib/now.ts'
import { RefusedItem } from '../../lib/refused-item.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { MilestoneDialog } from './milestone-dialog.tsx'
import { MilestoneMark } from './milestone-mark.tsx'
import { useMilestoneCommands, useUnsentMilestones } from './milestones.data.ts'

/** The milestones of a rollout in the order of their days; those who work in it keep them here. */
export function MilestonesPanel({ spaceId }: { spaceId: string }) {
  const { t, format } = useTexts('milestones', 'core')
  const { state, me } = useSpace(spaceId)
  const commands = useMilestoneCommands(spaceId)
  const { waiting, refused } = useUnsentMilestones(spaceId)
  const today = format.calendarDay(useNow())
  const [asked, setAsked] = useState<Milestone | 'new'>()
  if (!state?.rollout) return null
  const milestones = Object.values(state.milestones).toSorted(byDueDay)
  const reached = milestones.filter(({ reachedOn }) => reachedOn !== null).length
  const mayKeep = can.keep(me)
  return (
    <Panel
      title={t('milestones:milestones')}
      note={milestones.length > 0 && t('milestones:reachedOf', { reached, total: milestones.length })}
      actions={
        mayKeep && (
          <Button size="sm" variant="plain" icon={Plus} className="print:hidden" onPress={() => setAsked('new')}>
            {t('milestones:add')}
          </Button>
        )
      }
    >
      {refused.map((item) => (
        <RefusedItem key={item.commandId} item={item} isLive />
      ))}
      {milestones.length === 0 ? (
        <EmptyState icon={Flag} title={t('milestones:empty')}>
          {t('milestones:emptyAbout')}
        </EmptyState>
      ) : (
        <ol
          aria-label={t('milestones:milestones')}
          className="grid gap-x-1 sm:grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] sm:gap-y-4"
        >
          {milestones.map((milestone) => (
            <MilestoneMark
              key={milestone.id}
              milestone={milestone}
              today={today}
              waiting={waiting.get(milestone.id)}
              commands={mayKeep ? commands : undefined}
              onChange={() => setAsked(milestone)}
            />
          ))}
        </ol>
      )}
      {asked && (
        <MilestoneDialog
          milestone={asked === 'new' ? undefined : asked}
          today={today}
          onSave={(facts) => (asked === 'new' ? commands.add(facts) : commands.change(asked, facts))}
          isOpen
          onOpenChange={() => setAsked(undefined)}
        />
      )}
    </Panel>
  )
}
