/** What to ask; libraries name a signal that isn't there. */
type Asked = Omit<RequestInit, 'signal'> & { readonly signal?: AbortSignal | null | undefined }

/**
 * `fetch` that gives up once nothing has come for so many milliseconds. A line that has gone silent tells nobody: without
 * this a page would wait for minutes before it asks again. On a slow one something comes, and a large answer has its time.
 */
export const patientFetch =
  (milliseconds: number) =>
  async (input: RequestInfo | URL, init?: Asked): Promise<Response> => {
    const silence = new AbortController()
    const giveUp = (): void => silence.abort(new DOMException('Nothing came.', 'TimeoutError'))
    let timer = setTimeout(giveUp, milliseconds)
    const signal = init?.signal ? AbortSignal.any([init.signal, silence.signal]) : silence.signal
    try {
      const answer = await fetch(input, { ...init, signal })
      if (!answer.body) clearTimeout(timer)
      const listening = new TransformStream<Uint8Array, Uint8Array>({
        transform(part, onwards) {
          clearTimeout(timer)
          timer = setTimeout(giveUp, milliseconds)
          onwards.enqueue(part)
        },
        flush: () => clearTimeout(timer),
      })
      return new Response(answer.body?.pipeThrough(listening) ?? null, answer)
    } catch (error) {
      clearTimeout(timer)
      throw error
    }
  }
