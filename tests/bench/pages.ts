import type { AppRouter } from '@kolo/api/router'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import type { SignedInPerson } from '../people/person.ts'

/** What pages were answered: how often the server failed, and how long each answer took. */
export type Watched = { failed: number; took: number[] }

/** A person whose questions of one moment travel together, as those of a page do, and are watched. */
export function watchedPerson(url: string, cookie: string, watched: Watched): SignedInPerson {
  const watchedFetch: typeof fetch = async (input, init) => {
    const started = performance.now()
    const response = await fetch(input, init)
    watched.took.push(performance.now() - started)
    if (response.status >= 500) watched.failed += 1
    return response
  }
  const headers = { origin: url, cookie }
  const link = httpBatchLink({ url: `${url}/trpc`, headers, maxItems: 10, fetch: watchedFetch as never })
  return { url, cookie, api: createTRPCClient<AppRouter>({ links: [link] }) }
}
