import { members, shared } from '../people.ts'
import { inPlaces, type Rows } from '../table.ts'
import { fileOf, uploadOf } from '../things.ts'

const workspaces = ['commons', 'rollout'] as const

/** Every member attaches; what somebody else attached is theirs, and the coordinator's to remove. */
export const files: Rows = {
  'files.add': inPlaces(shared, members, async (world, { spaceId }, by) => ({
    spaceId,
    fileId: await uploadOf(world, by, spaceId),
    name: 'a.txt',
  })),
  'files.remove': [
    ...inPlaces(shared, members, async (world, { spaceId }, by) => ({
      spaceId,
      fileId: await fileOf(world, by, spaceId),
    })),
    ...inPlaces(workspaces, ['coordinator'], async (world, { spaceId, host }) => ({
      spaceId,
      fileId: await fileOf(world, host, spaceId),
    })),
  ],
  'files.restore': inPlaces(workspaces, ['coordinator'], async (world, { spaceId, host }) => {
    const fileId = await fileOf(world, host, spaceId)
    await world.make(host, 'files.remove', { spaceId, fileId })
    return { spaceId, fileId }
  }),
}
