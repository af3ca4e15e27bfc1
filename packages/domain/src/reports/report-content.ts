import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { runningText } from '../core/text.ts'
import { partKeySchema } from '../indicators/breakdown.ts'
import { completeParts, partsProblem, totalOf } from '../indicators/parts.ts'
import type { Indicator } from '../indicators/indicators.ts'
import { isUnusual } from '../indicators/plausible.ts'
import {
  completeValue,
  type DraftValue,
  draftValueSchema,
  indicatorValueSchema,
  isBlank,
  problemOf,
  type ValueProblem,
} from '../indicators/values.ts'
import { healths } from '../rollouts/rollouts.ts'
import { type Fact, type FactKey, factKey, factKeySchema, factSchema, maxFacts } from './facts.ts'

/** The fields of running text, in the order of the form. */
export const textFields = ['done', 'blockedBy', 'helpNeeded', 'nextSteps'] as const
export type TextField = (typeof textFields)[number]

/** Names a field of a report, also for comments on it; an indicator's is `indicator:` and its id. */
export type FieldKey =
  | 'health'
  | 'progress'
  | 'nothingToReport'
  | TextField
  | 'attachments'
  | `indicator:${string}`
  // Each attachment is saved for itself, so that two people who attach at once don't clash.
  | `attachment:${string}`
  | `fact:${FactKey}`
  | `note:${string}`
  | `source:${string}`
  // Each part of a breakdown is saved for itself: the indicator's id and the category's key.
  | `part:${string}`
export const indicatorField = (indicatorId: string): FieldKey => `indicator:${indicatorId}`

/** How many files hang on a report at most. */
export const maxAttachments = 20

const text = runningText(5_000)
const note = runningText(500)
const source = runningText(200)
const progress = z.int().min(0).max(100)

/** What a report says while it is being written. */
export const draftContentSchema = z.object({
  health: z.enum(healths).nullable(),
  progress: progress.nullable(),
  done: text,
  blockedBy: text,
  helpNeeded: text,
  nextSteps: text,
  nothingToReport: z.boolean(),
  /** By the indicator's id; what was never touched is absent. */
  values: z.record(idSchema, draftValueSchema),
  /** Files of the municipality's space, by id, in the order in which they came; absent while there was none. */
  attachments: z.array(idSchema).optional(),
  /** Facts of the period that the report is not to tell; absent while it tells all of them. */
  leftOut: z.array(factKeySchema).optional(),
  /** Why a value is unusual, by the indicator's id. */
  notes: z.record(idSchema, note).optional(),
  /** Where a value comes from, by the indicator's id; of what nobody wrote here, the last report's counts. */
  sources: z.record(idSchema, source).optional(),
  /** Of indicators that are taken apart: by their id, then by the category's key. Their values are the sums. */
  parts: z.record(idSchema, z.record(partKeySchema, draftValueSchema)).optional(),
})
export type DraftContent = z.infer<typeof draftContentSchema>

/** A file that was handed in; `size` in bytes. */
const attachmentSchema = z.object({ id: idSchema, name: z.string(), type: z.string(), size: z.int().nonnegative() })
export type Attachment = z.infer<typeof attachmentSchema>

/** What a report says once it is handed in: an indicator that is absent here was not reported. */
export const contentSchema = draftContentSchema.omit({ leftOut: true }).extend({
  values: z.record(idSchema, indicatorValueSchema),
  parts: z.record(idSchema, z.record(partKeySchema, indicatorValueSchema)).optional(),
  /** Absent where there is none. */
  attachments: z.array(attachmentSchema).optional(),
  /** What happened in the rollout in the period; absent where nothing was to be told. */
  facts: z.array(factSchema).max(maxFacts).optional(),
})
export type Content = z.infer<typeof contentSchema>

/** A draft before its first word. */
export const emptyContent: Omit<DraftContent, 'attachments' | 'leftOut' | 'notes' | 'sources' | 'parts'> = {
  health: null,
  progress: null,
  done: '',
  blockedBy: '',
  helpNeeded: '',
  nextSteps: '',
  nothingToReport: false,
  values: {},
}

// The revision of the field that the change is made on, null for a field that nobody has written.
const onRevision = { base: idSchema.nullable() }

