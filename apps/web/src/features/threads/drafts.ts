import { useCallback, useState } from 'react'
import { useSession } from '../../lib/session.tsx'
import type { Words } from './threads.data.ts'

const nothing: Words = { body: '', fileIds: [] }
const keyOf = (personId: string, place: string): string => `kolo-draft:${personId}:${place}`

/** What a person has begun to write there; survives reloads until it is sent. */
export function readDraft(personId: string, place: string): Words {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(personId, place)) ?? 'null') as Partial<Words> | null
    const { body, fileIds } = kept ?? nothing
    return { body: typeof body === 'string' ? body : '', fileIds: Array.isArray(fileIds) ? fileIds : [] }
  } catch {
    return nothing
  }
}

/** Whether there is something to lose. */
export const isEmpty = ({ body, fileIds }: Words): boolean => body.trim() === '' && fileIds.length === 0

/** The words in a composer, kept in this browser from the first letter on. */
export function useDraft(place: string): readonly [Words, (change: (words: Words) => Words) => void] {
  const { id } = useSession()
  const [words, setWords] = useState(() => readDraft(id, place))
  const change = useCallback(
    (apply: (words: Words) => Words) =>
      setWords((before) => {
        const after = apply(before)
        try {
          if (isEmpty(after)) localStorage.removeItem(keyOf(id, place))
          else localStorage.setItem(keyOf(id, place), JSON.stringify(after))
        } catch {
          // A full disk keeps the words on the screen only.
        }
        return after
      }),
    [id, place],
  )
  return [words, change]
}
