import { randomUUID } from 'node:crypto'
import type { Hidden, HiddenPlace } from '../hidden.ts'

/** A procedure with an input about what is hidden. */
export type Attempt = readonly [path: string, input: unknown]

/** Who may ask: members of the spaces and administrators alone, observers too, all who take part, everybody about their own. */
export type Questions = {
  readonly closed: readonly Attempt[]
  readonly results: readonly Attempt[]
  readonly project: readonly Attempt[]
  readonly own: readonly Attempt[]
}

/** Every query of the hub, about the hidden things. */
export function questionsAbout(hidden: Hidden): Questions {
  const { rollout, stage, project } = hidden
  const projectId = { projectId: project.id }
  const places = [rollout, stage]
  const threads = places.flatMap((place) => [place.threadId, place.commentId])
  return {
    closed: [
      ...spacesOf(hidden).flatMap((spaceId): Attempt[] => [
        ['spaces.snapshot', { spaceId }],
        ['spaces.events', { spaceId, epoch: randomUUID(), after: 0 }],
        ['spaces.activity', { spaceId }],
      ]),
      ...threads.map((threadId): Attempt => ['threads.messages', { threadId }]),
      ...places.flatMap(({ documentId }): Attempt[] => [
        ['documents.byId', { documentId }],
        ['documents.text', { documentId }],
      ]),
      ['documents.version', { versionId: hidden.versionId }],
      ['rollouts.byId', { rolloutId: hidden.rolloutId }],
      ['reports.lastValues', { spaceId: rollout.spaceId, reportId: hidden.reportId }],
      ['waves.unseated', { spaceId: project.coordinationSpaceId }],
      ['administration.audit', {}],
      ['administration.overview', {}],
      ['administration.mailbox', {}],
      ['projects.administered', {}],
      ['organizations.freeMunicipalities', {}],
    ],
    results: [['indicators.series', { rolloutId: hidden.rolloutId }]],
    project: [
      ['documents.version', { versionId: hidden.published.versionId }],
      ['documents.published', projectId],
      ['indicators.overview', projectId],
      ['indicators.multiples', { ...projectId, indicatorId: hidden.indicatorId }],
      ['projects.byId', projectId],
      ['projects.overview', { slug: project.slug }],
      ['projects.matrix', projectId],
      ['projects.map', projectId],
      ['projects.navigation', projectId],
      ['reports.callToday', projectId],
      ['reports.completeness', projectId],
      ['reports.results', projectId],
      ['reports.waiting', projectId],
    ],
    own: [
      ['boards.assigned', {}],
      ['indicators.list', {}],
      ['municipalities.contactsToConfirm', {}],
      ['municipalities.list', {}],
      ['municipalities.byId', { municipalityId: hidden.municipalityId }],
      ['municipalities.peers', { municipalityId: hidden.municipalityId }],
      ['reports.ofMunicipality', { municipalityId: hidden.municipalityId }],
      ['documents.ofMunicipality', { municipalityId: hidden.municipalityId }],
      ['organizations.directory', {}],
      ['organizations.directory', projectId],
      ['people.directory', {}],
      ['people.directory', projectId],
      ['projects.mine', {}],
      ['reports.mine', {}],
      ['reports.reviewQueue', {}],
      ['spaces.mine', {}],
      ['systems.list', {}],
    ],
  }
}

/** The spaces that no stranger is in. */
export const spacesOf = ({ rollout, stage, municipalitySpaceId, project }: Hidden): readonly string[] => [
  rollout.spaceId,
  stage.spaceId,
  municipalitySpaceId,
  project.coordinationSpaceId,
]

const day = { periodStart: '2041-01-01', periodEnd: '2041-01-31', dueOn: '2041-02-01' }

