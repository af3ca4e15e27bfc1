import type { AppRouter } from '@kolo/api/router'
import { personHeader, protocolHeader, protocolVersion } from '@kolo/sync'
import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { heardFrom } from './hub-clock.ts'
import { pageOf } from './page-of.ts'
import { patientFetch } from './patient-fetch.ts'
import { isUnknown } from './refusal.ts'
import { saysTooLarge } from './too-large.ts'

export type Inputs = inferRouterInputs<AppRouter>
export type Outputs = inferRouterOutputs<AppRouter>

const patient = patientFetch(20_000)
const fetch = async (...asked: Parameters<typeof patient>): Promise<Response> =>
  saysTooLarge(heardFrom(await patient(...asked)))
const headers = (): Record<string, string> => {
  const personId = pageOf()
  return { [protocolHeader]: String(protocolVersion), ...(personId !== undefined && { [personHeader]: personId }) }
}
/** Commands go out one by one, so that a slow one holds up no other; queries of one moment travel together. */
export const api = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'mutation',
      true: httpLink({ url: '/trpc', headers, fetch }),
      false: httpBatchLink({ url: '/trpc', headers, fetch, maxItems: 10, maxURLLength: 4_000 }),
    }),
  ],
})

/** Server state of the screens across spaces; the spaces themselves live in replicas. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: (count, error) => count < 3 && isUnknown(error) },
  },
})

/** Options for TanStack Query, typed by the router: `trpc.projects.mine.queryOptions({})`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: api, queryClient })
