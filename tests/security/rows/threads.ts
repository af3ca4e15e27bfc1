import { members, shared } from '../people.ts'
import { inPlaces, type Rows } from '../table.ts'
import { messageOf, threadOf } from '../things.ts'
import { newId } from '../world.ts'

const workspaces = ['commons', 'rollout'] as const
const some = ['commons', 'rollout', 'municipality'] as const

/** Every member discusses; what somebody else said is theirs, and the coordinator's to remove. */
export const threads: Rows = {
  'threads.start': inPlaces(shared, members, (_world, { spaceId }) => ({
    spaceId,
    threadId: newId(),
    title: 'New',
    subject: { kind: 'space' },
  })),
  'threads.post': inPlaces(shared, members, async (world, { spaceId, host }) => ({
    spaceId,
    threadId: await threadOf(world, host, spaceId),
    messageId: newId(),
    body: 'Hello',
    fileIds: [],
  })),
  'threads.rename': [
    ...inPlaces(some, members, async (world, { spaceId }, by) => ({
      spaceId,
      threadId: await threadOf(world, by, spaceId),
      title: 'Own',
    })),
    ...inPlaces(workspaces, ['coordinator'], async (world, { spaceId, host }) => ({
      spaceId,
      threadId: await threadOf(world, host, spaceId),
      title: 'Another',
    })),
  ],
  'threads.resolve': [
    ...inPlaces(some, members, async (world, { spaceId }, by) => ({
      spaceId,
      threadId: await threadOf(world, by, spaceId),
    })),
    ...inPlaces(workspaces, ['coordinator', 'editor'], async (world, { spaceId, host }) => ({
      spaceId,
      threadId: await threadOf(world, host, spaceId),
    })),
  ],
  'threads.reopen': inPlaces(workspaces, ['coordinator', 'editor'], async (world, { spaceId, host }) => {
    const threadId = await threadOf(world, host, spaceId)
    await world.make(host, 'threads.resolve', { spaceId, threadId })
    return { spaceId, threadId }
  }),
  'threads.edit': [
    ...inPlaces(some, members, async (world, { spaceId }, by) => ({
      spaceId,
      ...(await messageOf(world, by, spaceId)),
      body: 'Mine',
    })),
    ...inPlaces(workspaces, ['coordinator'], async (world, { spaceId, host }) => ({
      spaceId,
      ...(await messageOf(world, host, spaceId)),
      body: 'Changed',
    })),
  ],
  'threads.delete': [
    ...inPlaces(some, members, async (world, { spaceId }, by) => ({
      spaceId,
      ...(await messageOf(world, by, spaceId)),
    })),
    ...inPlaces(workspaces, ['coordinator'], async (world, { spaceId, host }) => ({
      spaceId,
      ...(await messageOf(world, host, spaceId)),
    })),
  ],
  'threads.markRead': inPlaces(some, members, async (world, { spaceId, host }, by) => ({
    spaceId: await world.personalSpaceId(by),
    ...(await messageOf(world, host, spaceId)),
    number: 1,
  })).map((each) => ({ ...each, personal: true })),
  'threads.messages': inPlaces(shared, members, async (world, { spaceId, host }) => ({
    threadId: await threadOf(world, host, spaceId),
  })),
}