/** Commands that would change something of what is hidden. */
export function commandsOn(hidden: Hidden): Attempt[] {
  const { rollout, municipalitySpaceId, reportId, rolloutId, project } = hidden
  const onReport = { spaceId: rollout.spaceId, reportId }
  const inDrafts = { spaceId: municipalitySpaceId, reportId }
  const invited = { email: 'intruder@strangers.test', name: 'Intruder', rendition: 'en', seat: 'focalPoint' }
  return [
    ...commandsIn(rollout),
    ...commandsIn(hidden.stage),
    ['reports.saveDraft', { ...inDrafts, changes: [{ field: 'done', value: 'Nothing', base: null }] }],
    ['reports.submit', { ...inDrafts, submissionId: randomUUID() }],
    ['reports.open', { spaceId: rollout.spaceId, reportId: randomUUID(), rolloutId, ...day }],
    ['reports.accept', { ...onReport, submissionId: randomUUID() }],
    ['rollouts.changePhase', { spaceId: rollout.spaceId, rolloutId, phase: 'sustain' }],
    ['indicators.choose', { spaceId: rollout.spaceId, rolloutId, indicatorIds: [] }],
    [
      'invitations.send',
      {
        spaceId: project.coordinationSpaceId,
        invitationId: randomUUID(),
        projectId: project.id,
        organizationId: hidden.officer.organizationId,
        participationId: randomUUID(),
        ...invited,
      },
    ],
    ['organizations.endParticipation', { spaceId: project.coordinationSpaceId, participationId: randomUUID() }],
    [
      'projects.appointCoordinator',
      { spaceId: project.coordinationSpaceId, projectId: project.id, personId: randomUUID() },
    ],
  ]
}

/** What one does in a space that one works in. */
function commandsIn(place: HiddenPlace): Attempt[] {
  const { spaceId, threadId, messageId, columnId, taskId, documentId, fileId } = place
  const words = 'Strangers were here'
  return [
    ['threads.start', { spaceId, threadId: randomUUID(), title: words, subject: { kind: 'space' } }],
    ['threads.post', { spaceId, threadId, messageId: randomUUID(), body: words, fileIds: [] }],
    ['threads.rename', { spaceId, threadId, title: words }],
    ['threads.resolve', { spaceId, threadId }],
    ['threads.edit', { spaceId, threadId, messageId, body: words }],
    ['threads.delete', { spaceId, threadId, messageId }],
    ['boards.addColumn', { spaceId, columnId: randomUUID(), name: words, category: 'todo' }],
    ['boards.changeColumn', { spaceId, columnId, name: words, category: 'done' }],
    ['boards.createTask', { spaceId, taskId: randomUUID(), columnId, title: words }],
    ['boards.moveTask', { spaceId, taskId, columnId, afterTaskId: null }],
    ['boards.editTask', { spaceId, taskId, title: words }],
    ['boards.deleteTask', { spaceId, taskId }],
    ['milestones.add', { spaceId, milestoneId: randomUUID(), name: words, dueOn: '2026-10-01' }],
    ['documents.create', { spaceId, documentId: randomUUID(), title: words }],
    ['documents.rename', { spaceId, documentId, title: words }],
    ['documents.archive', { spaceId, documentId }],
    ['documents.publish', { spaceId, documentId, versionId: randomUUID(), name: '1.0' }],
    ['files.add', { spaceId, fileId: randomUUID(), name: words }],
    ['files.remove', { spaceId, fileId }],
  ]
}

/** An address, and the field of which one comes across there. */
type Place = readonly [address: string, field: string]

function inside({ spaceId, threadId, commentId, taskId, documentId }: HiddenPlace, name: 'rollout' | 'stage'): Place[] {
  const tabs = [
    [`threads/${threadId}`, 'message'],
    [`threads/${commentId}`, 'comment'],
    [`boards?task=${taskId}`, 'description of a task'],
    [`documents/${documentId}`, 'text of a document'],
    ['files', 'name of a file'],
  ]
  return tabs.map(([tab, field]) => [`/spaces/${spaceId}/${tab}`, `${field}, ${name}`])
}

/** Where an officer of the municipality and a partner come across all that is hidden. */
export function placesOf({ rollout, stage, municipalitySpaceId, reportId }: Hidden) {
  const report: Place = [`/spaces/${municipalitySpaceId}/reports/${reportId}`, 'draft of a report: done']
  return { officer: [...inside(rollout, 'rollout'), report], partner: inside(stage, 'stage') }
}

/** Addresses that strangers try: those that they load, and those to which they follow links. */
export function addressesOf(hidden: Hidden): {
  readonly loaded: readonly string[]
  readonly followed: readonly string[]
} {
  const { officer, partner } = placesOf(hidden)
  const isLoaded = ([, field]: Place): boolean => /^(message|text of a document|draft)/.test(field)
  const tabs = ['overview', 'boards', `reports/${hidden.reportId}`, 'people']
  return {
    loaded: officer.filter(isLoaded).map(([address]) => address),
    followed: [
      ...tabs.map((tab) => `/spaces/${hidden.rollout.spaceId}/${tab}`),
      ...[...officer.filter((place) => !isLoaded(place)), ...partner].map(([address]) => address),
    ],
  }
}
