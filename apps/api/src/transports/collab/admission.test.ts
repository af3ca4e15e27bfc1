import { randomUUID } from 'node:crypto'
import { schemaVersion } from '@kolo/editor'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDocument } from '../../features/documents/commands/create-document.ts'
import { type TestHub, testHub } from '../../testing/hub.ts'
import { admit } from './admission.ts'

describe('coming into a document', () => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await testHub()
  })
  afterAll(() => hub.close())

  it('[SYN42] is for the person whose page it is, not for whoever is signed in by now', async () => {
    const [one, other] = [await hub.person(), await hub.person()]
    const spaceId = await hub.space('stage', { [one]: 'editor', [other]: 'editor' })
    const documentId = randomUUID()
    await hub.run(createDocument, one, { spaceId, documentId, title: 'Design' })
    const asking = (token: string) => admit(hub.kernel.reads, { personId: one, documentId, token })
    expect(await asking(`${schemaVersion} ${other}`)).toBe(undefined)
    for (const token of [`${schemaVersion} ${one}`, `${schemaVersion}`])
      expect(await asking(token)).toMatchObject({ readOnly: false, outdated: false })
    expect(await asking(`${schemaVersion - 1} ${one}`)).toMatchObject({ readOnly: true, outdated: true })
  })
})
