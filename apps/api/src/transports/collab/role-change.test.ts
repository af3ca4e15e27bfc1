import { randomUUID } from 'node:crypto'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import { toJson } from '@kolo/editor'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDocument } from '../../features/documents/commands/create-document.ts'
import { loadText } from '../../features/documents/document-text.ts'
import { fillSeat, vacateSeat } from '../../features/organizations/commands/fill-seat.ts'
import { type CollabServer, collabServer, type Writer, writer } from '../../testing/collab.ts'
import { type TestHub, testHub } from '../../testing/hub.ts'
import { takingPart, testProject } from '../../testing/project.ts'

const patience = { timeout: 30_000, interval: 10 }

describe('a role that changes while a document is open', () => {
  let hub: TestHub
  let server: CollabServer
  const open: Writer[] = []
  beforeAll(async () => {
    hub = await testHub()
    server = await collabServer({ kernel: hub.kernel, pool: hub.pool })
  })
  afterAll(async () => {
    for (const each of open) each.leave()
    await server.close()
    await hub.close()
  })

  const enter = async (personId: string, documentId: string) => {
    const entered = writer(server.url, { personId, documentId })
    open.push(entered)
    await expect.poll(() => entered.saved(), patience).toBe(true)
    return entered
  }
  const storedText = async (documentId: string) => {
    const ydoc = new Y.Doc()
    await loadText(hub.kernel.reads, documentId, ydoc)
    return JSON.stringify(toJson(ydoc))
  }
  const scope = ({ provider }: Writer) => provider.authorizedScope

  it('[SYN31] lets an editor who is a reader by now read on at once, with their caret, and store nothing more; and back', async () => {
    const { projectId, commonsSpaceId: spaceId } = await testProject(hub)
    const town = await takingPart(hub, projectId, { kind: 'municipality' })
    const partner = await takingPart(hub, projectId, { kind: 'partner' })
    const [personId, other] = [town.people[0]!, partner.people[0]!]
    const seat = {
      spaceId: hub.networkSpaceId,
      organizationId: partner.organizationId,
      personId,
      seat: 'focalPoint' as const,
    }
    await hub.run(fillSeat, SYSTEM_ACTOR_ID, seat)
    const documentId = randomUUID()
    await hub.run(createDocument, other, { spaceId, documentId, title: 'Note' })
    const [one, two] = [await enter(personId, documentId), await enter(other, documentId)]
    expect([scope(one), scope(two)]).toEqual(['read-write', 'read-write'])
    one.type('As an editor')
    await expect.poll(() => two.text(), patience).toContain('As an editor')
    const lost = new Promise((resolve) => one.provider.on('close', resolve))

    await hub.run(vacateSeat, SYSTEM_ACTOR_ID, seat)
    await lost
    one.type('Too late')
    await expect.poll(() => one.provider.synced && scope(one), patience).toBe('readonly')
    const caret = () => two.provider.awareness?.getStates().get(one.ydoc.clientID)
    one.provider.awareness?.setLocalStateField('cursor', { anchor: 1, head: 1 })
    await expect.poll(caret, patience).toMatchObject({ user: { personId }, cursor: { anchor: 1 } })
    two.type('Still read')
    await expect.poll(() => one.text(), patience).toContain('Still read')
    expect(scope(two)).toBe('read-write')
    expect(one.saved()).toBe(false)
    expect(two.text()).not.toContain('Too late')
    expect(await storedText(documentId)).not.toContain('Too late')

    await hub.run(fillSeat, SYSTEM_ACTOR_ID, seat)
    // What was kept in the browser meanwhile is theirs to write again.
    await expect.poll(() => two.text(), patience).toContain('Too late')
  })
})
