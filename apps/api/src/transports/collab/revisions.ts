import { randomUUID } from 'node:crypto'
import { DomainError } from '@kolo/domain/core/errors'
import { editorsAfter } from '../../features/documents/document-text.ts'
import { reviseDocument } from '../../features/documents/revise-document.ts'
import type { Kernel } from '../../kernel/kernel.ts'

/** Tells the log of the space, after each stretch of editing, who wrote. */
export type Revisions = {
  /** Somebody has written: the stretch goes on. */
  touch(documentId: string): void
  /** Picks up what was written before the process ended without telling. */
  resume(): Promise<void>
  /** Tells everything now, for the last time: the process is about to end. */
  flush(): Promise<void>
}

type Stretch = { readonly since: number; timer: NodeJS.Timeout }

/** Makes the teller: `quiet` ms after the last update, but at least every `longest` ms. */
export function revisions(options: {
  readonly kernel: Kernel
  readonly quiet: number
  readonly longest: number
  readonly onError: (error: unknown) => void
}): Revisions {
  const stretches = new Map<string, Stretch>()
  let closed = false

  const tell = async (documentId: string): Promise<void> => {
    stretches.delete(documentId)
    try {
      await reviseNow(options.kernel, documentId)
    } catch (error) {
      // Told with the next update, or after the next start: the numbers in the tables say what is missing.
      options.onError(error)
    }
  }

  const touch = (documentId: string): void => {
    if (closed) return
    const now = Date.now()
    const open = stretches.get(documentId)
    if (open) clearTimeout(open.timer)
    const since = open?.since ?? now
    const wait = Math.max(0, Math.min(options.quiet, since + options.longest - now))
    stretches.set(documentId, { since, timer: setTimeout(() => void tell(documentId), wait) })
  }

  return {
    touch,
    async resume() {
      const rows = await options.kernel.reads
        .selectFrom('document')
        .innerJoin('document_log', 'document_log.document_id', 'document.id')
        .select('document.id')
        .whereRef('document_log.last_number', '>', 'document.revised_number')
        .execute()
      for (const row of rows) touch(row.id)
    },
    async flush() {
      closed = true
      for (const { timer } of stretches.values()) clearTimeout(timer)
      await Promise.all([...stretches.keys()].map(tell))
    },
  }
}

async function reviseNow(kernel: Kernel, documentId: string): Promise<void> {
  const document = await kernel.reads
    .selectFrom('document')
    .select(['space_id', 'revised_number'])
    .where('id', '=', documentId)
    .executeTakeFirst()
  if (!document) return
  const { number, editorIds } = await editorsAfter(kernel.reads, documentId, document.revised_number)
  const [lastEditor] = editorIds
  if (lastEditor === undefined) return
  try {
    await kernel.execute(reviseDocument, {
      sender: { personId: lastEditor, system: true },
      commandId: randomUUID(),
      input: { spaceId: document.space_id, documentId, number, editorIds: [...editorIds] },
    })
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'notFound')) throw error
  }
}
