import type { Milestone } from '@kolo/domain/milestones/milestones'
import {
  milestoneAdd,
  milestoneEdit,
  milestoneReach,
  milestoneRemove,
  milestoneReopen,
  milestoneRestore,
} from '@kolo/domain/milestones/milestones.decide'
import { type OutboxItem, uuidv7 } from '@kolo/sync'
import { useMemo } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { useUnsent } from '../../lib/unsent.ts'
import { spokesman } from '../../lib/unsent-text.ts'
import { wordsOf } from '../../lib/words-of.ts'

/** What a person says of a milestone. */
export type MilestoneFacts = Pick<Milestone, 'name' | 'dueOn' | 'reachedOn'>

/** What can be done with the milestones of a rollout; each step is on the page at once, and can be taken back. */
export function useMilestoneCommands(spaceId: string) {
  const send = useSend()
  const told = useTold()
  const { t } = useTexts('milestones', 'core')
  return useMemo(() => {
    const reach = (milestoneId: string, reachedOn: string | null) =>
      reachedOn === null
        ? send(milestoneReopen, 'milestones.reopen', { spaceId, milestoneId })
        : send(milestoneReach, 'milestones.reach', { spaceId, milestoneId, reachedOn })
    return {
      add: ({ name, dueOn }: MilestoneFacts): void =>
        void told(send(milestoneAdd, 'milestones.add', { spaceId, milestoneId: uuidv7(), name, dueOn })),
      change({ id: milestoneId, ...before }: Milestone, { name, dueOn, reachedOn }: MilestoneFacts): void {
        if (name !== before.name || dueOn !== before.dueOn)
          void told(send(milestoneEdit, 'milestones.edit', { spaceId, milestoneId, name, dueOn }))
        if (reachedOn !== before.reachedOn) void told(reach(milestoneId, reachedOn))
      },
      /** On that day; null takes back that it was reached. */
      reach: ({ id, name, reachedOn: before }: Milestone, reachedOn: string | null): void =>
        void told(reach(id, reachedOn), {
          text: reachedOn === null ? t('milestones:reopened', { name }) : t('milestones:markedReached', { name }),
          undo: () => void told(reach(id, before)),
        }),
      remove: ({ id: milestoneId, name }: Milestone): void =>
        void told(send(milestoneRemove, 'milestones.remove', { spaceId, milestoneId }), {
          text: t('milestones:removed', { name }),
          undo: () => void told(send(milestoneRestore, 'milestones.restore', { spaceId, milestoneId })),
        }),
    }
  }, [send, told, t, spaceId])
}
export type MilestoneCommands = ReturnType<typeof useMilestoneCommands>

type Unsent = {
  /** By milestone: its change that waits for the network, or for a server that can't take it now. */
  readonly waiting: ReadonlyMap<string, OutboxItem>
  /** Names that weren't accepted. */
  readonly refused: readonly OutboxItem[]
}

/** What I said of this rollout's milestones and the server doesn't have yet. */
export function useUnsentMilestones(spaceId: string): Unsent {
  const { items } = useUnsent()
  return useMemo(() => {
    const own = items.filter((item) => item.spaceId === spaceId && item.name.startsWith('milestone.'))
    const waiting = new Map<string, OutboxItem>()
    for (const item of own) {
      const { milestoneId } = item.input as { readonly milestoneId: string }
      if (item.state === 'waiting') waiting.set(milestoneId, spokesman(waiting.get(milestoneId), item))
    }
    return { waiting, refused: own.filter((item) => item.state === 'refused' && wordsOf(item.input) !== undefined) }
  }, [items, spaceId])
}
