import { DomainError } from '@kolo/domain/core/errors'
import { commandBytes, fileCommandBytes } from '@kolo/sync'
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AppRouter } from '../../features/router.ts'
import { orUnavailable } from '../../kernel/outcome.ts'
import type { RequestContext } from '../trpc/context.ts'
import { answering, type ProcedureMeta, refusal } from '../trpc/procedures.ts'
import { errorId } from './error-id.ts'

const callsPerBatch = 10
const heardOut = 4 * fileCommandBytes

/** What the procedures are served with. */
export type ProcedureOptions = {
  readonly router: AppRouter
  readonly contextOf: (
    request: FastifyRequest,
    reply: { header(name: string, value: string): unknown },
  ) => Promise<RequestContext>
}
type Procedures = Readonly<Record<string, { readonly _def: { readonly meta?: ProcedureMeta } }>>

/** Serves the procedures; what is refused before any of them is asked is refused in their words, so that every client can read it. */
export async function serveProcedures(app: FastifyInstance, serving: ProcedureOptions): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    scope.setErrorHandler((error: FastifyError, request, reply) => answerError(app, error, request, reply))
    const answer = answerCalls(app, serving)
    scope.all<{ Params: { path: string } }>('/trpc/:path', (request, reply) =>
      answer(request, reply, request.params.path),
    )
    for (const path of takingFiles(serving.router))
      scope.post(`/trpc/${path}`, { bodyLimit: fileCommandBytes, onRequest: fromSomebody(serving) }, (request, reply) =>
        answer(request, reply, path),
      )
  })
}

/** The commands that take the rows of a whole file. */
function takingFiles(router: AppRouter): string[] {
  const procedures = Object.entries(router._def.procedures as unknown as Procedures)
  return procedures.flatMap(([path, { _def: of }]) => (of.meta?.kind === 'command' && of.meta.takesFile ? [path] : []))
}

/** So much is read into memory for people who are signed in, and for nobody else. */
const fromSomebody =
  ({ contextOf }: ProcedureOptions) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (Number(request.headers['content-length'] ?? fileCommandBytes) <= commandBytes) return
    const { sender } = await contextOf(request, reply)
    if (!sender) await refuse(reply, refusal('unauthenticated'))
  }

/** Calls by their path, in which commas divide those of a batch. */
function answerCalls(app: FastifyInstance, { router, contextOf }: ProcedureOptions) {
  return async (request: FastifyRequest, reply: FastifyReply, path: string): Promise<unknown> => {
    if (path.split(',').length > callsPerBatch) return refuse(reply, refusal('tooLarge', { limit: callsPerBatch }))
    return fastifyRequestHandler({
      router,
      req: request,
      res: reply,
      // It is decoded already: once more, and other calls than those counted would come out.
      path: encodeURIComponent(path),
      allowMethodOverride: false,
      // What one person may see must not lie in a cache that another is served from.
      responseMeta: () => ({ headers: new Headers({ 'cache-control': 'private, no-store' }) }),
      // Also who asks is read from the database.
      createContext: ({ req, res }) => answering(() => contextOf(req, res)),
      onError: ({ error, path: of }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR')
          app.log.error({ err: error.cause ?? error, path: of, errorId: errorId(error) }, 'procedure failed')
      },
    })
  }
}

/** What was refused while the request was being read, and what failed meanwhile: that is for the log alone. */
function answerError(
  app: FastifyInstance,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const known = orUnavailable(error)
  if (known instanceof DomainError) return refuse(reply, refusal(known.code, known.details))
  if (error.statusCode === 413) return refuseTooLarge(request, reply)
  if (error.statusCode !== undefined && error.statusCode < 500) return refuse(reply, refusal('invalid'))
  const id = errorId(error)
  app.log.error({ err: error, path: request.url.split('?')[0], errorId: id }, 'request failed')
  return refuse(reply, refusal('internal', { id }))
}

/** A browser that is cut off while it still sends may never read the answer: what isn't endless is heard out, and forgotten. */
function refuseTooLarge({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (Number(headers['content-length']) <= heardOut) reply.removeHeader('connection')
  return refuse(reply, refusal('tooLarge'))
}

const refuse = (reply: FastifyReply, { httpStatus, body }: ReturnType<typeof refusal>): FastifyReply =>
  reply.code(httpStatus).send(body)
