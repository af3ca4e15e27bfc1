import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SYSTEM_ACTOR_ID } from '../core/ids.ts'
import type { Prediction } from '../core/predict.ts'
import { eventRegistry } from './registry.ts'
import { emptySpace, foldSpace, parts } from './parts.ts'
import { predictions } from './predictions.ts'
import { envelopeSchema } from './envelope.ts'

const types = [...eventRegistry.keys()]
const nouns = join(import.meta.dirname, '..')

/** What the files of a kind export, of every noun, by what exports it: read from the disk, not from the lists. */
async function exported(kind: string): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>()
  for (const path of globSync(`*/*.${kind}.ts`, { cwd: nouns }).toSorted()) {
    const module = (await import(join(nouns, path))) as Readonly<Record<string, unknown>>
    for (const [name, value] of Object.entries(module)) found.set(`${name} of ${path}`, value)
  }
  return found
}
const namesOf = (found: ReadonlyMap<string, unknown>, missing: (value: never) => boolean): string[] =>
  [...found].filter(([, value]) => missing(value as never)).map(([name]) => name)

/** Loaded beside a snapshot, a page at a time, and brought to now by the same events. */
const pages = ['messagePage of threads/threads.fold.ts']
const isPart = (value: unknown): boolean => typeof value === 'object' && value !== null && 'fold' in value

/** Those that are there more than once. */
const twice = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index)

describe('the closed lists', () => {
  it('hold every event that a noun defines, under a type of its own', async () => {
    const events = await exported('events')
    // Of two with one type the registry holds the later.
    expect(namesOf(events, (event: { type: string }) => eventRegistry.get(event.type) !== event)).toEqual([])
    expect(eventRegistry.size).toBe(events.size)
  })

  it('hold every part that a noun defines, once', async () => {
    const listed = Object.values(parts) as unknown[]
    const folds = await exported('fold')
    const defined = namesOf(folds, isPart).filter((name) => !pages.includes(name))
    expect(defined.filter((name) => !listed.includes(folds.get(name)))).toEqual([])
    expect(listed.length).toBe(defined.length)
  })

  it('hold every prediction that a noun defines, under the name of a command of its own', async () => {
    const lists = await exported('predict')
    const defined = [...lists.values()].flat() as Prediction[]
    expect(twice(defined.map(({ name }) => name))).toEqual([])
    expect(namesOf(lists, (list: Prediction[]) => list.some((one) => predictions.get(one.name) !== one))).toEqual([])
    expect(predictions.size).toBe(defined.length)
  })

  it('name no two commands alike', async () => {
    const commands = [...(await exported('decide')).values()].filter(
      (value): value is { name: string } => typeof value === 'object' && value !== null && 'decide' in value,
    )
    expect(commands.length).toBeGreaterThan(predictions.size)
    expect(twice(commands.map(({ name }) => name))).toEqual([])
  })
})

describe('the registry of events', () => {
  it.each(types)('%s is named noun.pastTense, and has a version', (type) => {
    expect(type).toMatch(/^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/)
    expect(eventRegistry.get(type)!.version).toBeGreaterThan(0)
  })
})

describe('folds', () => {
  const stranger = (type: string) => ({
    spaceId: SYSTEM_ACTOR_ID,
    seq: 1,
    type,
    version: 1,
    actorId: SYSTEM_ACTOR_ID,
    commandId: SYSTEM_ACTOR_ID,
    at: '2026-11-23T08:00:00.000Z',
    payload: {},
  })

  it('leave a space as it is, the very same object, at an event that no part knows', () => {
    expect(envelopeSchema.safeParse(stranger('other.happened')).success).toBe(true)
    expect(foldSpace(emptySpace, stranger('other.happened'))).toBe(emptySpace)
  })

  it('begin empty, with every part', () => {
    expect(Object.keys(emptySpace)).toEqual(Object.keys(parts))
  })
})

describe('predictions', () => {
  it.each([...predictions.keys()])('%s foresees nothing of an input that its command would refuse', (name) => {
    const context = {
      actor: { personId: SYSTEM_ACTOR_ID, role: undefined },
      now: '2026-11-23T08:00:00.000Z',
      ids: () => SYSTEM_ACTOR_ID,
    }
    expect(predictions.get(name)!.predict(emptySpace, { spaceId: 'none' }, context)).toEqual([])
  })
})
