import { randomUUID } from 'node:crypto'
import type { SignedInPerson } from '../people/person.ts'

/** A command as a page hands it in; `content` has to be uploaded before it is sent. */
export type Write = {
  readonly spaceId: string
  readonly name: string
  readonly path: string
  readonly input: Readonly<Record<string, unknown>>
  readonly content?: { readonly fileId: string; readonly text: string }
}

/** Where somebody writes. */
export type Desk = {
  readonly spaceId: string
  readonly threadId: string
  readonly columnId: string
  readonly personId: string
  readonly personalSpaceId: string
}

/** Finds out who somebody is, and which column of the space's board comes first. */
export async function deskOf({ api }: SignedInPerson, spaceId: string, threadId: string): Promise<Desk> {
  const [{ person }, { parts }] = await Promise.all([
    api.sessions.current.query(),
    api.spaces.snapshot.query({ spaceId }),
  ])
  const [columnId] = Object.keys(parts.board.columns)
  if (!person || columnId === undefined) throw new Error('There is nobody here, or no board.')
  return { spaceId, threadId, columnId, personId: person.id, personalSpaceId: person.personalSpaceId }
}

type Maker = (desk: Desk, id: string) => Write

const message: Maker = ({ spaceId, threadId }, messageId) => {
  const input = { spaceId, threadId, messageId, body: `Message ${messageId}`, fileIds: [] }
  return { spaceId, name: 'message.post', path: 'threads.post', input }
}
const task: Maker = ({ spaceId, columnId }, taskId) => {
  const input = { spaceId, taskId, columnId, title: `Task ${taskId}` }
  return { spaceId, name: 'task.create', path: 'boards.createTask', input }
}
const document: Maker = ({ spaceId }, documentId) => {
  const input = { spaceId, documentId, title: `Document ${documentId}` }
  return { spaceId, name: 'document.create', path: 'documents.create', input }
}
const file: Maker = ({ spaceId }, fileId) => {
  const content = { fileId, text: `Content of ${fileId}` }
  return { spaceId, name: 'file.add', path: 'files.add', input: { spaceId, fileId, name: `${fileId}.txt` }, content }
}
/** On two spaces: the person's own and the network's. */
const rename: Maker = ({ personId, personalSpaceId: spaceId }, id) => {
  return { spaceId, name: 'person.rename', path: 'people.rename', input: { spaceId, personId, name: `Name ${id}` } }
}

const makers = [message, task, message, document, task, message, file, message, task, rename] as const

/** What somebody writes as their nth. */
export const nthWrite = (desk: Desk, nth: number): Write => makers[nth % makers.length]!(desk, randomUUID())

/** Brings a file's content to the hub; throws with the code of the refusal, `none` where there was no answer. */
export async function upload({ url, cookie }: SignedInPerson, { spaceId, content }: Write): Promise<void> {
  const answer = await fetch(`${url}/files/${content?.fileId}?spaceId=${spaceId}`, {
    method: 'PUT',
    headers: { cookie, origin: url, 'content-type': 'application/octet-stream' },
    body: content?.text ?? null,
  }).catch(() => undefined)
  if (answer?.ok) return
  const refusal = (await answer?.json().catch(() => undefined)) as { code?: string } | undefined
  throw new Error(refusal?.code ?? 'none')
}
