import type { Page, Response } from 'playwright-core'

/** All that a page has received since somebody watches it. */
export type Watched = {
  /** Answers with their headers, and the frames of all its sockets; resolves when nothing is on the way. */
  received(): Promise<string>
}

// The app's own code and words are the same for everybody.
const isOwnCode = (url: string): boolean => /\/assets\/|\/icon\.svg/.test(new URL(url).pathname)

async function answerOf(response: Response): Promise<string> {
  const headers = JSON.stringify(await response.allHeaders())
  // What leads elsewhere has no body.
  return `${headers}\n${response.status() < 300 || response.status() >= 400 ? await response.text() : ''}`
}

/** Writes down whatever the server sends to a page from now on. */
export function watch(page: Page): Watched {
  const frames: string[] = []
  const answers: Promise<string>[] = []
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(payload.toString()))
  })
  page.on('response', (response) => {
    if (!isOwnCode(response.url())) answers.push(answerOf(response).catch((error: unknown) => String(error)))
  })
  return { received: async () => [...(await Promise.all(answers)), ...frames].join('\n') }
}
