import { DomainError, type ErrorCode } from '@kolo/domain/core/errors'
import type { FastifyReply } from 'fastify'
import { orUnavailable } from '../../kernel/outcome.ts'

const statusOf: Partial<Record<ErrorCode, number>> = {
  notFound: 404,
  unauthenticated: 401,
  tooLarge: 413,
  unavailable: 503,
}

/** What a route outside of the procedures gives, or its refusal in the words that procedures have for it. */
export async function answered(reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work()
  } catch (thrown) {
    const error = orUnavailable(thrown)
    if (!(error instanceof DomainError)) throw error
    const { code, details } = error
    return reply.code(statusOf[code] ?? 422).send({ code, details })
  }
}
