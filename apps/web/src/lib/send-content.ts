/** Why content couldn't be stored; `unavailable` and `diskFull` can be tried again. */
export type ContentProblem = 'tooLarge' | 'kindRefused' | 'unavailable' | 'diskFull'

/** Content on its way. */
export type Sent = { readonly answer: Promise<'stored' | 'cancelled' | ContentProblem>; cancel(): void }

/** Puts a file's content where a `file.add` of the same id finds it; `onProgress` hears of bytes. fetch can't tell progress. */
export function sendContent(
  target: { readonly id: string; readonly spaceId: string },
  file: Blob,
  onProgress: (loaded: number) => void,
): Sent {
  const request = new XMLHttpRequest()
  const answer = new Promise<Awaited<Sent['answer']>>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded))
    request.addEventListener('load', () => resolve(meaningOf(request)))
    request.addEventListener('error', () => resolve('unavailable'))
    request.addEventListener('abort', () => resolve('cancelled'))
  })
  request.open('PUT', `/files/${target.id}?spaceId=${target.spaceId}`)
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.send(file)
  return { answer, cancel: () => request.abort() }
}

function meaningOf({ status, responseText }: XMLHttpRequest): 'stored' | ContentProblem {
  if (status >= 200 && status < 300) return 'stored'
  if (status === 413) return 'tooLarge'
  if (status === 503 && responseText.includes('"diskFull"')) return 'diskFull'
  return status >= 400 && status < 500 && status !== 401 && status !== 429 ? 'kindRefused' : 'unavailable'
}
