import type { AppRouter } from '@kolo/api/router'
import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, splitLink, TRPCClientError } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'

export type Inputs = inferRouterInputs<AppRouter>
export type Outputs = inferRouterOutputs<AppRouter>

/** Commands go out one by one, so that a slow one holds up no other; queries of one moment travel together. */
export const api = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'mutation',
      true: httpLink({ url: '/trpc' }),
      false: httpBatchLink({ url: '/trpc', maxItems: 10, maxURLLength: 4_000 }),
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

/** What an error says to a person: its code and the details that are safe to show. */
export type Refusal = { readonly code: string; readonly details: Readonly<Record<string, string | number | boolean>> }

/** The server's refusal, or undefined where there was no answer that could be understood. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof TRPCClientError)) return undefined
  const data = error.data as { code?: string; details?: Refusal['details'] } | null | undefined
  return data?.code ? { code: data.code, details: data.details ?? {} } : undefined
}

/** Nobody knows whether it worked: no answer, or one that asks for another try. */
export function isUnknown(error: unknown): boolean {
  const refusal = refusalOf(error)
  return !refusal || ['unavailable', 'internal', 'tooMany', 'unauthenticated'].includes(refusal.code)
}
