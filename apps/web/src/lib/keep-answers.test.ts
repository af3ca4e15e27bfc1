import { dehydrate, QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { keepAnswers } from './keep-answers.ts'

const options = { queryKey: ['catalogue'], staleTime: Infinity } as const

/** A page with these answers on its disk. */
async function openPage(kept: unknown) {
  const client = new QueryClient()
  const asked = vi.fn(async () => 'new')
  await keepAnswers(client, { load: async () => kept, keep: async () => undefined }, 'build')
  const observer = new QueryObserver(client, { ...options, queryFn: asked })
  const seen: unknown[] = [observer.getCurrentResult().data]
  const stop = observer.subscribe(({ data }) => void seen.push(data))
  return { asked, seen, stop }
}

describe('answers on the disk', () => {
  it('are shown at once and asked for anew, however young they are and however long they hold', async () => {
    const before = new QueryClient()
    before.setQueryData(options.queryKey, 'old', { updatedAt: Date.now() - 1 })
    const { asked, seen, stop } = await openPage(dehydrate(before))
    expect(seen[0]).toBe('old')
    await vi.waitFor(() => expect(seen.at(-1)).toBe('new'))
    expect(asked).toHaveBeenCalledTimes(1)
    stop()
  })

  it('where there are none, are asked for once', async () => {
    const { asked, seen, stop } = await openPage(undefined)
    await vi.waitFor(() => expect(seen.at(-1)).toBe('new'))
    expect(asked).toHaveBeenCalledTimes(1)
    stop()
  })
})
