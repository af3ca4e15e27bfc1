import type { HocuspocusProvider } from '@hocuspocus/provider'

/** What is needed of a line and of the document on it, so that a test can be them. */
type OnLine = {
  readonly socket: { readonly webSocket: Pick<WebSocket, 'close'> | null }
  readonly provider: Pick<HocuspocusProvider, 'isAuthenticated'>
}

const pause = 2_000

/**
 * Where the server has closed a document on a line that stands, it would never be opened again: after a while, not all in
 * the same moment, the line is ended, and a new one comes by itself.
 */
export function comeBack(
  { socket, provider }: OnLine,
  later: (work: () => void, milliseconds: number) => unknown = setTimeout,
  random: () => number = Math.random,
): void {
  const line = socket.webSocket
  later(
    () => {
      if (line && line === socket.webSocket && !provider.isAuthenticated) line.close()
    },
    pause * (1 + random()),
  )
}
