import type { Inputs, Outputs } from './trpc.ts'

/** The error of a call: `data` holds the server's refusal, where there was an answer. */
class AskError extends Error {
  readonly data: unknown
  constructor(message: string, data?: unknown) {
    super(message)
    this.data = data
  }
}

/** Asks the hub something, without the client of the signed-in pages: those of visitors are there sooner without it. */
export const ask = <Noun extends keyof Outputs, Verb extends keyof Outputs[Noun]>(
  noun: Noun,
  verb: Verb,
): Promise<Outputs[Noun][Verb]> => call(`/trpc/${String(noun)}.${String(verb)}`)

/** Has the hub do something, likewise. */
export const tell = <Noun extends keyof Inputs, Verb extends keyof Inputs[Noun]>(
  noun: Noun,
  verb: Verb & keyof Outputs[Noun],
  input: Inputs[Noun][Verb],
): Promise<Outputs[Noun][Verb & keyof Outputs[Noun]]> =>
  call(`/trpc/${String(noun)}.${String(verb)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })

async function call<Answer>(address: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(address, init)
  const answer = (await response.json()) as { result?: { data: Answer }; error?: { message: string; data: unknown } }
  if (answer.result === undefined) throw new AskError(answer.error?.message ?? '', answer.error?.data)
  return answer.result.data
}
