import { randomUUID } from 'node:crypto'
import { type Actor, type Person, peopleWith, members } from './people.ts'
import { columnOf, fileOf, reportAwaitingApproval, reportOf, rolloutId, threadOf } from './things.ts'
import { newId, type World } from './world.ts'

/** Words that stand in one private field, and who may come across them. */
export type Canary = { readonly field: string; readonly words: string; readonly audience: readonly Actor[] }

/** The canaries, and the ids of what they sit in. */
export type Aviary = {
  readonly canaries: readonly Canary[]
  readonly threadIds: readonly string[]
  readonly documentId: string
  readonly fileId: string
}

const words = (): string => `canary-${randomUUID()}`

/** Puts a canary into every private field of Inđija and of its rollout, each through the procedures of the hub. */
export async function releaseCanaries(world: World): Promise<Aviary> {
  const canaries: Canary[] = []
  const put = (field: string, audience: readonly Actor[]): string => {
    const canary = { field, words: words(), audience }
    canaries.push(canary)
    return canary.words
  }
  const ofRollout = peopleWith('rollout', members)
  const ofMunicipality = peopleWith('municipality', members)
  const { rollout, municipality } = world.spaces

  const say = async (by: Person, spaceId: string, place: string, audience: readonly Actor[]): Promise<string> => {
    const threadId = await threadOf(world, by, spaceId)
    await world.make(by, 'threads.rename', { spaceId, threadId, title: put(`title of a thread, ${place}`, audience) })
    const input = { spaceId, threadId, messageId: newId(), body: put(`message, ${place}`, audience), fileIds: [] }
    await world.make(by, 'threads.post', input)
    return threadId
  }
  const threadIds = [
    await say('reporter', rollout, 'rollout', ofRollout),
    await say('reporter', municipality, 'municipality', ofMunicipality),
  ]

  const taskId = newId()
  const columnId = await columnOf(world, rollout)
  await world.make('partner', 'boards.createTask', {
    spaceId: rollout,
    taskId,
    columnId,
    title: put('title of a task', ofRollout),
  })
  await world.make('partner', 'boards.editTask', {
    spaceId: rollout,
    taskId,
    description: put('description of a task', ofRollout),
  })

  await world.make('reporter', 'milestones.add', {
    spaceId: rollout,
    milestoneId: newId(),
    name: put('name of a milestone', ofRollout),
    dueOn: '2026-10-01',
  })

  const documentId = newId()
  await world.make('partner', 'documents.create', {
    spaceId: rollout,
    documentId,
    title: put('title of a document', ofRollout),
  })
  const fileName = `${put('name of a file', ofRollout)}.txt`
  const fileId = await fileOf(world, 'partner', rollout, fileName, put('content of a file', ofRollout))

  const reportId = await reportOf(world)
  const changes = (['done', 'blockedBy', 'helpNeeded', 'nextSteps'] as const).map((field) => ({
    field,
    value: put(`draft of a report: ${field}`, ofMunicipality),
    base: null,
  }))
  await world.make('reporter', 'reports.saveDraft', { spaceId: municipality, reportId, changes })
  await writeBeside(world, put)
  await writeAccount(world, put)
  return { canaries, threadIds, documentId, fileId }
}

/** What stands beside figures, and what an approver says who sends a draft back. */
async function writeBeside(world: World, put: (field: string, audience: readonly Actor[]) => string): Promise<void> {
  const ofRollout = peopleWith('rollout', members)
  const ofMunicipality = peopleWith('municipality', members)
  const { rollout: rolloutSpaceId, municipality } = world.spaces
  const reportId = await reportOf(world)
  const { indicators } = await world.served.hub.db
    .selectFrom('report')
    .select('indicators')
    .where('id', '=', reportId)
    .executeTakeFirstOrThrow()
  const [{ id: indicatorId }] = indicators as [{ id: string }]
  const changes = (['source', 'note'] as const).map((field) => ({
    field,
    indicatorId,
    value: put(`${field} of a drafted value`, ofMunicipality),
    base: null,
  }))
  await world.make('reporter', 'reports.saveDraft', { spaceId: municipality, reportId, changes })
  const baseline = { figure: 12, on: '2006-11-01', source: put('source of a baseline', ofRollout) }
  const plan = { baseline, targets: [] }
  await world.make('partner', 'targets.set', { spaceId: rolloutSpaceId, rolloutId, indicatorId, plan })
  await world.make('approver', 'reports.declineApproval', {
    spaceId: municipality,
    ...(await reportAwaitingApproval(world)),
    word: put('word of a declined approval', ofMunicipality),
  })
}

/** The address of an account, and the invitation of somebody who has none yet. */
async function writeAccount(world: World, put: (field: string, audience: readonly Actor[]) => string): Promise<void> {
  const personId = newId()
  const email = `${put('address of an account', ['administrator'])}@private.test`
  const account = { personId, personalSpaceId: newId(), name: 'Somebody', email, rendition: 'en' }
  await world.make('administrator', 'people.add', { spaceId: world.spaces.network, ...account })
  const { organizationId } = await partnerOrganization(world)
  const invited = `${put('address of an invitation', ['coordinator', 'administrator'])}@private.test`
  await world.make('coordinator', 'invitations.send', {
    spaceId: world.spaces.coordination,
    invitationId: newId(),
    projectId: world.projectId,
    organizationId,
    seat: 'focalPoint',
    email: invited,
    name: 'Invited',
    rendition: 'en',
    participationId: newId(),
  })
}

async function partnerOrganization(world: World): Promise<{ organizationId: string }> {
  const row = await world.served.hub.db
    .selectFrom('organization')
    .select('id')
    .where('name', '=', 'Local partner Serbia')
    .executeTakeFirstOrThrow()
  return { organizationId: row.id }
}