/** One field's new value. */
export const fieldChangeSchema = z.discriminatedUnion('field', [
  z.object({ field: z.literal('health'), value: z.enum(healths).nullable(), ...onRevision }),
  z.object({ field: z.literal('progress'), value: progress.nullable(), ...onRevision }),
  z.object({ field: z.literal('nothingToReport'), value: z.boolean(), ...onRevision }),
  z.object({ field: z.enum(textFields), value: text, ...onRevision }),
  z.object({ field: z.literal('attachment'), fileId: idSchema, value: z.boolean(), ...onRevision }),
  z.object({ field: z.literal('indicator'), indicatorId: idSchema, value: draftValueSchema, ...onRevision }),
  z.object({ field: z.literal('note'), indicatorId: idSchema, value: note, ...onRevision }),
  z.object({ field: z.literal('source'), indicatorId: idSchema, value: source, ...onRevision }),
  z.object({
    field: z.literal('part'),
    indicatorId: idSchema,
    part: partKeySchema,
    value: draftValueSchema,
    ...onRevision,
  }),
  // Whether the report tells it.
  z.object({ field: z.literal('fact'), fact: factKeySchema, value: z.boolean(), ...onRevision }),
])
export type FieldChange = z.infer<typeof fieldChangeSchema>

/** The key of the field that a change is about. */
export function fieldOf(change: FieldChange): FieldKey {
  if (change.field === 'attachment') return `attachment:${change.fileId}`
  if (change.field === 'fact') return `fact:${change.fact}`
  if (change.field === 'note' || change.field === 'source') return `${change.field}:${change.indicatorId}`
  if (change.field === 'part') return `part:${change.indicatorId}:${change.part}`
  return change.field === 'indicator' ? indicatorField(change.indicatorId) : change.field
}

/** The content with one field changed. */
export function withChange(content: DraftContent, change: FieldChange): DraftContent {
  if (change.field === 'attachment') {
    const others = (content.attachments ?? []).filter((fileId) => fileId !== change.fileId)
    return { ...content, attachments: change.value ? [...others, change.fileId] : others }
  }
  if (change.field === 'fact') {
    const others = (content.leftOut ?? []).filter((fact) => fact !== change.fact)
    return { ...content, leftOut: change.value ? others : [...others, change.fact] }
  }
  if (change.field === 'note') return { ...content, notes: { ...content.notes, [change.indicatorId]: change.value } }
  if (change.field === 'source')
    return { ...content, sources: { ...content.sources, [change.indicatorId]: change.value } }
  if (change.field === 'part') {
    const { indicatorId, part, value } = change
    return {
      ...content,
      parts: { ...content.parts, [indicatorId]: { ...content.parts?.[indicatorId], [part]: value } },
    }
  }
  if (change.field !== 'indicator') return { ...content, [change.field]: change.value }
  return { ...content, values: { ...content.values, [change.indicatorId]: change.value } }
}

function sameValue(a: DraftValue | undefined, b: DraftValue): boolean {
  if (a === undefined) return false
  const figures = new Map(Object.entries(a))
  return (
    figures.size === Object.keys(b).length && Object.entries(b).every(([key, figure]) => figures.get(key) === figure)
  )
}

/** Whether the field says already what the change wants. */
export function saysAlready(content: DraftContent, change: FieldChange): boolean {
  if (change.field === 'attachment') return (content.attachments ?? []).includes(change.fileId) === change.value
  if (change.field === 'fact') return (content.leftOut ?? []).includes(change.fact) !== change.value
  if (change.field === 'note') return (content.notes?.[change.indicatorId] ?? '') === change.value
  // What the last report said is taken back by a source without words: that differs from a source that was never touched.
  if (change.field === 'source') return content.sources?.[change.indicatorId] === change.value
  if (change.field !== 'indicator' && change.field !== 'part') return content[change.field] === change.value
  const held =
    change.field === 'part' ? content.parts?.[change.indicatorId]?.[change.part] : content.values[change.indicatorId]
  return sameValue(held, change.value) || (held === undefined && isBlank(change.value))
}

/** What keeps a draft from being handed in. */
export type Lack = {
  readonly field: FieldKey
  readonly problem: 'missing' | 'wordNeeded' | 'partsMissing' | ValueProblem
}

/** What a draft is seen beside: the facts of its period, and what was accepted before, by indicator, oldest first. */
export type DraftSurroundings = {
  readonly facts: readonly Fact[]
  readonly earlier: Readonly<Record<string, readonly number[]>>
  /** Where the last accepted values came from, by indicator. */
  readonly sources: Readonly<Record<string, string>>
}

/** What of an indicator tells how it is filled in. */
type Asked = Pick<Indicator, 'id' | 'kind' | 'breakdown'>

