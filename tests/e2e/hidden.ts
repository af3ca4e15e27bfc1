import { randomUUID } from 'node:crypto'
import { demoId } from '@kolo/api/testing'
import { vi } from 'vitest'
import { editorOf } from '../people/editor.ts'
import { signIn } from '../people/person.ts'
import { callOrThrow } from '../security/calls.ts'
import { registeredProcedures } from '../security/world.ts'

/** Words that stand in one private field, such as “message, rollout”. */
export type Canary = { readonly field: string; readonly words: string }

/** Somebody of the demo network who works through the procedures of the hub. */
export type Insider = {
  readonly url: string
  readonly cookie: string
  make<Answer>(path: string, input: unknown): Promise<Answer>
}

/** A space and what was put into it. */
export type HiddenPlace = {
  readonly spaceId: string
  readonly threadId: string
  readonly messageId: string
  readonly columnId: string
  readonly taskId: string
  readonly documentId: string
  readonly commentId: string
  readonly fileId: string
}

/** What strangers must not come across: the words, and where they are. */
export type Hidden = {
  readonly canaries: readonly Canary[]
  readonly rollout: HiddenPlace
  readonly stage: HiddenPlace
  readonly municipalitySpaceId: string
  readonly reportId: string
  readonly rolloutId: string
  /** What the rollout reports, among others. */
  readonly indicatorId: string
  /** A version of the rollout's document, for the people of the rollout alone. */
  readonly versionId: string
  readonly municipalityId: string
  readonly insiders: Insiders
  /** Of the officer who wrote most of it, and of the officer's municipality. */
  readonly officer: { readonly personId: string; readonly organizationId: string }
  readonly project: {
    readonly id: string
    readonly slug: string
    readonly name: string
    readonly shortName: string
    readonly commonsSpaceId: string
    readonly coordinationSpaceId: string
  }
  /** A version of the stage that is published, for everybody who takes part in the project. */
  readonly published: Canary & { readonly versionId: string }
}

/** Those who may read and write what is hidden. */
export type Insiders = { readonly coordinator: Insider; readonly partner: Insider; readonly officer: Insider }

export const rolloutTitle = 'Communal problem reporting · Inđija'
const stageTitle = 'Research design'
const procedures = registeredProcedures()

/** Signs one of the demo's accounts in. */
export async function insider(url: string, account: string): Promise<Insider> {
  const { cookie } = await signIn(url, `${account}@demo.kolo.test`)
  return {
    url,
    cookie,
    make: async <Answer>(path: string, input: unknown) => {
      const procedure = procedures.get(path)
      if (!procedure) throw new Error(`There is no ${path}.`)
      return (await callOrThrow(url, cookie, procedure, input)) as Answer
    },
  }
}

type Put = (field: string) => string

/** Puts words into every private field of a rollout with its report, and of a stage that isn't opened to municipalities. */
export async function hide(url: string): Promise<Hidden> {
  const coordinator = await insider(url, 'coordinator')
  const partner = await insider(url, 'partner-serbia')
  const officer = await insider(url, 'officer-indjija')
  const canaries: Canary[] = []
  const put: Put = (field) => {
    const words = `canary-${randomUUID()}`
    canaries.push({ field, words })
    return words
  }
  const [project] = await coordinator.make<Omit<Hidden['project'], 'coordinationSpaceId'>[]>('projects.mine', {})
  const navigation = await coordinator.make<Navigation>('projects.navigation', { projectId: project!.id })
  const rollout = navigation.rollouts.find(({ title }) => title === rolloutTitle)!
  const stage = navigation.stages.find(({ name }) => name === stageTitle)!
  const reports = await officer.make<ReportToWrite[]>('reports.mine', {})
  const { reportId, municipalitySpaceId } = reports.find(({ rolloutSpaceId }) => rolloutSpaceId === rollout.spaceId)!
  const changes = (['done', 'blockedBy', 'helpNeeded', 'nextSteps'] as const).map((field) => ({
    field,
    value: put(`draft of a report: ${field}`),
    base: null,
  }))
  await officer.make('reports.saveDraft', { spaceId: municipalitySpaceId, reportId, changes })
  const inRollout = await fill(officer, rollout.spaceId, (field) => put(`${field}, rollout`))
  const inStage = await fill(partner, stage.spaceId, (field) => put(`${field}, stage`))
  const published = { field: 'published version', words: `published-${randomUUID()}` }
  const open = await write(partner, stage.spaceId, 'For the whole project', published.words)
  return {
    canaries,
    rollout: inRollout,
    stage: inStage,
    municipalitySpaceId,
    reportId,
    rolloutId: rollout.id,
    indicatorId: await indicatorOf(coordinator, project!.id, rollout.id),
    versionId: await publish(officer, rollout.spaceId, inRollout.documentId),
    municipalityId: rollout.municipalityId,
    insiders: { coordinator, partner, officer },
    officer: { personId: demoId('person officer-indjija'), organizationId: demoId('organization indjija') },
    project: { ...project!, coordinationSpaceId: navigation.coordinationSpaceId },
    published: { ...published, versionId: await publish(partner, stage.spaceId, open) },
  }
}

