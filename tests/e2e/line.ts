import type { Page, Route, WebSocketRoute } from 'playwright-core'
import { protocolHeader } from '@kolo/sync'

/** The lines between a browser and the hub, in the hands of a test. */
export type Line = {
  /** Holds back what the server answers, from now on; what the page sends arrives. */
  hold(): void
  /** Lets through what was held back, and all that follows. */
  release(): void
  /** From its next connection on the page speaks as an older one does, or as this one. */
  speak(page: 'older' | 'ours'): void
  /** Cuts the connections; pages connect again by themselves. */
  cut(): Promise<void>
}

/** Takes the lines of a page's browser and loads the page again, so that they all pass here. */
export async function takeLine(page: Page): Promise<Line> {
  let isOlder = false
  let held: (() => void)[] | undefined
  let open: WebSocketRoute[] = []
  /** Now, or once it is let through. */
  const pass = (bring: () => void): void => (held ? void held.push(bring) : bring())
  const context = page.context()
  await context.routeWebSocket(/\/(socket\.io|collab)/, (socket) => {
    const server = socket.connectToServer()
    open.push(socket)
    socket.onMessage((message) => server.send(isOlder ? asOlder(message) : message))
    server.onMessage((message) => pass(() => socket.send(message)))
  })
  await context.route(isCommand, (route) => {
    const headers = isOlder ? { ...route.request().headers(), [protocolHeader]: '1' } : route.request().headers()
    pass(() => void bring(route, headers))
  })
  await page.reload()
  return {
    hold: () => void (held ??= []),
    release() {
      const due = held ?? []
      held = undefined
      for (const bring of due) bring()
    },
    speak: (as) => void (isOlder = as === 'older'),
    async cut() {
      const cut = open
      open = []
      await Promise.all(cut.map((socket) => socket.close({ code: 3000 })))
    },
  }
}

/** A page that has gone meanwhile needs no answer. */
const bring = (route: Route, headers: Record<string, string>): Promise<void> =>
  route.continue({ headers }).catch(() => undefined)

/** Commands by HTTP; not signing in and out, which no outbox sends. */
const isCommand = ({ pathname }: URL): boolean => /^\/trpc\/(?!sessions\.)\w+\.\w+$/.test(pathname)

// A document's connection begins with a frame of this kind: whose it is, and at first which texts its page understands.
const [auth, token] = [2, 0]

/** What an older page would have said instead. */
function asOlder(message: string | Buffer): string | Buffer {
  if (typeof message === 'string') return message.replace(/(?<=^40\{.*"version":)\d+/, '1')
  const kind = 1 + (message[0] ?? 0)
  if (message[kind] !== auth || message[kind + 1] !== token) return message
  const older = Buffer.from(message)
  // Behind the token's length: its first digit.
  older[kind + 3] = '0'.charCodeAt(0)
  return older
}
