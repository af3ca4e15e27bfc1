import { type FieldChange, type FieldKey, fieldOf } from '@kolo/domain/reports/report-content'

/** What is typed and not handed over yet. */
export type DraftEdits = {
  pending(): ReadonlyMap<FieldKey, FieldChange>
  /** Keeps a change; it goes out after a pause, or at once. Its base stays that of the first keystroke. */
  change(change: FieldChange, atOnce?: boolean): void
  /** Hands over everything that isn't held back. */
  flush(): void
  /** Forgets what was typed in a field. */
  drop(field: FieldKey): void
  /** These fields wait for a decision and aren't handed over. */
  hold(fields: ReadonlySet<FieldKey>): void
  subscribe(listener: () => void): () => void
}

const pause = 700

/** Collects the keystrokes of a form, field by field, so that each pause makes one command for each changed field. */
export function createDraftEdits(
  save: (change: FieldChange) => void,
  later: (work: () => void, ms: number) => unknown = setTimeout,
): DraftEdits {
  let edits: ReadonlyMap<FieldKey, FieldChange> = new Map()
  let held: ReadonlySet<FieldKey> = new Set()
  let round = 0
  const listeners = new Set<() => void>()
  const set = (next: ReadonlyMap<FieldKey, FieldChange>): void => {
    edits = next
    for (const listener of listeners) listener()
  }
  const flush = (): void => {
    const ready = [...edits].filter(([field]) => !held.has(field))
    if (ready.length === 0) return
    // Handed over before they are forgotten: what is shown never falls back for a moment.
    for (const [, change] of ready) save(change)
    set(new Map([...edits].filter(([field]) => held.has(field))))
  }
  return {
    pending: () => edits,
    change(change, atOnce = false) {
      const field = fieldOf(change)
      const base = edits.get(field)?.base ?? change.base
      set(new Map(edits).set(field, { ...change, base }))
      if (atOnce) return flush()
      round += 1
      const mine = round
      later(() => mine === round && flush(), pause)
    },
    flush,
    drop(field) {
      set(new Map([...edits].filter(([key]) => key !== field)))
    },
    hold(fields) {
      held = fields
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
