import { gzip } from 'node:zlib'
import { promisify } from 'node:util'
import type { FastifyInstance } from 'fastify'

const compress = promisify(gzip)
const worthwhile = 1_400

/** Compresses JSON answers that don't fit into one packet. Files and assets come compressed from the build, or are served as they are. */
export function compressJson(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const text = typeof payload === 'string' ? payload : undefined
    if (text === undefined || text.length < worthwhile || reply.getHeader('content-encoding')) return payload
    if (!String(reply.getHeader('content-type') ?? '').includes('json')) return payload
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return payload
    const body = await compress(text, { level: 1 })
    reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').header('content-length', body.length)
    return body
  })
}
