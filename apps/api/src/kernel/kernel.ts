import type { Pool } from 'pg'
import type { z } from 'zod'
import { readTogether } from './connection.ts'
import { hashOf } from './hash.ts'
import type { Job } from './job.ts'
import { type Command, namesItsSpace, type Sender } from './command.ts'
import { type LogWakeUps, logWakeUps } from './log.ts'
import { noMemory, spaceMemory } from './memory.ts'
import { type Committed, committedOrThrow, type Outcome } from './outcome.ts'
import type { Query } from './query.ts'
import { jobRunner } from './queue.ts'
import { inSequence } from './sequence.ts'
import type { PartLoaders } from './snapshot.ts'
import type { Reads } from './transaction.ts'

/** Runs a command whose input has been parsed. Throws a DomainError for a refusal; `unavailable` means: retry with the same id. */
export type Execute = <Input extends z.ZodType>(
  command: Command<string, Input>,
  request: { sender: Sender; commandId: string; input: z.infer<Input> },
) => Promise<Committed>

/** Runs commands and queries; knows no noun. */
export type Kernel = {
  readonly execute: Execute
  /**
   * Runs the commands that it is given in their order, those on one space together; behind one that could not be done now
   * none is tried: `unavailable`.
   */
  inOrder(): Execute
  /** Answers a query whose input has been parsed. */
  ask<Input extends z.ZodType, Output>(
    query: Query<string, Input, Output>,
    personId: string,
    input: z.infer<Input>,
  ): Promise<Output>
  readonly reads: Reads
  readonly log: LogWakeUps
  /** Resolves when every command that was accepted has been answered. */
  idle(): Promise<void>
}

/** Makes the kernel over a pool whose connections pipeline. `now` is the clock, ISO 8601 in UTC. */
export function createKernel(options: {
  pool: Pool
  reads: Reads
  /** With them, busy spaces are kept in memory. */
  loaders?: PartLoaders
  now?: () => string
  onError: (error: unknown) => void
}): Kernel {
  const now = options.now ?? (() => new Date().toISOString())
  const { pool, loaders, onError } = options
  // Folding a large board takes as long as everything else on the way: people hear first.
  const log = logWakeUps(onError, (events) => memory.heard(events))
  const memory = loaders ? spaceMemory({ pool, loaders }, log.publishFound, onError) : noMemory
  const runner = jobRunner({
    pool,
    memory,
    publish: (events) => {
      if (events.length > 0) log.publish(events)
    },
    now,
  })
  const jobOf = async <Input extends z.ZodType>(
    command: Command<string, Input>,
    { sender, commandId, input }: { sender: Sender; commandId: string; input: z.infer<Input> },
  ): Promise<Job> => {
    const spaceIds = [...new Set(await command.spaces(options.reads, input, sender))]
    const payloadHash = hashOf({ name: command.name, input })
    return { command, sender, commandId, input, payloadHash, spaceIds }
  }
  const accepted = new Set<Promise<Committed>>()
  const accept = (outcome: Promise<Outcome>): Promise<Committed> => {
    const answer = outcome.then(committedOrThrow)
    accepted.add(answer)
    answer.catch(() => undefined).finally(() => accepted.delete(answer))
    return answer
  }
  return {
    reads: options.reads,
    log,
    async idle() {
      while (accepted.size > 0) await Promise.allSettled(accepted)
      await runner.idle()
    },
    execute: (command, request) => accept(jobOf(command, request).then((job) => runner.run(job))),
    inOrder() {
      const sequence = inSequence(runner)
      return (command, request) =>
        accept(sequence({ asks: !namesItsSpace(command), prepare: () => jobOf(command, request) }))
    },
    ask: (query, personId, input) =>
      query.handle({
        db: options.reads,
        input,
        personId,
        now: now(),
        remembered: memory.of,
        opened: memory.opened,
        together: (work) => readTogether(options.pool, work),
      }),
  }
}
