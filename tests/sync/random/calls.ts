import { appRouter } from '@kolo/api/router'
import { type HubNode, registeredCommands, runFrame } from '@kolo/api/testing'
import { DomainError } from '@kolo/domain/core/errors'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import { type Answer, answersIn, frameOf, type OutboxItem } from '@kolo/sync'

/** A node's procedures, as its transports call them. */
export type Calls = {
  run(personId: string, path: string, commandId: string, input: unknown): Promise<Answer>
  /** Commands in one frame, as they come over a connection. */
  runTogether(personId: string, items: readonly OutboxItem[]): Promise<readonly Answer[]>
  ask<Output>(personId: string, path: string, input: unknown): Promise<Output | 'forbidden'>
  /** In the hub's own name; throws what is refused. */
  arrange(path: string, commandId: string, input: unknown): Promise<unknown>
}

type Caller = Record<string, Record<string, (input: unknown) => Promise<unknown>> | undefined>
type Context = Exclude<Parameters<typeof appRouter.createCaller>[0], () => unknown>

/** Reaches the procedures of a node. */
export function callsOf({ kernel, identity, limits }: HubNode): Calls {
  const commands = registeredCommands(appRouter)
  const callers = new Map<string, Caller>()
  const callerOf = (personId: string): Caller => {
    const sender = personId === SYSTEM_ACTOR_ID ? { personId, system: true } : { personId }
    const context: Context = {
      kernel,
      identity,
      limits,
      sender,
      session: undefined,
      protocol: null,
      pageOf: null,
      client: { address: '127.0.0.1', agent: 'test' },
      setCookie: () => undefined,
    }
    const made = callers.get(personId) ?? (appRouter.createCaller(context) as unknown as Caller)
    callers.set(personId, made)
    return made
  }
  const invoke = (personId: string, path: string, input: unknown): Promise<unknown> => {
    const [noun = '', verb = ''] = path.split('.')
    const procedure = callerOf(personId)[noun]?.[verb]
    if (!procedure) throw new Error(`The hub has no ${path}.`)
    return procedure(input)
  }
  return {
    run: (personId, path, commandId, input) => answered(() => invoke(personId, path, { commandId, input })),
    async runTogether(personId, items) {
      const frames = { kernel, commands, limits, onFailure: () => undefined }
      return answersIn(await runFrame(frames, frameOf(items), async () => personId))
    },
    ask: (personId, path, input) => unlessForbidden(() => invoke(personId, path, input)) as never,
    arrange: (path, commandId, input) => invoke(SYSTEM_ACTOR_ID, path, { commandId, input }),
  }
}

/** As the browser's transport does: a refusal is final, everything else leaves open what happened. */
async function answered(work: () => Promise<unknown>): Promise<Answer> {
  try {
    return (await work()) as Answer
  } catch (error) {
    const refusal = refusalIn(error)
    if (!refusal || refusal.code === 'unavailable') return { status: 'unknown' }
    return { status: 'refused', code: refusal.code, details: refusal.details }
  }
}

async function unlessForbidden(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work()
  } catch (error) {
    if (refusalIn(error)?.code === 'notFound') return 'forbidden'
    throw error
  }
}

const refusalIn = (error: unknown): DomainError | undefined =>
  error instanceof Error && error.cause instanceof DomainError ? error.cause : undefined
