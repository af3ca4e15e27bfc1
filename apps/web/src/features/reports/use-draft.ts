import { reportSaveDraft } from '@kolo/domain/reports/drafts.decide'
import {
  type DraftContent,
  type FieldChange,
  type FieldKey,
  fieldOf,
  withChange,
} from '@kolo/domain/reports/report-content'
import { type Draft, saveDraftInput } from '@kolo/domain/reports/reports'
import type { OutboxItem } from '@kolo/sync'
import type { SavingState } from '@kolo/ui'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useConnection, useSend } from '../../lib/hub.tsx'
import { useUnsent } from '../../lib/unsent.ts'
import { createDraftEdits } from './draft-edits.ts'

/** A change without what it was made on. */
export type Answer = FieldChange extends infer Change
  ? Change extends FieldChange
    ? Omit<Change, 'base'>
    : never
  : never

/** A field that somebody else changed meanwhile: what was written here and not kept. */
export type Clash = { readonly change: FieldChange; readonly commandIds: readonly string[] }

/** A draft while somebody writes it. */
export type WrittenDraft = {
  /** What the form shows: what is stored, with everything that is on its way or still being typed. */
  readonly content: DraftContent
  /** What is stored, or on its way there. */
  readonly stored: DraftContent
  readonly saving: SavingState
  /** What waits for more than the network: for the server, or in this page alone. */
  readonly held: OutboxItem | undefined
  readonly clashes: ReadonlyMap<FieldKey, Clash>
  /** Keeps an answer; a choice goes out at once, text after a pause. */
  answer(answer: Answer, atOnce?: boolean): void
  flush(): void
  /** Decides a clash: one's own words replace the other's, or are given up. */
  resolve(field: FieldKey, whose: 'mine' | 'theirs'): void
}

/** Writes a draft field by field, and knows honestly what is stored. */
export function useDraft(spaceId: string, draft: Draft): WrittenDraft {
  const send = useSend()
  const { items, discard } = useUnsent()
  const isAway = useConnection() === 'away'
  const reportId = draft.id
  const save = useCallback(
    (change: FieldChange) => void send(reportSaveDraft, 'reports.saveDraft', { spaceId, reportId, changes: [change] }),
    [send, spaceId, reportId],
  )
  const edits = useMemo(() => createDraftEdits(save), [save])
  const typed = useSyncExternalStore(edits.subscribe, edits.pending)
  const ours = useMemo(() => items.filter((item) => isSavingOf(item, reportId)), [items, reportId])
  const clashes = useMemo(() => clashesOf(ours), [ours])

  useEffect(() => edits.hold(new Set(clashes.keys())), [edits, clashes])
  useFlushOnLeaving(edits.flush)

  const content = useMemo(
    () => [...[...clashes.values()].map(({ change }) => change), ...typed.values()].reduce(withChange, draft.content),
    [clashes, typed, draft.content],
  )
  return {
    content,
    stored: draft.content,
    saving: savingOf(ours, typed.size > 0, isAway),
    held: heldOf(ours),
    clashes,
    answer: (answer, atOnce) => {
      const change = { ...answer, base: null } as FieldChange
      edits.change({ ...change, base: draft.revisions[fieldOf(change)] ?? null }, atOnce)
    },
    flush: edits.flush,
    resolve(field, whose) {
      const clash = clashes.get(field)
      if (!clash) return
      const mine = typed.get(field) ?? clash.change
      for (const commandId of clash.commandIds) discard(commandId)
      edits.drop(field)
      if (whose === 'mine') save({ ...mine, base: draft.revisions[field] ?? null })
    },
  }
}

const isSavingOf = (item: OutboxItem, reportId: string): boolean =>
  item.name === reportSaveDraft.name && (item.input as { reportId?: unknown }).reportId === reportId

/** By field: the newest refused change, and all of its commands. */
function clashesOf(items: readonly OutboxItem[]): ReadonlyMap<FieldKey, Clash> {
  const clashes = new Map<FieldKey, Clash>()
  for (const item of items) {
    const input = item.state === 'refused' && saveDraftInput.safeParse(item.input)
    if (!input || !input.success) continue
    for (const change of input.data.changes) {
      const field = fieldOf(change)
      clashes.set(field, { change, commandIds: [...(clashes.get(field)?.commandIds ?? []), item.commandId] })
    }
  }
  return clashes
}

function savingOf(items: readonly OutboxItem[], isTyping: boolean, isAway: boolean): SavingState {
  if (items.some(({ state }) => state === 'refused')) return 'refused'
  if (items.length === 0 && !isTyping) return 'saved'
  return isAway || items.some(({ state }) => state === 'waiting') ? 'waiting' : 'saving'
}

/** A refusal first, which says what all behind it wait for. */
function heldOf(items: readonly OutboxItem[]): OutboxItem | undefined {
  const open = items.filter(({ state }) => state !== 'refused')
  return open.find(({ refusal }) => refusal) ?? open.find(({ onlyInMemory }) => onlyInMemory)
}

/** Hands everything over before the page goes into the background or away. */
function useFlushOnLeaving(flush: () => void): void {
  useEffect(() => {
    const onHidden = () => document.visibilityState === 'hidden' && flush()
    document.addEventListener('visibilitychange', onHidden)
    window.addEventListener('pagehide', flush)
    return () => {
      document.removeEventListener('visibilitychange', onHidden)
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])
}
