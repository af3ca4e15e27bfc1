import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { addFile } from './commands/add-file.ts'
import { removeFile, restoreFile } from './commands/remove-file.ts'
import { fetchableFile } from './files.queries.ts'

describe('files on the database', () => {
  let hub: TestHub
  let member: string
  let other: string
  let stranger: string
  let spaceId: string

  beforeAll(async () => {
    hub = await testHub()
    member = await hub.person('Member')
    other = await hub.person('Other')
    stranger = await hub.person('Stranger')
    spaceId = await hub.space('rollout', { [member]: 'reporter', [other]: 'editor' })
  })
  afterAll(() => hub.close())

  const uploaded = async (personId: string) => {
    const id = randomUUID()
    const row = {
      id,
      space_id: spaceId,
      person_id: personId,
      type: 'image/png',
      size: 3,
      sha256: 'ab',
      at: new Date().toISOString(),
    }
    await hub.db.insertInto('upload').values(row).execute()
    return id
  }

  it('keeps snapshot and events equal for every command', async () => {
    const fileId = await uploaded(member)
    await expectSynced(hub, spaceId, () => hub.run(addFile, member, { spaceId, fileId, name: 'Photo.png' }))
    await expectSynced(hub, spaceId, () => hub.run(removeFile, member, { spaceId, fileId }))
    expect(await fetchableFile(hub.kernel.reads, member, fileId)).toBeUndefined()
    await expectSynced(hub, spaceId, () => hub.run(restoreFile, member, { spaceId, fileId }))
    expect(await fetchableFile(hub.kernel.reads, other, fileId)).toMatchObject({ name: 'Photo.png' })
    expect(await fetchableFile(hub.kernel.reads, stranger, fileId)).toBeUndefined()
  })

  it('takes nobody else’s upload', async () => {
    const fileId = await uploaded(member)
    const add = hub.run(addFile, other, { spaceId, fileId, name: 'Photo.png' })
    await expect(add).rejects.toMatchObject({ code: 'notFound', details: {} })
  })
})
