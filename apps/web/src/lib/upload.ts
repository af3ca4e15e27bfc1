/** How an upload ended: stored, or why not (a code of the server, or no answer). */
export type UploadEnd = { readonly ok: true } | { readonly ok: false; readonly code: string }

/** Sends a file's content to a space under a chosen id, telling the share that has arrived (0–1). Sending it again is harmless. */
export function uploadContent(
  { spaceId, fileId, file }: { readonly spaceId: string; readonly fileId: string; readonly file: File },
  onProgress: (share: number) => void,
): Promise<UploadEnd> {
  return new Promise((resolve) => {
    // Of the browser's ways to send, only this one tells the progress of an upload.
    const request = new XMLHttpRequest()
    request.open('PUT', `/files/${fileId}?spaceId=${spaceId}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0))
    request.addEventListener('load', () => {
      if (request.status === 200) resolve({ ok: true })
      else resolve({ ok: false, code: request.status === 413 ? 'tooLarge' : 'unavailable' })
    })
    request.addEventListener('error', () => resolve({ ok: false, code: 'unavailable' }))
    request.send(file)
  })
}
