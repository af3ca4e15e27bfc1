import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { patientFetch } from './patient-fetch.ts'

const silence = 100

describe('a patient fetch', () => {
  // What it does with time is tested by a clock of its own: how fast the machine is doesn't count.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  let asked: (answer: ServerResponse) => void
  const server = createServer((_request, answer) => asked(answer))
  let url = ''
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  /** Asks; gives what will come of it, and the server's side once it has heard. */
  const ask = async (patience = silence, signal?: AbortSignal) => {
    const heard = new Promise<ServerResponse>((resolve) => (asked = resolve))
    const coming = patientFetch(patience)(url, signal ? { signal } : {})
    // Awaited later, or never.
    coming.catch(() => undefined)
    return { coming, answer: await heard }
  }
  const partsOf = async (coming: Promise<Response>) => (await coming).body!.getReader()
  const nothingCame = { name: 'TimeoutError' }

  it('brings an answer, however slowly it comes', async () => {
    const { coming, answer } = await ask()
    answer.write('!')
    const parts = await partsOf(coming)
    const read = async () => new TextDecoder().decode((await parts.read()).value)
    expect(await read()).toBe('!')
    for (const letter of ['h', 'e', 'r', 'e']) {
      vi.advanceTimersByTime(silence - 1)
      answer.write(letter)
      expect(await read()).toBe(letter)
    }
    answer.end()
    expect((await parts.read()).done).toBe(true)
  })

  it('gives up where nothing comes', async () => {
    const { coming } = await ask()
    vi.advanceTimersByTime(silence)
    await expect(coming).rejects.toMatchObject(nothingCame)
  })

  it('gives up where nothing more comes', async () => {
    const { coming, answer } = await ask()
    answer.write('he')
    const parts = await partsOf(coming)
    await parts.read()
    vi.advanceTimersByTime(silence)
    await expect(parts.read()).rejects.toMatchObject(nothingCame)
  })

  it('gives up earlier where it is told to', async () => {
    const leaving = new AbortController()
    const { coming } = await ask(60_000, leaving.signal)
    leaving.abort()
    await expect(coming).rejects.toMatchObject({ name: 'AbortError' })
  })
})
