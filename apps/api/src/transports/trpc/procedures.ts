import { DomainError, type ErrorCode, type ErrorDetails } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import { protocolVersion } from '@kolo/sync'
import { initTRPC, TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc'
import { z } from 'zod'
import type { Command } from '../../kernel/command.ts'
import { orUnavailable } from '../../kernel/outcome.ts'
import type { Query } from '../../kernel/query.ts'
import { networkOf } from '../../credentials/limits.ts'
import { laneOf } from '../command-lane.ts'
import { errorId } from '../http/error-id.ts'
import type { RequestContext } from './context.ts'

/** What the registry knows of a procedure; the authorization table is generated from it. */
export type ProcedureMeta =
  | {
      readonly kind: 'command'
      readonly name: string
      readonly command: Command
      /** It takes the rows of a whole file: more than other commands may weigh. */
      readonly takesFile?: boolean
    }
  | { readonly kind: 'query' | 'open'; readonly name: string }

/** The one table from error code to the status of HTTP (through tRPC's own names). */
const statusOf = {
  notFound: 'NOT_FOUND',
  unauthenticated: 'UNAUTHORIZED',
  conflict: 'CONFLICT',
  invalid: 'UNPROCESSABLE_CONTENT',
  tooLarge: 'PAYLOAD_TOO_LARGE',
  tooMany: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
  versionMismatch: 'PRECONDITION_FAILED',
  gone: 'NOT_FOUND',
  internal: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<ErrorCode, TRPCError['code']>

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    errorFormatter({ shape, error }) {
      const domain = error.cause instanceof DomainError ? error.cause : undefined
      const issues = error.cause instanceof z.ZodError ? error.cause.issues.slice(0, 20) : undefined
      const details = error.code === 'INTERNAL_SERVER_ERROR' ? { id: errorId(error) } : {}
      return {
        message: domain?.code ?? (issues ? 'invalid' : 'internal'),
        code: shape.code,
        data: {
          httpStatus: shape.data.httpStatus,
          code: domain?.code ?? (issues ? 'invalid' : error.code === 'INTERNAL_SERVER_ERROR' ? 'internal' : 'notFound'),
          details: domain?.details ?? details,
          issues: issues?.map((issue) => ({ path: issue.path.join('.'), code: issue.code, message: issue.message })),
        },
      }
    },
  })

export const router = t.router

/** What is refused before any procedure is asked, as a procedure would refuse it. */
export function refusal(code: ErrorCode, details: ErrorDetails = {}) {
  const error = new TRPCError({ code: statusOf[code], message: code })
  const httpStatus = getHTTPStatusCodeFromError(error)
  const body = {
    error: { message: code, code: TRPC_ERROR_CODES_BY_KEY[error.code], data: { httpStatus, code, details } },
  }
  return { httpStatus, body }
}

const asTrpcError = (error: unknown): unknown =>
  error instanceof DomainError
    ? new TRPCError({ code: statusOf[error.code], cause: error, message: error.code })
    : error

/** Runs `work`, turning the domain's refusals into the transport's; a database that is away is *unavailable*: try again. */
async function answering<Output>(work: () => Promise<Output>): Promise<Output> {
  try {
    return await work()
  } catch (error) {
    throw asTrpcError(orUnavailable(error))
  }
}

/** Against whom a call counts: its person, or the network of whoever is signed out. */
const callerOf = ({ sender, client }: RequestContext): string => sender?.personId ?? networkOf(client.address)

/** Every procedure: the call counts. */
const procedure = t.procedure.use(({ ctx, next }) =>
  answering(async () => {
    ctx.limits.count(callerOf(ctx))
    return next()
  }),
)

/**
 * A page with another protocol reads, and writes nothing: an older one until it is loaded again, a newer one until this
 * server is replaced too. Whoever names no protocol is no page.
 */
function speaksOurs({ protocol }: RequestContext): void {
  if (protocol !== null && protocol !== String(protocolVersion))
    throw new DomainError('versionMismatch', { version: protocolVersion })
}

/** Who sends; nobody where another tab has signed somebody else in than the page is of. */
function signedIn({ sender, pageOf }: RequestContext): NonNullable<RequestContext['sender']> {
  if (!sender || (pageOf !== null && pageOf !== sender.personId)) throw new DomainError('unauthenticated')
  return sender
}

/** A command as a mutation: `{ commandId, input }` in, the positions of its events out. */
export function mutation<Name extends string, Input extends z.ZodType>(
  command: Command<Name, Input>,
  { takesFile = false }: { readonly takesFile?: boolean } = {},
) {
  return procedure
    .meta({ kind: 'command', name: command.name, command, takesFile })
    .input(z.object({ commandId: idSchema, input: command.input }))
    .mutation(({ ctx, input }) =>
      answering(() => {
        speaksOurs(ctx)
        const sender = signedIn(ctx)
        const request = input as { commandId: string; input: z.infer<Input> }
        const execute = () => ctx.kernel.execute(command, { sender, ...request })
        return ctx.limits.inTurn(sender.personId, execute, laneOf([{ command, input: request.input }]))
      }),
    )
}

/** A query for those who are signed in. */
export function read<Name extends string, Input extends z.ZodType, Output>(query: Query<Name, Input, Output>) {
  return procedure
    .meta({ kind: 'query', name: query.name })
    .input(query.input)
    .query(({ ctx, input }) =>
      answering(() => {
        const { personId } = signedIn(ctx)
        return ctx.limits.inTurn(personId, () => ctx.kernel.ask(query, personId, input as z.infer<Input>))
      }),
    )
}

/** What a signed-out visitor may ask or send as well (sign-in, invitations, setup); `handle` guards itself. */
export const openProcedure = procedure.use(({ ctx, next }) =>
  answering(() => ctx.limits.inTurn(callerOf(ctx), () => next())),
)
export { answering }
