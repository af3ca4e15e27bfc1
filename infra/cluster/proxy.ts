import { createServer, type IncomingMessage, request as requestTo, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'

/** Where a node listens, on loopback. */
type Target = { readonly port: number; downUntil: number }

const skipFor = 1_000

/** A reverse proxy for HTTP and sockets: to each node in turn, past those that are down. Nothing is sticky. */
export async function startProxy(port: number, nodes: readonly number[]): Promise<{ close(): void }> {
  const targets: Target[] = nodes.map((node) => ({ port: node, downUntil: 0 }))
  let turn = 0
  /** All of them, the next one first, those that were just down last. */
  const inTurn = (): Target[] => {
    turn += 1
    const now = Date.now()
    const round = targets.map((_, index) => targets[(turn + index) % targets.length]!)
    return [...round.filter(({ downUntil }) => downUntil <= now), ...round.filter(({ downUntil }) => downUntil > now)]
  }
  const server = createServer((request, answer) => pass(request, answer, inTurn()))
  server.on('upgrade', (request, socket, head) => upgrade(request, socket, head, inTurn()))
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done))
  return {
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Begins to send the body only when a node has taken the line: until then another one may be tried. */
function pass(request: IncomingMessage, answer: ServerResponse, [target, ...others]: readonly Target[]): void {
  if (!target) {
    answer.writeHead(503).end()
    return
  }
  const headers = { ...request.headers, 'x-forwarded-for': request.socket.remoteAddress ?? '' }
  const { method, url: path } = request
  const onward = requestTo({ host: '127.0.0.1', port: target.port, method, path, headers, agent: false })
  let taken = false
  onward.once('socket', (socket) =>
    socket.once('connect', () => {
      taken = true
      request.pipe(onward)
    }),
  )
  onward.once('response', (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers)
    response.on('error', () => answer.destroy())
    response.pipe(answer)
  })
  onward.once('error', () => {
    if (!taken) {
      target.downUntil = Date.now() + skipFor
      pass(request, answer, others)
    } else if (answer.headersSent) answer.destroy()
    else answer.writeHead(502).end()
  })
  answer.once('close', () => onward.destroy())
}

function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, [target, ...others]: readonly Target[]): void {
  if (!target) {
    socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n')
    return
  }
  let taken = false
  const onward = connect(target.port, '127.0.0.1', () => {
    taken = true
    const lines = [`${request.method} ${request.url} HTTP/1.1`]
    for (let at = 0; at < request.rawHeaders.length; at += 2) {
      lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`)
    }
    onward.write(`${lines.join('\r\n')}\r\n\r\n`)
    onward.write(head)
    socket.pipe(onward).pipe(socket)
  })
  onward.once('error', () => {
    if (taken) socket.destroy()
    else {
      target.downUntil = Date.now() + skipFor
      upgrade(request, socket, head, others)
    }
  })
  socket.once('error', () => onward.destroy())
  socket.once('close', () => onward.destroy())
  onward.once('close', () => taken && socket.destroy())
}
