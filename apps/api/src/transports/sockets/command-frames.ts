import { DomainError, notFound } from '@kolo/domain/core/errors'
import { type Commands, commandsPerFrame, commandsSchema, type Refusal, type Reply } from '@kolo/sync'
import { z } from 'zod'
import type { Command } from '../../kernel/command.ts'
import type { Execute, Kernel } from '../../kernel/kernel.ts'
import { orUnavailable } from '../../kernel/outcome.ts'
import { laneOf } from '../command-lane.ts'
import { errorId } from '../http/error-id.ts'
import type { CallLimits } from '../trpc/call-limits.ts'

/** What commands that come over a socket are run with: the same as over HTTP. */
export type CommandFrames = {
  readonly kernel: Kernel
  readonly commands: ReadonlyMap<string, Command>
  readonly limits: CallLimits
  /** Hears of what nobody foresaw, under the number that the person is told. */
  readonly onFailure: (failure: { readonly error: Error; readonly path: string; readonly id: string }) => void
}

type Asked = Commands['commands'][number]

/** A frame of commands, or undefined where it makes no sense. */
export const commandFrame = (frame: unknown): Commands | undefined => commandsSchema.safeParse(frame).data

const overfull = z.object({ commands: z.array(z.unknown()).min(commandsPerFrame + 1) })

/** What a frame of too many commands is answered: none of them is done, whatever it says. Undefined for any other frame. */
export function tooManyInFrame(frame: unknown): Reply[] | undefined {
  const { data } = overfull.safeParse(frame)
  return data?.commands.map(() => ({ status: 'refused', code: 'tooLarge', details: { limit: commandsPerFrame } }))
}

/**
 * Runs the commands of a frame in their order; replies to each. `whose` reads the session anew, as each call over HTTP
 * does.
 */
export async function runFrame(
  frames: CommandFrames,
  { commands }: Commands,
  whose: () => Promise<string | undefined>,
): Promise<Reply[]> {
  const refused = ({ path }: Asked, error: unknown): Reply => ({ status: 'refused', ...refusalOf(frames, path, error) })
  try {
    const personId = await whose()
    if (personId === undefined) throw new DomainError('unauthenticated')
    const execute = frames.kernel.inOrder()
    let tooMany: unknown
    const runAll = (): Promise<Reply[]> =>
      Promise.all(
        commands.map(async (asked) => {
          // Behind the first that is too many all are, so that none is done before it.
          tooMany ??= counted(frames.limits, personId)
          if (tooMany) return refused(asked, tooMany)
          return run(frames, asked, personId, execute).catch((error: unknown) => refused(asked, error))
        }),
      )
    const named = commands.map(({ path, input }) => ({ command: frames.commands.get(path), input }))
    return await frames.limits.inTurn(personId, runAll, laneOf(named))
  } catch (error) {
    const [first] = commands
    return first ? Array.from(commands, () => refused(first, error)) : []
  }
}

/** Counts a call; gives the refusal where it is one too many. */
function counted(limits: CallLimits, personId: string): unknown {
  try {
    limits.count(personId)
    return undefined
  } catch (error) {
    return error
  }
}

async function run(frames: CommandFrames, asked: Asked, personId: string, execute: Execute): Promise<Reply> {
  const command = frames.commands.get(asked.path)
  if (!command) throw notFound()
  const input = command.input.parse(asked.input)
  return execute(command, { sender: { personId }, commandId: asked.commandId, input })
}

/** What whoever asked is told: the domain's own words, that the fields don't fit, or the number under which the log has it. */
function refusalOf(frames: CommandFrames, path: string, thrown: unknown): Refusal {
  const given = orUnavailable(thrown)
  if (given instanceof DomainError) return { code: given.code, details: given.details }
  if (given instanceof z.ZodError) return { code: 'invalid', details: {} }
  const error = given instanceof Error ? given : new Error(String(given))
  const id = errorId(error)
  frames.onFailure({ error, path, id })
  return { code: 'internal', details: { id } }
}
