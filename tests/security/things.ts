import { demoId } from '@kolo/api/testing'
import type { Person } from './people.ts'
import { newId, type World } from './world.ts'

/** Starts a thread in a space. */
export async function threadOf(world: World, by: Person, spaceId: string): Promise<string> {
  const threadId = newId()
  await world.make(by, 'threads.start', { spaceId, threadId, title: 'A thread', subject: { kind: 'space' } })
  return threadId
}

/** Posts a message into a thread of its own. */
export async function messageOf(
  world: World,
  by: Person,
  spaceId: string,
): Promise<{ threadId: string; messageId: string }> {
  const message = { threadId: await threadOf(world, by, spaceId), messageId: newId() }
  await world.make(by, 'threads.post', { spaceId, ...message, body: 'A message', fileIds: [] })
  return message
}

/** Creates a document. */
export async function documentOf(world: World, by: Person, spaceId: string): Promise<string> {
  const documentId = newId()
  await world.make(by, 'documents.create', { spaceId, documentId, title: 'A document' })
  return documentId
}

/** Publishes a version of a new document. */
export async function versionOf(world: World, by: Person, spaceId: string): Promise<string> {
  const documentId = await documentOf(world, by, spaceId)
  const versionId = newId()
  await world.make(by, 'documents.publish', { spaceId, documentId, versionId, name: '1.0' })
  return versionId
}

/** A column of the space's board. */
export async function columnOf(world: World, spaceId: string): Promise<string> {
  const row = await world.served.hub.db
    .selectFrom('board_column')
    .select('id')
    .where('space_id', '=', spaceId)
    .executeTakeFirstOrThrow()
  return row.id
}

/** Creates a task on the space's board. */
export async function taskOf(world: World, by: Person, spaceId: string): Promise<string> {
  const taskId = newId()
  await world.make(by, 'boards.createTask', {
    spaceId,
    taskId,
    columnId: await columnOf(world, spaceId),
    title: 'A task',
  })
  return taskId
}

/** Adds a milestone to a rollout. */
export async function milestoneOf(world: World, by: Person, spaceId: string): Promise<string> {
  const milestoneId = newId()
  await world.make(by, 'milestones.add', { spaceId, milestoneId, name: 'A milestone', dueOn: '2026-10-01' })
  return milestoneId
}

/** Uploads some bytes for a space; gives the id. */
export async function uploadOf(world: World, by: Person, spaceId: string, content = 'content'): Promise<string> {
  const fileId = newId()
  const response = await fetch(`${world.served.url}/files/${fileId}?spaceId=${spaceId}`, {
    method: 'PUT',
    headers: { origin: world.served.url, cookie: world.cookie(by) ?? '', 'content-type': 'application/octet-stream' },
    body: content,
  })
  if (!response.ok) throw new Error(`The upload answered ${response.status}: ${await response.text()}`)
  return fileId
}

/** Adds a file to a space. */
export async function fileOf(
  world: World,
  by: Person,
  spaceId: string,
  name = 'file.txt',
  content?: string,
): Promise<string> {
  const fileId = await uploadOf(world, by, spaceId, content)
  await world.make(by, 'files.add', { spaceId, fileId, name })
  return fileId
}

/** Opens an account that nobody uses. */
export async function accountOf(world: World): Promise<string> {
  const personId = newId()
  const account = {
    personId,
    personalSpaceId: newId(),
    name: 'Somebody',
    email: `${personId}@strangers.test`,
    rendition: 'en',
  }
  await world.make('administrator', 'people.add', { spaceId: world.spaces.network, ...account })
  return personId
}

/** Registers a partner that takes part in nothing. */
export async function organizationOf(world: World): Promise<string> {
  const organizationId = newId()
  const facts = { organizationId, kind: 'partner', name: 'An organization', country: 'RS', color: '#123456' }
  await world.make('administrator', 'organizations.create', { spaceId: world.spaces.network, ...facts })
  return organizationId
}

export const rolloutId = demoId('rollout indjija problem-reporting')

let opened = 0

/** The next period that has no report yet. */
export function nextPeriod(): { periodStart: string; periodEnd: string; dueOn: string } {
  opened += 1
  const day = (date: number): string => new Date(Date.UTC(2040, opened, date)).toISOString().slice(0, 10)
  return { periodStart: day(1), periodEnd: day(28), dueOn: day(28) }
}

/** Asks for a report of Inđija, in a project that asks its approver or not. */
export async function reportOf(world: World, asksApproval = false): Promise<string> {
  const reportId = newId()
  await world.make('coordinator', 'projects.setApproval', { spaceId: world.spaces.commons, asksApproval })
  await world.make('coordinator', 'reports.open', {
    spaceId: world.spaces.rollout,
    reportId,
    rolloutId,
    ...nextPeriod(),
  })
  return reportId
}

/** A report whose draft says that there is nothing to report. */
export async function writtenReport(world: World, asksApproval = false): Promise<string> {
  const reportId = await reportOf(world, asksApproval)
  const changes = [{ field: 'nothingToReport', value: true, base: null }]
  await world.make('reporter', 'reports.saveDraft', { spaceId: world.spaces.municipality, reportId, changes })
  return reportId
}

/** A written report that its municipality's approver signs before it leaves. */
export const reportToApprove = (world: World): Promise<string> => writtenReport(world, true)

/** A report that lies before the approver, with the checksum of what is to be signed. */
export async function reportAwaitingApproval(world: World): Promise<{ reportId: string; sha256: string }> {
  const reportId = await reportToApprove(world)
  await world.make('reporter', 'reports.askApproval', { spaceId: world.spaces.municipality, reportId })
  const row = await world.served.hub.db
    .selectFrom('report_draft')
    .select('asked')
    .where('report_id', '=', reportId)
    .executeTakeFirstOrThrow()
  return { reportId, sha256: (row.asked as { sha256: string }).sha256 }
}

/** A report that waits for review. */
export async function submittedReport(world: World): Promise<{ reportId: string; submissionId: string }> {
  const submitted = { reportId: await writtenReport(world), submissionId: newId() }
  await world.make('reporter', 'reports.submit', { spaceId: world.spaces.municipality, ...submitted })
  return submitted
}

/** An entry of the catalogue of systems that no rollout has. */
export async function systemOf(world: World): Promise<string> {
  const key = `system-${newId()}`
  await world.make('administrator', 'systems.import', {
    spaceId: world.spaces.network,
    rows: [{ key, name: key.slice(0, 40), about: '' }],
  })
  const row = await world.served.hub.db
    .selectFrom('system')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return row.id
}

/** A plan of the demo project, for a system of its own. */
export async function planOf(world: World): Promise<string> {
  const planId = newId()
  const content = { name: 'A plan', tasks: [], indicators: [], cycle: null }
  const systemId = await systemOf(world)
  await world.make('coordinator', 'plans.add', { spaceId: world.spaces.commons, planId, systemId, content })
  return planId
}

/** A municipality of the demo in which a rollout is under way. */
export const municipalityOf = async (world: World): Promise<{ municipalityId: string }> => {
  const { id } = await world.served.hub.db
    .selectFrom('municipality')
    .select('id')
    .where('name', '=', 'Inđija')
    .executeTakeFirstOrThrow()
  return { municipalityId: id }
}
