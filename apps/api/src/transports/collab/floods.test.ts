import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type WebSocket from 'ws'
import { createDocument } from '../../features/documents/commands/create-document.ts'
import { type CollabServer, collabServer, type Writer, writer } from '../../testing/collab.ts'
import { type TestHub, testHub } from '../../testing/hub.ts'
import {
  entryFrame,
  frameKinds,
  nothingFrame,
  rawFrame,
  type RawLine,
  rawLine,
  rawUpgrade,
} from '../../testing/raw-collab.ts'

const patience = { timeout: 45_000, interval: 10 }
const isAnswer = (frame: Buffer): boolean => frame[0] === frameKinds.sync && frame[1] === 1
const isLetIn = (frame: Buffer): boolean => frame[0] === frameKinds.auth && frame[1] === 2
const isKeptOut = (frame: Buffer): boolean => frame[0] === frameKinds.auth && frame[1] === 1

describe('whoever floods the documents', () => {
  const uncaught: unknown[] = []
  const note = (error: unknown): void => void uncaught.push(error)
  let hub: TestHub
  let server: CollabServer
  let editor: string
  let spaceId: string
  let reader: string
  const open: Writer[] = []
  const lines: RawLine[] = []

  beforeAll(async () => {
    process.on('uncaughtException', note)
    hub = await testHub()
    server = await collabServer({ kernel: hub.kernel, pool: hub.pool })
    editor = await hub.person('Milica')
  })
  afterEach(async () => {
    for (const each of open.splice(0)) each.leave()
    for (const { ws } of lines) ws.terminate()
    await Promise.all(lines.splice(0).map(({ closed }) => closed))
    expect(uncaught).toEqual([])
  })
  afterAll(async () => {
    process.off('uncaughtException', note)
    await server.close()
    await hub.close()
  })

  /** A document, and somebody new who may only read it. */
  const created = async (): Promise<string> => {
    reader = await hub.person('Reader')
    spaceId = await hub.space('stage', { [editor]: 'editor', [reader]: 'reader' })
    return another()
  }
  const another = async (): Promise<string> => {
    const documentId = randomUUID()
    await hub.run(createDocument, editor, { spaceId, documentId, title: 'Note' })
    return documentId
  }
  const writing = async (documentId: string): Promise<Writer> => {
    const entered = writer(server.url, { personId: editor, documentId })
    open.push(entered)
    await expect.poll(() => entered.saved(), patience).toBe(true)
    return entered
  }
  const lineOf = async (names: readonly string[] = []): Promise<RawLine> => {
    const line = await rawLine(server.url, reader, names)
    lines.push(line)
    return line
  }
  const acknowledged = async (one: Writer, text: string): Promise<void> => {
    one.type(text)
    await expect.poll(() => one.saved(), patience).toBe(true)
  }

  it('[SYN34] has no line more than others, and what is sent on it all the same harms nobody', async () => {
    const one = await writing(await created())
    for (let line = 0; line < 60; line += 1) await lineOf()
    // A frame as there is none, with the upgrade itself and after it.
    const late = rawUpgrade(server.url, reader, Buffer.from([0xff, 0x80]))
    const [answer] = await once(late, 'data')
    late.write(Buffer.from([0xff, 0x80]))
    await once(late, 'close')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 429 /)
    await acknowledged(one, 'Still here')
  })

  it('[SYN34] has no line more than others either where all are asked for at once', async () => {
    await created()
    const asked = Array.from({ length: 70 }, () =>
      lineOf().then(
        () => 101,
        (error: Error) => error.message,
      ),
    )
    const refused = (await Promise.all(asked)).filter((answer) => answer !== 101)
    expect(refused).toEqual(Array.from({ length: 10 }, () => 'Unexpected server response: 429'))
  })

  it('[SYN33] by asking for the whole text again and again gets it a few times, and is cut off', async () => {
    const documentId = await created()
    const one = await writing(documentId)
    await acknowledged(one, 'x'.repeat(300_000))
    const flood = await lineOf([documentId])
    await expect.poll(() => flood.frames.some(isLetIn), patience).toBe(true)
    for (let frame = 0; frame < 2_000; frame += 1) flood.ws.send(nothingFrame(documentId))
    await acknowledged(one, 'Meanwhile')
    expect(await flood.closed).toBe(1013)
    // Each answer is the whole text put together once: the one that belongs to opening, and ten more.
    const answers = flood.frames.filter(isAnswer).length
    expect(answers).toBeGreaterThan(0)
    expect(answers).toBeLessThan(15)
  })

  it('[SYN33] by asking for everybody’s carets is cut off too', async () => {
    const documentId = await created()
    const one = await writing(documentId)
    const flood = await lineOf([documentId])
    for (let frame = 0; frame < 500; frame += 1) flood.ws.send(rawFrame(documentId, frameKinds.queryAwareness))
    await acknowledged(one, 'Meanwhile')
    expect(await flood.closed).toBe(1013)
    expect(flood.frames.filter(([kind]) => kind === frameKinds.awareness).length).toBeLessThan(15)
  })

  it('[SYN33] by many small frames is cut off; typing and coming back isn’t a flood', async () => {
    const documentId = await created()
    const one = await writing(documentId)
    const flood = await lineOf([documentId])
    await expect.poll(() => flood.frames.some(isLetIn), patience).toBe(true)
    // Nobody's news: an update without anything in it.
    for (let frame = 0; frame < 10_000; frame += 1) flood.ws.send(rawFrame(documentId, frameKinds.sync, 2, 2, 0, 0))
    await acknowledged(one, 'Meanwhile')
    expect(await flood.closed).toBe(1013)
    const { websocketProvider } = one.provider.configuration
    for (let round = 0; round < 2; round += 1) {
      ;(websocketProvider.webSocket as unknown as WebSocket).terminate()
      await expect.poll(() => one.provider.isAuthenticated, patience).toBe(false)
      for (let key = 0; key < 100; key += 1) one.type(`${round}-${key}`)
      await expect.poll(() => one.saved(), patience).toBe(true)
    }
  })

  it('[SYN33] by opening documents is told no: none twice on one line, and no more than a few', async () => {
    const documentId = await created()
    const others = [await another(), await another()]
    const line = await lineOf([documentId, `${documentId}\0a`, documentId, `${documentId}\0b`, others[0]!])
    await expect.poll(() => line.frames.filter(isKeptOut).length, patience).toBe(2)
    await expect.poll(() => line.frames.filter(isLetIn).length, patience).toBe(2)
    // One that was closed may be opened again.
    line.ws.send(rawFrame(documentId, 7))
    await expect
      .poll(() => {
        line.ws.send(rawFrame(`${documentId}\0c`, frameKinds.auth, 0, 1, 0x31))
        return line.frames.filter(isLetIn).length
      }, patience)
      .toBe(3)
  })

  it('[SYN33] by opening more documents than a line may hold is told no', async () => {
    await created()
    const documents = await Promise.all(Array.from({ length: 22 }, another))
    const line = await lineOf(documents.slice(0, 20))
    await expect.poll(() => line.frames.filter(isLetIn).length, patience).toBe(20)
    for (const name of documents.slice(20)) line.ws.send(entryFrame(name))
    await expect.poll(() => line.frames.filter(isKeptOut).length, patience).toBe(2)
    expect(line.frames.filter(isLetIn).length).toBe(20)
  })

  it('[SYN33] by knocking without end is cut off, whatever the doors', async () => {
    await created()
    const line = await lineOf()
    let isClosed = false
    void line.closed.then(() => (isClosed = true))
    let knocks = 0
    while (!isClosed && knocks < 2_000) {
      for (let knock = 0; knock < 15; knock += 1) line.ws.send(entryFrame(randomUUID()))
      knocks += 15
      await expect.poll(() => isClosed || line.frames.length >= knocks, patience).toBe(true)
    }
    expect(knocks).toBeLessThan(500)
    expect(await line.closed).toBe(1013)
  })

  it('[SYN34] by opening too many at once is cut off before anything is asked for them', async () => {
    await created()
    const line = await lineOf(Array.from({ length: 50 }, () => randomUUID()))
    expect(await line.closed).toBe(4205)
  })
})
