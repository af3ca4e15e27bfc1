import { useEffect, useRef, useState } from 'react'

/** A text that is saved when its field is left; what others write meanwhile is shown, never silently lost. */
export function useFieldDraft(saved: string, save: (text: string) => void) {
  const [draft, setDraft] = useState<{ readonly text: string; readonly base: string }>()
  const text = draft?.text ?? saved
  const commit = (): void => {
    if (draft && draft.text !== saved && draft.text !== draft.base) save(draft.text)
    setDraft(undefined)
  }
  const latest = useRef(commit)
  useEffect(() => {
    latest.current = commit
  })
  // A panel that closes takes its focused field along, without a blur.
  useEffect(() => () => latest.current(), [])
  return {
    text,
    isChanged: draft !== undefined && draft.text !== saved,
    /** What somebody else has written since I began. */
    theirs: draft && saved !== draft.base && saved !== draft.text ? saved : undefined,
    set: (next: string) => setDraft({ text: next, base: draft?.base ?? saved }),
    commit,
    reset: () => setDraft(undefined),
  }
}
