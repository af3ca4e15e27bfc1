import type { EventDraft } from '@kolo/domain/events/define-event'
import type { Tx } from '../../kernel/transaction.ts'
import { initialBoard } from '../boards/initial-board.ts'

/** Furnishes a space that was just opened for work (commons, stage, rollout) with what every one of them has: its board. */
export function openWorkspace(tx: Tx, spaceId: string, ids: () => string): EventDraft[] {
  return initialBoard(tx, spaceId, ids)
}
