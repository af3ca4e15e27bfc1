import type { AppRouter } from '@kolo/api/router'
import { createTRPCClient, httpLink, type TRPCClient, TRPCClientError } from '@trpc/client'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

/** Somebody signed in over HTTP, as a browser is: a cookie, an origin. */
export type SignedInPerson = {
  readonly api: TRPCClient<AppRouter>
  readonly cookie: string
  readonly url: string
}

/** Signs in with a password; throws what the server answers. */
export async function signIn(url: string, email: string, password = 'kolo-demo'): Promise<SignedInPerson> {
  const response = await fetch(`${url}/trpc/sessions.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!response.ok || !cookie)
    throw new Error(`Signing ${email} in answered ${response.status}: ${await response.text()}`)
  return { url, cookie, api: clientWith(url, cookie) }
}

/** A client for a session, or for a visitor without one. */
export function clientWith(
  url: string,
  cookie?: string,
  { patience }: { readonly patience?: number } = {},
): TRPCClient<AppRouter> {
  const headers = { origin: url, ...(cookie ? { cookie } : {}) }
  const patient: typeof fetch = (input, init) =>
    fetch(input, patience === undefined ? init : { ...init, signal: AbortSignal.timeout(patience) })
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${url}/trpc`, headers, fetch: patient as never })] })
}

/** Whether the server's answer leaves open what happened: then the same command is sent again. */
function isUnknown(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return true
  const code = (error.data as { code?: string } | null | undefined)?.code
  return code === undefined || ['unavailable', 'internal', 'tooMany'].includes(code)
}

/** Sends a command until there is an answer, with the same id each time, as the outbox does. */
export async function insist<Answer>(
  send: (commandId: string) => Promise<Answer>,
  isOver: () => boolean,
): Promise<Answer | undefined> {
  const commandId = randomUUID()
  while (!isOver()) {
    try {
      return await send(commandId)
    } catch (error) {
      if (!isUnknown(error)) throw error
      await pause(20)
    }
  }
  return undefined
}
