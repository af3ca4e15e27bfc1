import type { Client, SignedIn } from '../../credentials/session-store.ts'
import type { Identity } from '../../credentials/identity.ts'
import { networkOf } from '../../credentials/limits.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Sender } from '../../kernel/command.ts'
import { personHeader, protocolHeader } from '@kolo/sync'
import type { CallLimits } from './call-limits.ts'

/** What a procedure gets of the request: the kernel, who is signed in, if anyone, and the way back to the browser's cookies. */
export type RequestContext = {
  readonly kernel: Kernel
  readonly sender: Sender | undefined
  readonly session: SignedIn | undefined
  readonly identity: Identity
  readonly client: Client
  readonly limits: CallLimits
  /** The protocol that the page speaks; null where the caller is no page of the hub. */
  readonly protocol: string | null
  /** Whose page it is; null where the caller names nobody. */
  readonly pageOf: string | null
  setCookie(header: string): void
}

/** Reads the session of a request. `address` is the client's, behind proxies too (Fastify's `request.ip` with its `trustProxy`). */
export async function requestContext(
  hub: { readonly kernel: Kernel; readonly identity: Identity; readonly limits: CallLimits },
  request: { readonly headers: Headers; readonly address: string; setCookie(header: string): void },
): Promise<RequestContext> {
  const read = () => hub.identity.sessions.read(request.headers)
  const session = await hub.limits.whose(networkOf(request.address), read)
  return {
    kernel: hub.kernel,
    identity: hub.identity,
    limits: hub.limits,
    protocol: request.headers.get(protocolHeader),
    pageOf: request.headers.get(personHeader),
    session,
    sender: session && { personId: session.personId },
    client: { address: request.address, agent: request.headers.get('user-agent') ?? '' },
    setCookie: request.setCookie,
  }
}
