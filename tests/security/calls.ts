import { randomUUID } from 'node:crypto'

/** What the server answered, as far as somebody can tell answers apart. */
export type Answer = {
  readonly status: number
  /** `ok`, or the refusal's code. */
  readonly code: string
  readonly details: unknown
  readonly body: string
  readonly data: unknown
}

export type ProcedureKind = 'command' | 'query' | 'open'
export type Procedure = { readonly path: string; readonly kind: ProcedureKind; readonly type: 'query' | 'mutation' }

/** Calls a procedure over HTTP as whoever the cookie says. */
export async function call(
  url: string,
  cookie: string | undefined,
  procedure: Procedure,
  input: unknown,
  commandId: string = randomUUID(),
): Promise<Answer> {
  const headers = { origin: url, 'content-type': 'application/json', ...(cookie === undefined ? {} : { cookie }) }
  const sent = procedure.kind === 'command' ? { commandId, input } : input
  const address = `${url}/trpc/${procedure.path}`
  const response =
    procedure.type === 'query'
      ? await fetch(`${address}?input=${encodeURIComponent(JSON.stringify(sent))}`, { headers })
      : await fetch(address, { method: 'POST', headers, body: JSON.stringify(sent ?? {}) })
  const body = await response.text()
  const parsed = JSON.parse(body) as {
    result?: { data?: unknown }
    error?: { data: { code: string; details: unknown } }
  }
  const refusal = parsed.error?.data
  return {
    status: response.status,
    code: refusal?.code ?? 'ok',
    details: refusal?.details,
    body,
    data: parsed.result?.data,
  }
}

/** A call that has to work: something to be prepared for others. */
export async function callOrThrow(url: string, cookie: string, procedure: Procedure, input: unknown): Promise<unknown> {
  const answer = await call(url, cookie, procedure, input)
  if (answer.code !== 'ok') throw new Error(`Preparing by ${procedure.path} answered ${answer.body}`)
  return answer.data
}

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The same input about things that don't exist. */
export function absent(input: unknown): unknown {
  if (input === undefined) return undefined
  const text = JSON.stringify(input).replace(uuid, () => randomUUID())
  return JSON.parse(text.replace(/"slug":"[^"]*"/, `"slug":"absent-${randomUUID().slice(0, 8)}"`)) as unknown
}
