import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { maxFileSize } from '@kolo/domain/files/files'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Disk } from 'flydrive'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addFile } from '../../features/files/commands/add-file.ts'
import { removeFile } from '../../features/files/commands/remove-file.ts'
import { type TestHub, testHub } from '../../testing/hub.ts'
import { fileStore, serveFiles } from './files.ts'

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

describe('files over HTTP', () => {
  let hub: TestHub
  let app: FastifyInstance
  let folder: string
  let disk: Disk
  let owner: string
  let member: string
  let stranger: string
  let spaceId: string

  beforeAll(async () => {
    hub = await testHub()
    folder = await mkdtemp(join(tmpdir(), 'kolo-files-'))
    owner = await hub.person('Owner')
    member = await hub.person('Member')
    stranger = await hub.person('Stranger')
    spaceId = await hub.space('stage', { [owner]: 'editor', [member]: 'reader' })
    disk = fileStore(folder)
    app = Fastify()
    await serveFiles(app, {
      db: hub.db,
      disk,
      authenticate: async ({ headers }) => {
        const personId = headers['x-person']
        return typeof personId === 'string' ? { personId } : undefined
      },
    })
  })
  afterAll(async () => {
    await app.close()
    await hub.close()
    await rm(folder, { recursive: true, force: true })
  })

  const as = (personId: string | undefined) => (personId === undefined ? {} : { 'x-person': personId })
  const put = (personId: string | undefined, fileId: string, body: Buffer | Readable, space = spaceId) =>
    app.inject({
      method: 'PUT',
      url: `/files/${fileId}?spaceId=${space}`,
      headers: { ...as(personId), 'content-type': 'application/octet-stream' },
      payload: body,
    })
  const get = (personId: string | undefined, fileId: string) =>
    app.inject({ method: 'GET', url: `/files/${fileId}`, headers: as(personId) })
  const stored = async (name: string, body: Buffer) => {
    const fileId = randomUUID()
    expect((await put(owner, fileId, body)).statusCode).toBe(200)
    await hub.run(addFile, owner, { spaceId, fileId, name })
    return fileId
  }

  const expectNothingOf = async (fileId: string) => {
    expect(await hub.db.selectFrom('upload').select('id').where('id', '=', fileId).execute()).toEqual([])
    expect(existsSync(join(folder, fileId.slice(-2), fileId))).toBe(false)
    expect(await readdir(join(folder, 'parts'))).toEqual([])
  }

  it('gives members back what was sent, byte by byte', async () => {
    const body = Buffer.concat([png, Buffer.alloc(200_000, 7)])
    const fileId = await stored('Слика ž.png', body)
    const answer = await get(member, fileId)
    expect(answer.statusCode).toBe(200)
    expect(answer.rawPayload.equals(body)).toBe(true)
    expect(answer.headers['content-type']).toBe('image/png')
    expect(answer.headers['content-disposition']).toBe(`inline; filename*=UTF-8''${encodeURIComponent('Слика ž.png')}`)
  })

  it('gives a stranger the answer of what is absent, for reading and for writing', async () => {
    const fileId = await stored('plan.png', png)
    const [foreign, absent] = [await get(stranger, fileId), await get(stranger, randomUUID())]
    expect([foreign.statusCode, foreign.body]).toEqual([404, absent.body])
    const [there, nowhere] = [
      await put(stranger, randomUUID(), png),
      await put(stranger, randomUUID(), png, randomUUID()),
    ]
    expect([there.statusCode, there.body]).toEqual([nowhere.statusCode, nowhere.body])
    expect(there.statusCode).toBe(404)
    expect((await get(undefined, fileId)).statusCode).toBe(401)
    expect((await put(undefined, randomUUID(), png)).statusCode).toBe(401)
  })

  it('is asked for each file each time, and sends again what has come already to nobody', async () => {
    const leaver = await hub.person('Leaver')
    const of = { space_id: spaceId, person_id: leaver }
    await hub.db
      .insertInto('space_member')
      .values({ ...of, role: 'reader', via: 'test' })
      .execute()
    const fileId = await stored('plan.png', png)
    const { headers } = await get(leaver, fileId)
    expect(headers['cache-control']).toBe('private, no-cache')
    const again = () =>
      app.inject({ url: `/files/${fileId}`, headers: { ...as(leaver), 'if-none-match': String(headers['etag']) } })
    const known = await again()
    expect([known.statusCode, known.body]).toEqual([304, ''])
    await hub.db.deleteFrom('space_member').where('space_id', '=', spaceId).where('person_id', '=', leaver).execute()
    expect((await again()).statusCode).toBe(404)
  })

  it('shows an upload to nobody before it is added, nor after it was removed', async () => {
    const fileId = randomUUID()
    await put(owner, fileId, png)
    expect((await get(owner, fileId)).statusCode).toBe(404)
    await hub.run(addFile, owner, { spaceId, fileId, name: 'a.png' })
    expect((await get(member, fileId)).statusCode).toBe(200)
    await hub.run(removeFile, owner, { spaceId, fileId })
    expect((await get(member, fileId)).statusCode).toBe(404)
  })

  it('takes the same upload twice, and no other under its id', async () => {
    const fileId = randomUUID()
    const first = await put(owner, fileId, png)
    const again = await put(owner, fileId, Buffer.from('something else'))
    expect([again.statusCode, again.json()]).toEqual([200, first.json()])
    expect((await put(member, fileId, png)).statusCode).toBe(404)
    await hub.run(addFile, owner, { spaceId, fileId, name: 'a.png' })
    expect((await get(member, fileId)).rawPayload.equals(png)).toBe(true)
  })

  it('keeps the first of two uploads under one id for good, however late the other ends', async () => {
    const fileId = randomUUID()
    const slow = new Readable({ read: () => undefined })
    const other = put(owner, fileId, slow)
    slow.push('something ')
    await vi.waitFor(async () => expect(await readdir(join(folder, 'parts'))).toHaveLength(1))
    const first = await put(owner, fileId, png)
    await hub.run(addFile, owner, { spaceId, fileId, name: 'a.png' })
    slow.push('else')
    slow.push(null)
    expect((await other).json()).toEqual(first.json())
    expect((await get(member, fileId)).rawPayload.equals(png)).toBe(true)
    expect(await readdir(join(folder, 'parts'))).toEqual([])
  })

  it('refuses what is too large, said beforehand or not, and keeps nothing of it', async () => {
    const half = Buffer.alloc(maxFileSize / 2 + 1)
    for (const body of [Buffer.concat([half, half]), Readable.from([half, half])]) {
      const fileId = randomUUID()
      const answer = await put(owner, fileId, body)
      expect([answer.statusCode, answer.json()]).toEqual([413, { code: 'tooLarge', details: { limit: maxFileSize } }])
      await expectNothingOf(fileId)
    }
  })

  it('keeps nothing of what broke off, and takes a second try under the same id whole', async () => {
    const fileId = randomUUID()
    const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
    const line = connect(Number(port), '127.0.0.1')
    line.write(
      [
        `PUT /files/${fileId}?spaceId=${spaceId} HTTP/1.1`,
        'host: kolo.test',
        `x-person: ${owner}`,
        'content-type: application/octet-stream',
        'content-length: 200000\r\n\r\n',
      ].join('\r\n'),
    )
    line.write(Buffer.alloc(100_000, 1))
    await vi.waitFor(async () => expect(await readdir(join(folder, 'parts'))).toHaveLength(1))
    line.destroy()
    await vi.waitFor(() => expectNothingOf(fileId))
    const body = Buffer.concat([png, Buffer.alloc(100_000, 2)])
    expect((await put(owner, fileId, body)).statusCode).toBe(200)
    await hub.run(addFile, owner, { spaceId, fileId, name: 'a.png' })
    expect((await get(member, fileId)).rawPayload.equals(body)).toBe(true)
  })

  it('says that the disk is full, keeps nothing, and takes the same file once there is room', async () => {
    const fileId = randomUUID()
    const body = Buffer.alloc(300_000, 3)
    const { driver } = disk
    const putStream = driver.putStream.bind(driver)
    const full = vi.spyOn(driver, 'putStream').mockImplementation(async (key, contents, options) => {
      if (!existsSync('/dev/full')) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
      await mkdir(join(folder, 'parts'), { recursive: true })
      await symlink('/dev/full', join(folder, key))
      return putStream(key, contents, options)
    })
    for (const payload of [body, Readable.from([body, body])]) {
      const answer = await put(owner, fileId, payload)
      expect([answer.statusCode, answer.json()]).toEqual([
        503,
        { code: 'unavailable', details: { reason: 'diskFull' } },
      ])
      await expectNothingOf(fileId)
    }
    full.mockRestore()
    expect((await put(owner, fileId, body)).statusCode).toBe(200)
    await hub.run(addFile, owner, { spaceId, fileId, name: 'a.bin' })
    expect((await get(member, fileId)).rawPayload.equals(body)).toBe(true)
  })

  it('refuses names and ids that lead elsewhere', async () => {
    for (const name of ['../../etc/passwd', 'a/b', 'a\\b', '..', '.', 'a\u202Egnp.exe', 'a\nb']) {
      const fileId = randomUUID()
      await put(owner, fileId, png)
      expect(() => addFile.input.parse({ spaceId, fileId, name })).toThrow()
    }
    for (const id of ['..%2F..%2Fetc%2Fpasswd', '%2e%2e', 'x']) {
      const answer = await app.inject({
        method: 'PUT',
        url: `/files/${id}?spaceId=${spaceId}`,
        headers: { ...as(owner), 'content-type': 'application/octet-stream' },
        payload: png,
      })
      expect(answer.statusCode).toBe(404)
    }
    const outside = (await readdir(folder)).filter((name) => !/^([0-9a-f]{2}|parts)$/.test(name))
    expect(outside).toEqual([])
  })

  it.each([
    ['picture.svg', script],
    ['page.html', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['really.png', Buffer.from('<html><script>alert(1)</script></html>')],
    ['polyglot.gif', Buffer.from('GIF9<script>alert(1)</script>')],
  ])('offers %s for download only, inert', async (name, body) => {
    const answer = await get(member, await stored(name, body))
    expect(answer.headers['content-disposition']).toMatch(/^attachment;/)
    expect(answer.headers['content-type']).toBe('application/octet-stream')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  })

  it('takes an empty file as it is', async () => {
    const answer = await put(owner, randomUUID(), Buffer.alloc(0))
    expect([answer.statusCode, answer.json()]).toMatchObject([200, { size: 0 }])
  })
})