/** An indicator of which the rollout has reported something. */
async function indicatorOf(by: Insider, projectId: string, rolloutId: string): Promise<string> {
  const known = await by.make<Overview>('indicators.overview', { projectId })
  const reported = known.find(({ sources }) => sources.some((source) => source.rolloutId === rolloutId))
  if (!reported) throw new Error('The rollout has reported nothing.')
  return reported.indicator.id
}

type Overview = readonly {
  readonly indicator: { readonly id: string }
  readonly sources: readonly { readonly rolloutId: string }[]
}[]

type Navigation = {
  readonly coordinationSpaceId: string
  readonly rollouts: readonly {
    readonly id: string
    readonly title: string
    readonly spaceId: string
    readonly municipalityId: string
  }[]
  readonly stages: readonly { readonly name: string; readonly spaceId: string }[]
}
type ReportToWrite = {
  readonly reportId: string
  readonly rolloutSpaceId: string
  readonly municipalitySpaceId: string
}

/** Discusses, plans, writes and attaches in a space, each with words that nobody else knows. */
async function fill(by: Insider, spaceId: string, put: Put): Promise<HiddenPlace> {
  const [threadId, messageId, taskId] = [randomUUID(), randomUUID(), randomUUID()]
  await by.make('threads.start', { spaceId, threadId, title: put('title of a thread'), subject: { kind: 'space' } })
  await by.make('threads.post', { spaceId, threadId, messageId, body: put('message'), fileIds: [] })

  const { parts } = await by.make<Snapshot>('spaces.snapshot', { spaceId })
  const columnId = Object.keys(parts.board.columns)[0]!
  await by.make('boards.createTask', { spaceId, taskId, columnId, title: put('title of a task') })
  await by.make('boards.editTask', { spaceId, taskId, description: put('description of a task') })

  const documentId = await write(by, spaceId, put('title of a document'), put('text of a document'))
  const commentId = randomUUID()
  const subject = { kind: 'passage', documentId, anchor: 'AAAA', quote: put('passage of a document') }
  await by.make('threads.start', { spaceId, threadId: commentId, title: put('title of a comment'), subject })
  const comment = { spaceId, threadId: commentId, messageId: randomUUID(), fileIds: [] }
  await by.make('threads.post', { ...comment, body: put('comment') })

  const fileId = await attach(by, spaceId, put('name of a file'), put('content of a file'))
  return { spaceId, threadId, messageId, columnId, taskId, documentId, commentId, fileId }
}

type Snapshot = { readonly parts: { readonly board: { readonly columns: Readonly<Record<string, unknown>> } } }

/** Creates a document and types into it; resolves when the words are stored. */
async function write(by: Insider, spaceId: string, title: string, words: string): Promise<string> {
  const documentId = randomUUID()
  await by.make('documents.create', { spaceId, documentId, title })
  const editor = editorOf(by.url, by.cookie, documentId)
  const stored = () => vi.waitUntil(() => editor.saved(), { timeout: 20_000 })
  await stored()
  editor.write(words)
  await stored()
  editor.close()
  return documentId
}

async function publish(by: Insider, spaceId: string, documentId: string): Promise<string> {
  const versionId = randomUUID()
  await by.make('documents.publish', { spaceId, documentId, versionId, name: '1.0' })
  return versionId
}

async function attach(by: Insider, spaceId: string, name: string, content: string): Promise<string> {
  const fileId = randomUUID()
  const response = await fetch(`${by.url}/files/${fileId}?spaceId=${spaceId}`, {
    method: 'PUT',
    headers: { origin: by.url, cookie: by.cookie, 'content-type': 'application/octet-stream' },
    body: content,
  })
  if (!response.ok) throw new Error(`The upload answered ${response.status}.`)
  await by.make('files.add', { spaceId, fileId, name: `${name}.txt` })
  return fileId
}

type Position = { readonly by: Insider; readonly spaceId: string; readonly epoch: string; readonly seq: number }

/** Where the logs of the hidden spaces stand. */
export function positionsOf({ insiders, rollout, stage, ...hidden }: Hidden): Promise<Position[]> {
  const at = async (by: Insider, spaceId: string): Promise<Position> => ({
    by,
    spaceId,
    ...(await by.make<Pick<Position, 'epoch' | 'seq'>>('spaces.snapshot', { spaceId })),
  })
  return Promise.all([
    at(insiders.officer, rollout.spaceId),
    at(insiders.officer, hidden.municipalitySpaceId),
    at(insiders.partner, stage.spaceId),
    at(insiders.coordinator, hidden.project.coordinationSpaceId),
  ])
}

/** What happened since, but for edits of documents, of which the server tells when it likes. */
export async function eventsSince(positions: readonly Position[]): Promise<string[]> {
  const logs = await Promise.all(
    positions.map(({ by, spaceId, epoch, seq }) =>
      by.make<{ events: { type: string }[] }>('spaces.events', { spaceId, epoch, after: seq }),
    ),
  )
  return logs.flatMap(({ events }) => events.map(({ type }) => type)).filter((type) => type !== 'document.revised')
}
