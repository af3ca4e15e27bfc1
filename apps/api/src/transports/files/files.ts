import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { idSchema } from '@kolo/domain/core/ids'
import { DomainError, notFound } from '@kolo/domain/core/errors'
import { strongest } from '@kolo/domain/core/roles'
import { maxFileSize } from '@kolo/domain/files/files'
import { can } from '@kolo/domain/files/files.policy'
import type { Database } from '@kolo/database'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { fetchableFile } from '../../features/files/files.queries.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { answered } from '../http/answered.ts'
import { contentType, isShowable } from './content-type.ts'

/** Where content lies: a folder, two levels by the end of the id. */
export function fileStore(folder: string): Disk {
  return new Disk(new Folder({ location: folder, visibility: 'private' }))
}

/** A folder that says why it can't be written to, and has on the disk what it was given. */
class Folder extends FSDriver {
  readonly #placeOf = async (key: string): Promise<string> => {
    const place = join(String(this.options.location), key)
    await mkdir(dirname(place), { recursive: true })
    return place
  }
  /** The usual one says *aborted* of a full disk. */
  override async putStream(key: string, contents: Readable): Promise<void> {
    await writeFile(await this.#placeOf(key), contents, { flush: true })
  }
  /** By renaming: whole or not at all, and without room for a second copy. */
  override async move(source: string, destination: string): Promise<void> {
    await rename(await this.#placeOf(source), await this.#placeOf(destination))
  }
}

/** Where a file's bytes lie in the store. */
export const fileKey = (fileId: string): string => `${fileId.slice(-2)}/${fileId}`

type Options = {
  readonly db: Kysely<Database>
  readonly disk: Disk
  readonly authenticate: (request: FastifyRequest) => Promise<{ personId: string } | undefined>
}

/** PUT /files/:id?spaceId=… takes an upload (a stream of bytes), GET /files/:id gives a file to members of its space. */
export async function serveFiles(app: FastifyInstance, options: Options): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // The body stays a stream: an upload never lies in memory whole.
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.put('/files/:id', { bodyLimit: maxFileSize }, (request, reply) =>
      answered(reply, () => receive(options, request)),
    )
    scope.get('/files/:id', (request, reply) => answered(reply, () => send(options, request, reply)))
  })
}

async function whoAsks(options: Options, request: FastifyRequest): Promise<string> {
  const person = await options.authenticate(request)
  if (!person) throw new DomainError('unauthenticated')
  return person.personId
}

function idIn(request: FastifyRequest): string {
  const id = idSchema.safeParse((request.params as { id?: string }).id)
  if (!id.success) throw notFound()
  return id.data
}

async function receive(
  { db, disk, ...options }: Options,
  request: FastifyRequest,
): Promise<{ size: number; type: string }> {
  const personId = await whoAsks({ db, disk, ...options }, request)
  const fileId = idIn(request)
  const asked = z.object({ spaceId: idSchema }).safeParse(request.query)
  if (!asked.success) throw notFound()
  const { spaceId } = asked.data
  const held = await db
    .selectFrom('space_member')
    .select('role')
    .where('space_id', '=', spaceId)
    .where('person_id', '=', personId)
    .execute()
  if (!can.add({ personId, role: strongest(held.map(({ role }) => role)) })) throw notFound()
  const owner = { id: fileId, space_id: spaceId, person_id: personId }
  const known = await knownUpload(db, owner)
  if (known) return known
  if (Number(request.headers['content-length'] ?? 0) > maxFileSize) throw tooLarge()
  const { part, ...facts } = await takeIn(disk, request.body as Readable)
  if (await keep(db, disk, { ...owner, ...facts }, part)) return { size: facts.size, type: facts.type }
  const first = await knownUpload(db, owner)
  if (!first) throw new DomainError('unavailable')
  return first
}

type Owner = { readonly id: string; readonly space_id: string; readonly person_id: string }

/** What is kept under the id already: the answer to a first try may have been lost on the line. */
async function knownUpload(db: Kysely<Database>, owner: Owner): Promise<{ size: number; type: string } | undefined> {
  const known = await db
    .selectFrom('upload')
    .select(['person_id', 'space_id', 'size', 'type'])
    .where('id', '=', owner.id)
    .executeTakeFirst()
  if (!known) return undefined
  if (known.person_id !== owner.person_id || known.space_id !== owner.space_id) throw notFound()
  return { size: known.size, type: known.type }
}

type Facts = { readonly size: number; readonly type: string; readonly sha256: string }

/**
 * Puts what came in to its place, for whoever comes first under an id, for good: the row is taken before the content is
 * moved, so that a slow second upload never replaces what others have seen meanwhile. False where somebody was first.
 */
async function keep(db: Kysely<Database>, disk: Disk, upload: Owner & Facts, part: string): Promise<boolean> {
  try {
    return await db.transaction().execute(async (tx) => {
      const taken = await tx
        .insertInto('upload')
        .values({ ...upload, at: new Date().toISOString() })
        .onConflict((clash) => clash.column('id').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (taken) await disk.move(part, fileKey(upload.id))
      return taken !== undefined
    })
  } finally {
    await disk.delete(part).catch(() => undefined)
  }
}

/** Takes a body into a place of its own. */
async function takeIn(disk: Disk, body: Readable): Promise<Facts & { readonly part: string }> {
  const hash = createHash('sha256')
  let size = 0
  let head = Buffer.alloc(0)
  let problem: DomainError | undefined
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > maxFileSize) {
        breakOff(tooLarge())
        return done()
      }
      if (head.length < 16) head = Buffer.concat([head, chunk]).subarray(0, 16)
      hash.update(chunk)
      return done(null, chunk)
    },
  })
  // The disk never hears of an error: it would answer at once and go on writing behind our back. What breaks off ends
  // early, in a place of its own, and is taken away: a second try under the same id can't meet the first.
  const breakOff = (reason: DomainError): void => {
    problem ??= reason
    body.unpipe(measured)
    measured.end()
  }
  body.once('error', () => breakOff(new DomainError('unavailable')))
  body.once('close', () => body.readableEnded || breakOff(new DomainError('unavailable')))
  const part = `parts/${randomUUID()}`
  try {
    await disk.putStream(part, body.pipe(measured))
    if (problem) throw problem
  } catch (error) {
    await disk.delete(part).catch(() => undefined)
    throw error
  }
  return { part, size, type: contentType(head), sha256: hash.digest('hex') }
}

const tooLarge = (): DomainError => new DomainError('tooLarge', { limit: maxFileSize })

async function send({ db, disk, ...options }: Options, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const personId = await whoAsks({ db, disk, ...options }, request)
  const file = await fetchableFile(db as unknown as Reads, personId, idIn(request))
  if (!file) throw notFound()
  // Asked about each time: whoever has left, or signed out, finds nothing in the browser's cache. Content never changes.
  const etag = `"${file.id}"`
  void reply.header('cache-control', 'private, no-cache').header('etag', etag)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  const disposition = isShowable(file.type) ? 'inline' : 'attachment'
  return reply
    .header('content-type', file.type)
    .header('content-length', file.size)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .send(await disk.getStream(fileKey(file.id)))
}
