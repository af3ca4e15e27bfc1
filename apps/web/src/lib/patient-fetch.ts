/** What to ask; libraries name a signal that isn't there. */
type Asked = Omit<RequestInit, 'signal'> & { readonly signal?: AbortSignal | null | undefined }

/**
 * `fetch` that gives up after so many milliseconds. A line that has gone silent tells nobody: without this a page would wait
 * for minutes before it asks again.
 */
export const patientFetch =
  (milliseconds: number) =>
  (input: RequestInfo | URL, init?: Asked): Promise<Response> => {
    const limit = AbortSignal.timeout(milliseconds)
    return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit })
  }
