import {
  documentArchive,
  documentCreate,
  documentPublish,
  documentRename,
  documentRestore,
} from '@kolo/domain/documents/documents.decide'
import type { Subject, Thread } from '@kolo/domain/threads/threads'
import { messagePost, threadResolve, threadStart } from '@kolo/domain/threads/threads.decide'
import { type Answer, uuidv7 } from '@kolo/sync'
import { showToast } from '@kolo/ui'
import { useMemo } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { refusalText } from '../../lib/refusal-text.ts'
import { useTexts } from '../../lib/texts.tsx'

/** A thread on a passage. */
export type PassageThread = Thread & { readonly subject: Extract<Subject, { kind: 'passage' }> }

/** What a person can do with the documents of a space; a refusal is told in a toast. */
export function useDocumentCommands(spaceId: string) {
  const send = useSend()
  const { t } = useTexts('errors')
  return useMemo(() => {
    const told = async (answering: Promise<Answer>): Promise<boolean> => {
      const answer = await answering
      if (answer.status !== 'refused') return true
      showToast({ text: refusalText(t, answer), tone: 'danger' })
      return false
    }
    const post = (threadId: string, body: string) =>
      told(send(messagePost, 'threads.post', { spaceId, threadId, messageId: uuidv7(), body, fileIds: [] }))
    return {
      /** Gives the new document's id at once. */
      create(title: string): string {
        const documentId = uuidv7()
        void told(send(documentCreate, 'documents.create', { spaceId, documentId, title }))
        return documentId
      },
      rename: (documentId: string, title: string) =>
        told(send(documentRename, 'documents.rename', { spaceId, documentId, title })),
      archive: (documentId: string) => told(send(documentArchive, 'documents.archive', { spaceId, documentId })),
      restore: (documentId: string) => told(send(documentRestore, 'documents.restore', { spaceId, documentId })),
      publish: (documentId: string, name: string) =>
        told(send(documentPublish, 'documents.publish', { spaceId, documentId, versionId: uuidv7(), name })),
      /** Starts a thread on a passage with its first message; gives the thread's id at once. */
      comment(subject: PassageThread['subject'], body: string): string {
        const threadId = uuidv7()
        void told(send(threadStart, 'threads.start', { spaceId, threadId, title: titleOf(subject.quote), subject }))
        void post(threadId, body)
        return threadId
      },
      reply: post,
      resolve: (threadId: string) => told(send(threadResolve, 'threads.resolve', { spaceId, threadId })),
    }
  }, [send, spaceId, t])
}

/** A comment's thread is called by the words that it is about. */
function titleOf(quote: string): string {
  const line = quote.replaceAll(/\s+/g, ' ').trim()
  if (line === '') return '…'
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`
}

/** The threads on passages of a document, those that started last first. */
export function threadsOn(threads: Readonly<Record<string, Thread>>, documentId: string): PassageThread[] {
  return Object.values(threads)
    .filter(
      (thread): thread is PassageThread =>
        thread.subject.kind === 'passage' && thread.subject.documentId === documentId,
    )
    .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
}
