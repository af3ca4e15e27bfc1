import type { Draft } from '@kolo/domain/reports/reports'
import { reportApprove, reportAskApproval, reportSubmit } from '@kolo/domain/reports/submit.decide'
import { useOutbox } from '../../lib/hub.tsx'

const leaving: readonly string[] = [reportSubmit.name, reportAskApproval.name, reportApprove.name]

/** Whether the report is on its way out: also after the page was loaded anew, while it waits for the network. */
export function useLeaving({ id }: Pick<Draft, 'id'>): boolean {
  const { items } = useOutbox()
  return items.some(
    ({ name, input, state }) =>
      leaving.includes(name) && state !== 'refused' && (input as { reportId?: unknown }).reportId === id,
  )
}
