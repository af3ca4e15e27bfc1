import type { Written } from '../../features/documents/document-log.ts'

/** The person may not write in this document (any more). */
export class NotAllowed extends Error {}

/** Stores updates in the order in which they arrive, with one commit for all that wait. */
export type UpdateQueue = {
  /** Resolves with the update's number when it is stored; rejects when it isn't, and then it must not be applied. */
  append(documentId: string, written: Written): Promise<number>
  /** Whether something of this document is still on its way. */
  isBusy(documentId: string): boolean
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>
}

type Waiting = { readonly written: Written; settle(number: number): void; fail(error: unknown): void }

const maxBatch = 200
const maxBatchBytes = 4 * 1024 * 1024
const maxWaiting = 5_000

/** Makes the queues, one for each document in use. `store` commits a batch and answers the numbers, undefined where refused. */
export function updateQueue(
  store: (documentId: string, batch: readonly Written[]) => Promise<readonly (number | undefined)[]>,
): UpdateQueue {
  const queues = new Map<string, Waiting[]>()
  const running = new Set<Promise<void>>()

  const drain = async (documentId: string, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) {
      const batch = queue.splice(0, sizeOfBatch(queue))
      try {
        const numbers = await store(
          documentId,
          batch.map(({ written }) => written),
        )
        batch.forEach(({ settle, fail }, index) => {
          const number = numbers[index]
          if (number === undefined) fail(new NotAllowed('This person may not write here.'))
          else settle(number)
        })
      } catch (error) {
        for (const { fail } of batch) fail(error)
      }
    }
    queues.delete(documentId)
  }

  return {
    append: (documentId, written) =>
      new Promise((settle, fail) => {
        const waiting: Waiting = { written, settle, fail }
        const queue = queues.get(documentId)
        if (queue) {
          if (queue.length >= maxWaiting) fail(new Error('Too many updates wait to be stored.'))
          else queue.push(waiting)
          return
        }
        const fresh = [waiting]
        queues.set(documentId, fresh)
        const work = drain(documentId, fresh)
        running.add(work)
        void work.finally(() => running.delete(work))
      }),
    isBusy: (documentId) => queues.has(documentId),
    async idle() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

function sizeOfBatch(queue: readonly Waiting[]): number {
  let bytes = 0
  let count = 0
  for (const { written } of queue) {
    bytes += written.update.byteLength
    if (count > 0 && (bytes > maxBatchBytes || count >= maxBatch)) break
    count += 1
  }
  return count
}
