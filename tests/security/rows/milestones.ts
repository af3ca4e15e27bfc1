import { inPlaces, type Rows } from '../table.ts'
import { milestoneOf } from '../things.ts'
import { newId } from '../world.ts'

const workers = ['coordinator', 'editor', 'reporter', 'approver'] as const

/** Who works on the rollout's board keeps its milestones. */
export const milestones: Rows = {
  'milestones.add': inPlaces(['rollout'], workers, (_world, { spaceId }) => ({
    spaceId,
    milestoneId: newId(),
    name: 'New',
    dueOn: '2026-10-01',
  })),
  'milestones.edit': inPlaces(['rollout'], workers, async (world, { spaceId, host }) => ({
    spaceId,
    milestoneId: await milestoneOf(world, host, spaceId),
    name: 'Changed',
  })),
  'milestones.reach': inPlaces(['rollout'], workers, async (world, { spaceId, host }) => ({
    spaceId,
    milestoneId: await milestoneOf(world, host, spaceId),
    reachedOn: '2026-09-30',
  })),
  'milestones.reopen': inPlaces(['rollout'], workers, async (world, { spaceId, host }) => {
    const milestoneId = await milestoneOf(world, host, spaceId)
    await world.make(host, 'milestones.reach', { spaceId, milestoneId, reachedOn: '2026-09-30' })
    return { spaceId, milestoneId }
  }),
  'milestones.remove': inPlaces(['rollout'], workers, async (world, { spaceId, host }) => ({
    spaceId,
    milestoneId: await milestoneOf(world, host, spaceId),
  })),
  'milestones.restore': inPlaces(['rollout'], workers, async (world, { spaceId, host }) => {
    const milestoneId = await milestoneOf(world, host, spaceId)
    await world.make(host, 'milestones.remove', { spaceId, milestoneId })
    return { spaceId, milestoneId }
  }),
}
