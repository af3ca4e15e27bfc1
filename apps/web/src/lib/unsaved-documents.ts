import { useSyncExternalStore } from 'react'

/** A document with words that this page alone has; `path`: where they were written, `isRefused`: the server doesn't take them. */
export type UnsavedDocument = { readonly documentId: string; readonly path: string; readonly isRefused: boolean }

let unsaved: readonly UnsavedDocument[] = []
const listeners = new Set<() => void>()

function become(next: readonly UnsavedDocument[]): void {
  unsaved = next
  for (const listener of listeners) listener()
}

/** The documents of this page that aren't saved: known to the shell, though their code comes with the editor. */
export const unsavedDocuments = (): readonly UnsavedDocument[] => unsaved

/** Says how it stands with a document, whenever that changes. */
export function noteDocument(documentId: string, path: string, by: { unsaved: boolean; isRefused: boolean }): void {
  const known = unsaved.find((each) => each.documentId === documentId)
  if (by.unsaved ? known?.isRefused === by.isRefused : !known) return
  const others = unsaved.filter((each) => each !== known)
  become(by.unsaved ? [...others, { documentId, path: known?.path ?? path, isRefused: by.isRefused }] : others)
}

/** Their loss was agreed to. */
export const forgetDocuments = (): void => become([])

/** The same for a view, which follows it. */
export const useUnsavedDocuments = (): readonly UnsavedDocument[] =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, unsavedDocuments)