/** What a draft says of an indicator: of one that is taken apart, the sum of its parts. */
export const valueIn = (
  content: Pick<DraftContent, 'values' | 'parts'>,
  { id, breakdown }: Asked,
): DraftValue | undefined => (breakdown ? totalOf(breakdown, content.parts?.[id] ?? {}) : content.values[id])

function valueProblem(content: DraftContent, asked: Asked): Lack['problem'] | null {
  const { id, kind, breakdown } = asked
  if (breakdown) return partsProblem(kind, breakdown, content.parts?.[id] ?? {})
  const value = content.values[id]
  return value === undefined || isBlank(value) ? null : problemOf(kind, value)
}

/** The facts that the report is to tell. */
export const factsToTell = (content: Pick<DraftContent, 'leftOut'>, facts: readonly Fact[]): readonly Fact[] =>
  facts.filter((fact) => !content.leftOut?.includes(factKey(fact)))

/**
 * What still has to be filled in or mended: health, progress, and what was done where no fact tells it; values may be
 * missing, but not half, and unusual ones need a word.
 */
export function lacksOf(
  content: DraftContent,
  indicators: readonly Asked[],
  { facts, earlier }: Pick<DraftSurroundings, 'facts' | 'earlier'>,
): Lack[] {
  if (content.nothingToReport) return []
  const lacks: Lack[] = []
  if (content.health === null) lacks.push({ field: 'health', problem: 'missing' })
  if (content.progress === null) lacks.push({ field: 'progress', problem: 'missing' })
  if (content.done.trim() === '' && factsToTell(content, facts).length === 0)
    lacks.push({ field: 'done', problem: 'missing' })
  for (const asked of indicators) {
    const { id } = asked
    const problem = valueProblem(content, asked)
    if (problem) lacks.push({ field: indicatorField(id), problem })
    else if (needsWord(content, asked, earlier[id] ?? []) && !content.notes?.[id]?.trim())
      lacks.push({ field: `note:${id}`, problem: 'wordNeeded' })
  }
  return lacks
}

/** Whether an indicator's value is one that somebody would ask about. */
export function needsWord(
  content: Pick<DraftContent, 'values' | 'parts'>,
  asked: Asked,
  earlier: readonly number[],
): boolean {
  const value = valueIn(content, asked)
  const complete = value && completeValue(asked.kind, value)
  return complete !== undefined && isUnusual(asked.kind, complete, earlier)
}

/** What a draft is handed in with: files of the municipality's space, facts of the period, and where the last values came from. */
type HandedInWith = Pick<DraftSurroundings, 'facts' | 'sources'> & { readonly files: readonly Attachment[] }

/** What is handed in of a draft without lacks: "nothing to report" says nothing else. */
export function contentOf(
  { attachments, leftOut, notes, sources, parts, ...draft }: DraftContent,
  indicators: readonly Asked[],
  { files, facts, sources: lastSources }: HandedInWith,
): Content {
  if (draft.nothingToReport) return { ...emptyContent, values: {}, nothingToReport: true }
  const values = indicators.flatMap((asked) => {
    const value = valueIn({ values: draft.values, parts }, asked)
    const complete = value && completeValue(asked.kind, value)
    return complete ? [[asked.id, complete] as const] : []
  })
  const isTold = (id: string): boolean => values.some(([told]) => told === id)
  const taken = indicators.flatMap(({ id, kind, breakdown }) =>
    breakdown && isTold(id) ? [[id, completeParts(kind, breakdown, parts?.[id] ?? {})] as const] : [],
  )
  // A file that was removed from the space meanwhile isn't there any more to be handed in.
  const attached = (attachments ?? []).flatMap((fileId) => {
    const file = files.find(({ id }) => id === fileId)
    return file ? [{ id: file.id, name: file.name, type: file.type, size: file.size }] : []
  })
  const told = factsToTell({ leftOut }, facts)
  const said = values.flatMap(([id]) => (notes?.[id]?.trim() ? [[id, notes[id]] as const] : []))
  const from = values.flatMap(([id]) => {
    const source = (sources?.[id] ?? lastSources[id] ?? '').trim()
    return source === '' ? [] : [[id, source] as const]
  })
  return {
    ...draft,
    values: Object.fromEntries(values),
    ...(attached.length > 0 ? { attachments: attached } : {}),
    ...(told.length > 0 ? { facts: [...told] } : {}),
    ...(said.length > 0 ? { notes: Object.fromEntries(said) } : {}),
    ...(from.length > 0 ? { sources: Object.fromEntries(from) } : {}),
    ...(taken.length > 0 ? { parts: Object.fromEntries(taken) } : {}),
  }
}
