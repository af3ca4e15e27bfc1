import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDocument } from '../../features/documents/commands/create-document.ts'
import { collabServer, writer } from '../../testing/collab.ts'
import { type TestHub, testHub } from '../../testing/hub.ts'

const patience = { timeout: 30_000, interval: 1 }
const keystrokes = 100

let hub: TestHub
beforeAll(async () => {
  hub = await testHub()
})
afterAll(() => hub.close())

it('a stretch of typing is one event in the log of the space, however many keystrokes and people it has', async () => {
  // Quiet for so long never comes: the stretch ends with the server.
  const server = await collabServer({ kernel: hub.kernel, pool: hub.pool, quiet: 600_000 })
  const [editor, partner] = [await hub.person('Milica'), await hub.person('Nino')]
  const spaceId = await hub.space('stage', { [editor]: 'editor', [partner]: 'editor' })
  const documentId = randomUUID()
  await hub.run(createDocument, editor, { spaceId, documentId, title: 'Note' })
  const [{ seq: head } = { seq: 0 }] = (await hub.eventsAfter(spaceId, 0)).slice(-1)
  const writers = [editor, partner].map((personId) => writer(server.url, { personId, documentId }))
  await expect.poll(() => writers.every((each) => each.saved()), patience).toBe(true)
  for (let stroke = 0; stroke < keystrokes; stroke += 1) {
    const each = writers[stroke % writers.length]!
    each.type(`${stroke}`)
    each.provider.awareness?.setLocalStateField('cursor', { anchor: stroke, head: stroke })
  }
  await expect.poll(() => writers.every((each) => each.saved()), patience).toBe(true)
  const { last_number } = await hub.db
    .selectFrom('document_log')
    .select('last_number')
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow()
  expect(last_number).toBe(keystrokes)
  expect(await hub.eventsAfter(spaceId, head)).toEqual([])
  for (const each of writers) each.leave()
  await server.close()
  expect(await hub.eventsAfter(spaceId, head)).toMatchObject([
    { type: 'document.revised', payload: { documentId, number: keystrokes } },
  ])
})
