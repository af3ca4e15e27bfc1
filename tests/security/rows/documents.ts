import { everyPerson, members, participants, shared } from '../people.ts'
import { inPlaces, only, type Rows } from '../table.ts'
import { documentOf, municipalityOf, versionOf } from '../things.ts'
import { newId } from '../world.ts'

const workspaces = ['commons', 'rollout'] as const
const some = ['commons', 'rollout', 'municipality'] as const
const writers = ['coordinator', 'editor', 'reporter'] as const

/** Coordinators, partners and reporters write; a published version of commons and stages is for the whole project. */
export const documents: Rows = {
  'documents.create': inPlaces(shared, writers, (_world, { spaceId }) => ({
    spaceId,
    documentId: newId(),
    title: 'New',
  })),
  'documents.rename': inPlaces(some, writers, async (world, { spaceId, host }) => ({
    spaceId,
    documentId: await documentOf(world, host, spaceId),
    title: 'Renamed',
  })),
  'documents.archive': [
    ...inPlaces(some, writers, async (world, { spaceId }, by) => ({
      spaceId,
      documentId: await documentOf(world, by, spaceId),
    })),
    ...inPlaces(workspaces, ['coordinator'], async (world, { spaceId, host }) => ({
      spaceId,
      documentId: await documentOf(world, host, spaceId),
    })),
  ],
  'documents.restore': inPlaces(workspaces, ['coordinator'], async (world, { spaceId, host }) => {
    const documentId = await documentOf(world, host, spaceId)
    await world.make(host, 'documents.archive', { spaceId, documentId })
    return { spaceId, documentId }
  }),
  'documents.publish': inPlaces(some, writers, async (world, { spaceId, host }) => ({
    spaceId,
    documentId: await documentOf(world, host, spaceId),
    versionId: newId(),
    name: '1.0',
  })),
  'documents.byId': inPlaces(shared, members, async (world, { spaceId, host }) => ({
    documentId: await documentOf(world, host, spaceId),
  })),
  'documents.text': inPlaces(some, members, async (world, { spaceId, host }) => ({
    documentId: await documentOf(world, host, spaceId),
  })),
  'documents.version': [
    ...inPlaces(['rollout', 'municipality'], members, async (world, { spaceId, host }) => ({
      versionId: await versionOf(world, host, spaceId),
    })),
    ...only(
      participants,
      async (world) => ({ versionId: await versionOf(world, 'coordinator', world.spaces.closedStage) }),
      'published in a stage',
    ),
    ...only(
      participants,
      async (world) => ({ versionId: await versionOf(world, 'coordinator', world.spaces.commons) }),
      'published in the commons',
    ),
  ],
  'documents.ofMunicipality': only(everyPerson, municipalityOf),
  'documents.published': only(participants, (world) => ({ projectId: world.projectId })),
}
