import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { toJson } from '@kolo/editor'
import type { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDocument } from '../../features/documents/commands/create-document.ts'
import { loadText } from '../../features/documents/document-text.ts'
import { collabServer, type Writer, writer } from '../../testing/collab.ts'
import { type TestHub, testHub } from '../../testing/hub.ts'

const patience = { timeout: 30_000, interval: 5 }
const rounds = 5

describe('what is acknowledged is stored', () => {
  let hub: TestHub
  let editor: string
  let spaceId: string
  const open: Writer[] = []

  beforeAll(async () => {
    hub = await testHub()
    editor = await hub.person('Milica')
    spaceId = await hub.space('stage', { [editor]: 'editor' })
  })
  afterEach(() => {
    for (const each of open.splice(0)) each.leave()
  })
  afterAll(() => hub.close())

  const created = async () => {
    const documentId = randomUUID()
    await hub.run(createDocument, editor, { spaceId, documentId, title: 'Note' })
    return documentId
  }
  const enter = (url: string, documentId: string) => {
    const entered = writer(url, { personId: editor, documentId })
    open.push(entered)
    return entered
  }
  const storedText = async (documentId: string) => {
    const ydoc = new Y.Doc()
    await loadText(hub.kernel.reads, documentId, ydoc)
    return JSON.stringify(toJson(ydoc))
  }

  it('while the database refuses, nothing is acknowledged or sent on; afterwards everything is', async () => {
    const documentId = await created()
    const disk = failingDisk(hub.pool)
    const failures: unknown[] = []
    const server = await collabServer({ kernel: hub.kernel, pool: disk.pool, onError: (error) => failures.push(error) })
    const [one, two] = [enter(server.url, documentId), enter(server.url, documentId)]
    await expect.poll(() => one.saved() && two.saved(), patience).toBe(true)
    disk.full = true
    one.type('Kept in the browser')
    await expect.poll(() => failures.length, patience).toBeGreaterThan(2)
    expect(one.saved()).toBe(false)
    expect(two.text()).not.toContain('Kept')
    expect(await storedText(documentId)).not.toContain('Kept')
    disk.full = false
    await expect.poll(() => one.saved() && two.text().includes('Kept'), patience).toBe(true)
    expect(await storedText(documentId)).toContain('Kept in the browser')
    for (const each of open.splice(0)) each.leave()
    await server.close()
  })

  it('the last editor leaves while the database refuses: what was acknowledged stays, what was not isn’t shown as stored', async () => {
    const documentId = await created()
    const disk = failingDisk(hub.pool)
    const failures: unknown[] = []
    const server = await collabServer({ kernel: hub.kernel, pool: disk.pool, onError: (error) => failures.push(error) })
    const one = enter(server.url, documentId)
    await expect.poll(() => one.saved(), patience).toBe(true)
    one.type('Acknowledged')
    await expect.poll(() => one.saved(), patience).toBe(true)
    disk.full = true
    one.type('Never acknowledged')
    await expect.poll(() => failures.length, patience).toBeGreaterThan(0)
    for (const each of open.splice(0)) each.leave()
    disk.full = false
    const again = enter(server.url, documentId)
    await expect.poll(() => again.saved(), patience).toBe(true)
    expect(again.text()).toContain('Acknowledged')
    expect(again.text()).not.toContain('Never')
    for (const each of open.splice(0)) each.leave()
    await server.close()
  })

  it(
    `SIGKILL of the server and loss of the browser's storage, ${rounds} rounds: every acknowledged word is there`,
    { timeout: 240_000 },
    async () => {
      const documentId = await created()
      const acknowledged: string[] = []
      for (let round = 0; round < rounds; round += 1) {
        const child = await start(hub)
        const writers = [enter(child.url, documentId), enter(child.url, documentId)]
        await expect.poll(() => writers.every((each) => each.saved()), patience).toBe(true)
        const killAfter = 10 + round * 7
        for (let word = 0; word < killAfter; word += 1) {
          const each = writers[word % writers.length]!
          const text = `word-${round}-${word}.`
          each.type(text)
          await expect.poll(() => each.saved(), { ...patience, interval: 1 }).toBe(true)
          acknowledged.push(text)
        }
        // Half of the next word may be on its way: it was never acknowledged, and may be there or not.
        writers[0]!.type(`cut-${round}.`)
        child.process.kill('SIGKILL')
        await once(child.process, 'exit')
        for (const each of open.splice(0)) each.leave()
      }
      const text = await storedText(documentId)
      expect(acknowledged.filter((word) => text.split(word).length !== 2)).toEqual([])
    },
  )
})

/** A pool whose single statements fail while the disk is full: those that store updates. */
function failingDisk(pool: Pool): { full: boolean; readonly pool: Pool } {
  const disk = { full: false, pool }
  disk.pool = new Proxy(pool, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (key !== 'query' || !disk.full) return typeof value === 'function' ? value.bind(target) : value
      return async () => {
        throw new Error('The disk is full.')
      }
    },
  })
  return disk
}

async function start(hub: TestHub): Promise<{ process: ChildProcess; url: string }> {
  const { host, port, user, password, database, connectionString } = hub.pool.options
  const connection = connectionString === undefined ? { host, port, user, password, database } : { connectionString }
  const script = new URL('../../testing/collab-process.ts', import.meta.url)
  const child = fork(script, [JSON.stringify(connection)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [url] = await once(child, 'message')
  return { process: child, url: String(url) }
}
