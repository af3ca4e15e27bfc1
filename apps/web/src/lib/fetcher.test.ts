import { type OutboxItem, protocolVersion } from '@kolo/sync'
import { afterEach, expect, it, vi } from 'vitest'
import { fetcher } from './fetcher.ts'

const item: OutboxItem = {
  commandId: '0199b1de-0000-7000-8000-000000000001',
  spaceId: '0199b1de-0000-7000-8000-000000000002',
  name: 'message.post',
  path: 'threads.post',
  input: { body: 'Words' },
  at: '2026-11-23T08:00:00.000Z',
  state: 'saving',
  version: protocolVersion,
}
const answering = (answer: Response) => vi.stubGlobal('fetch', () => Promise.resolve(answer))

afterEach(() => vi.unstubAllGlobals())

it.each([
  ['a proxy', new Response('<h1>413 Request Entity Too Large</h1>', { status: 413 })],
  ['nobody in particular', new Response(null, { status: 413 })],
  ['the hub outside of its procedures', Response.json({ code: 'tooLarge', details: {} }, { status: 413 })],
])('[SYN21] what is too large for %s is refused for good', async (_whom, answer) => {
  answering(answer)
  expect(await fetcher.call(item)).toEqual({ status: 'refused', code: 'tooLarge', details: {} })
})

it.each([502, 503, 504])('[SYN20] what a proxy answers with %i is no answer', async (status) => {
  answering(new Response('<h1>Bad gateway</h1>', { status }))
  expect(await fetcher.call(item)).toEqual({ status: 'unknown' })
})

it('[SYN40] a command goes to the procedure that it names, with its id', async () => {
  const committed = { status: 'committed', at: [{ spaceId: item.spaceId, seq: 7 }] }
  const asked: [string, unknown][] = []
  vi.stubGlobal('fetch', async (url: string, request: RequestInit) => {
    asked.push([url, JSON.parse(request.body as string)])
    return Response.json({ result: { data: committed } })
  })
  expect(await fetcher.call(item)).toEqual(committed)
  expect(asked).toEqual([['/trpc/threads.post', { commandId: item.commandId, input: item.input }]])
})
