import { DomainError } from '@kolo/domain/core/errors'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import { cycleSet } from '@kolo/domain/cycles/cycles.events'
import { dueReports, type DueReport } from '../../features/cycles/cycles.queries.ts'
import { openReport } from '../../features/reports/commands/open-report.ts'
import { idFor } from '../../kernel/hash.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { type Rounds, startRounds } from '../rounds.ts'

const lookEvery = 10 * 60_000

/**
 * Starts asking: now, whenever a cycle is set, and from time to time, since days begin without a command. Several nodes
 * ask under the same ids, so that each report is opened once.
 */
export function startDueReports(options: {
  readonly kernel: Kernel
  readonly onError: (error: unknown) => void
  readonly now?: () => string
  readonly every?: number
}): Rounds {
  const { kernel, onError, now = () => new Date().toISOString(), every = lookEvery } = options
  const rounds = startRounds({
    every,
    onError,
    async round(stopped) {
      for (const due of await dueReports(kernel.reads, now().slice(0, 10))) {
        if (stopped()) return
        await ask(kernel, due).catch(onError)
      }
    },
  })
  const unsubscribe = kernel.log.subscribe((events) => {
    if (events.some(({ type }) => type === cycleSet.type)) void rounds.look()
  })
  return {
    look: rounds.look,
    async stop() {
      unsubscribe()
      await rounds.stop()
    },
  }
}

/** One that is taken away or asked for meanwhile isn't asked for again. */
async function ask(kernel: Kernel, { rolloutId, spaceId, periodStart, periodEnd, dueOn }: DueReport): Promise<void> {
  const name = `${rolloutId} ${periodStart} ${periodEnd}`
  const input = { spaceId, rolloutId, reportId: idFor(`report ${name}`), periodStart, periodEnd, dueOn }
  const request = { sender: { personId: SYSTEM_ACTOR_ID, system: true }, commandId: idFor(`ask ${name}`), input }
  try {
    await kernel.execute(openReport, request)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'unavailable') throw error
  }
}
