import { existsSync } from 'node:fs'
import fastifyHelmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import { commandBytes } from '@kolo/sync'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { compressJson } from './compress.ts'
import { errorId } from './error-id.ts'
import type { OriginCheck } from './origins.ts'
import { plainError } from './plain-error.ts'
import { codeAhead } from './preloads.ts'
import { type ProcedureOptions, serveProcedures } from './procedure-routes.ts'

/** What the HTTP server is made of; it knows no noun. */
export type HttpOptions = ProcedureOptions & {
  readonly originAllowed: OriginCheck
  readonly ready: () => Promise<boolean>
  readonly webRoot: string
  readonly logLevel: string
  /** The address that people use. */
  readonly publicUrl: string
  readonly trustProxy: readonly string[]
  /** Adds routes that aren't procedures (files). */
  readonly routes?: (app: FastifyInstance) => Promise<void>
}

/** Makes the server: health, procedures, pages. One port for everything; sockets are attached by their own transports. */
export async function httpServer(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: commandBytes,
    trustProxy: options.trustProxy.length > 0 ? [...options.trustProxy] : false,
    routerOptions: { maxParamLength: 5_000 },
    forceCloseConnections: true,
    logger: {
      level: options.logLevel,
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      // Addresses of procedures carry their input: log the path only.
      serializers: {
        err: plainError,
        req: (request: FastifyRequest) => ({ method: request.method, path: request.url.split('?')[0], id: request.id }),
      },
    },
    logController: new LogController({ disableRequestLogging: true }),
  })
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { directives: policy(new URL(options.publicUrl).origin) },
    hsts: options.publicUrl.startsWith('https:'),
  })
  compressJson(app)
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    if (!options.originAllowed(request.headers.origin, request.headers.host))
      await reply.code(403).send({ error: 'origin' })
  })
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500
    if (status < 500) return reply.code(status).send({ code: status === 413 ? 'tooLarge' : 'invalid', details: {} })
    // What failed inside is for the log alone.
    const id = errorId(error)
    app.log.error({ err: error, path: request.url.split('?')[0], errorId: id }, 'request failed')
    return reply.code(500).send({ code: 'internal', details: { id } })
  })
  app.get('/healthz', async () => ({ status: 'alive' }))
  app.get('/readyz', async (_request, reply) => {
    const ready = await options.ready().catch(() => false)
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' })
  })
  await serveProcedures(app, options)
  await options.routes?.(app)
  await servePages(app, options.webRoot)
  return app
}

function policy(publicOrigin: string): Record<string, string[] | null> {
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'],
    // Sockets of this very host; where a browser doesn't count them to 'self', it is the public address.
    connectSrc: ["'self'", publicOrigin.replace(/^http/, 'ws')],
    frameAncestors: ["'none'"],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    upgradeInsecureRequests: publicOrigin.startsWith('https:') ? [] : null,
  }
}

/** The built web app: hashed assets for ever, the page itself never from a cache. */
async function servePages(app: FastifyInstance, webRoot: string): Promise<void> {
  const built = existsSync(webRoot)
  const ahead = codeAhead(webRoot)
  if (built) {
    await app.register(fastifyStatic, {
      root: webRoot,
      index: false,
      wildcard: false,
      preCompressed: true,
      maxAge: '365d',
      immutable: true,
      setHeaders(reply, path) {
        // Only what has its hash in its name never changes; the service worker and the icon do.
        if (!/[\\/]assets[\\/]/.test(path)) reply.header('cache-control', 'no-cache')
      },
    })
  }
  app.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (!wantsPage || !built) return reply.code(404).send({ error: 'notFound' })
    if (ahead !== undefined && /(^|; ?)(__Host-)?kolo=/.test(request.headers.cookie ?? '')) reply.header('link', ahead)
    return reply
      .header('cache-control', 'no-cache')
      .sendFile('index.html', { maxAge: 0, immutable: false, cacheControl: false })
  })
}
