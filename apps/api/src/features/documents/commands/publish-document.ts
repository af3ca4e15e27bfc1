import { documentPublish } from '@kolo/domain/documents/documents.decide'
import { can } from '@kolo/domain/documents/documents.policy'
import { canonicalJson, sha256, toJson } from '@kolo/editor'
import * as Y from 'yjs'
import { command, ownSpace } from '../../../kernel/command.ts'
import type { Reads } from '../../../kernel/transaction.ts'
import { loadText } from '../document-text.ts'
import { documentById } from '../documents.entries.ts'

/** Fixes what is stored now as a version. The lock on the log keeps every edit on exactly one side of it. */
export const publishDocument = command(documentPublish, {
  spaces: ownSpace,
  async handle({ tx, input, decide, actor, now }) {
    const document = await documentById(tx.read, input)
    // Only for those who may publish: a text is long, and reading it holds everybody's edits up.
    const text = document && can.publish(actor, document) ? await fixText(tx.read, input.documentId) : undefined
    const taken = await tx.read
      .selectFrom('document_version')
      .select('id')
      .where('id', '=', input.versionId)
      .executeTakeFirst()
    const events = decide({ document, text, versionTaken: taken !== undefined })
    if (text) {
      tx.write((db) =>
        db.insertInto('document_version').values({
          id: input.versionId,
          document_id: input.documentId,
          name: input.name,
          number: text.number,
          hash: text.hash,
          content: text.content,
          state: text.state,
          published_by: actor.personId,
          published_at: now,
        }),
      )
    }
    return events
  },
})

async function fixText(
  read: Reads,
  documentId: string,
): Promise<{ number: number; hash: string; content: string; state: Buffer }> {
  await read
    .selectFrom('document_log')
    .select('last_number')
    .where('document_id', '=', documentId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const ydoc = new Y.Doc()
  const number = await loadText(read, documentId, ydoc)
  const content = canonicalJson(toJson(ydoc))
  const state = Buffer.from(Y.encodeStateAsUpdate(ydoc))
  ydoc.destroy()
  return { number, hash: await sha256(content), content, state }
}
