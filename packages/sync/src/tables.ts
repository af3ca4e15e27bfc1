import { isUuid, momentOfId, type PackedIds, packedIds, unpackedIds } from './packed-ids.ts'
import type { ConfirmedSpace } from './replica.ts'

/**
 * Many like rows on their way, by column: names are said once and like stands beside like, which takes a third of the bytes
 * and of the time to write, compress and read them.
 */
export type Table = {
  /** Where the rows belong in a snapshot's parts: the part's name, and the field in it where it has several. */
  readonly at: readonly string[]
  readonly ids: PackedIds
  /** What is the same in every row. */
  readonly same: Readonly<Record<string, unknown>>
  readonly columns: Readonly<Record<string, readonly unknown[]>>
  /** Columns of few different texts: these, and of each row which. */
  readonly choices: Readonly<
    Record<string, { readonly among: readonly (string | null)[]; readonly at: readonly number[] }>
  >
  /**
   * Columns of moments, null where there is none: the milliseconds from the row's id until then, in the first; in the others
   * what that is more than in the first, since most is done soon after its id was drawn.
   */
  readonly times: Readonly<Record<string, readonly (number | null)[]>>
}

type Row = Readonly<Record<string, unknown>>
type Rows = Readonly<Record<string, Row>>

const worthwhile = 20
const few = 16
const iso = /^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

type InTables = { readonly parts: ConfirmedSpace['parts']; readonly tables: readonly Table[] }

/** Parts never change: those that are remembered are taken apart once, however many open the space. */
const takenApart = new WeakMap<object, InTables>()

/** A snapshot's parts without their large tables, and these beside it; the same as before once they are `outOfTables`. */
export function inTables<S extends ConfirmedSpace>(snapshot: S): S & { readonly tables: readonly Table[] } {
  const { parts } = snapshot
  const known = takenApart.get(parts) ?? apart(parts)
  takenApart.set(parts, known)
  return { ...snapshot, ...known }
}

function apart(parts: ConfirmedSpace['parts']): InTables {
  const tables: Table[] = []
  const strip = (value: unknown, at: readonly string[]): unknown => {
    if (!isObject(value)) return value
    const table = tableOf(value, at)
    if (table) {
      tables.push(table)
      return {}
    }
    return at.length < 2 ? mapped(value, (inner, name) => strip(inner, [...at, name])) : value
  }
  return { parts: strip(parts, []) as ConfirmedSpace['parts'], tables }
}

/** The snapshot with all of its rows, however it came. */
export function outOfTables({ tables, ...snapshot }: ConfirmedSpace & { tables?: readonly Table[] }): ConfirmedSpace {
  let parts: Row = snapshot.parts
  for (const table of tables ?? []) parts = placed(parts, table.at, rowsOf(table))
  return { ...snapshot, parts: parts as ConfirmedSpace['parts'] }
}

/** The rows by column; undefined where they are few, or not alike: each known by its UUID, with the same names in one order. */
function tableOf(value: Row, at: readonly string[]): Table | undefined {
  const ids = Object.keys(value)
  const first = value[ids[0] ?? '']
  if (ids.length < worthwhile || !isObject(first)) return undefined
  const names = Object.keys(first)
  if (!ids.every((id) => isUuid(id) && isLike(value[id], id, names))) return undefined
  const rows = Object.values(value) as Row[]
  const drawn = ids.map(momentOfId)
  const same: Record<string, unknown> = {}
  const columns: Record<string, unknown[]> = {}
  const choices: Record<string, Table['choices'][string]> = {}
  const times: Record<string, (number | null)[]> = {}
  for (const name of names) {
    if (name === 'id') continue
    const values = rows.map((row) => row[name])
    if (values.every((each) => isSame(each, values[0]))) {
      same[name] = values[0]
      continue
    }
    const moments = momentsIn(values, drawn)
    const chosen = moments ? undefined : choicesIn(values)
    if (moments) times[name] = moments
    else if (chosen) choices[name] = chosen
    else columns[name] = values
  }
  return { at, ids: packedIds(ids), same, columns, choices, times }
}

/** A row of this id with exactly these names; what JSON has no word for would come back as null. */
function isLike(row: unknown, id: string, names: readonly string[]): boolean {
  if (!isObject(row) || row.id !== id) return false
  let count = 0
  for (const name in row) if (name !== names[count++] || row[name] === undefined) return false
  return count === names.length
}

/** The moments that all values are, or null; undefined where anything else is among them. */
function momentsIn(values: readonly unknown[], drawn: readonly number[]): (number | null)[] | undefined {
  let first: number | undefined
  const times: (number | null)[] = []
  for (const [index, value] of values.entries()) {
    const moment = value === null ? null : momentOf(value)
    if (moment === undefined) return undefined
    const later = moment === null ? null : moment - (drawn[index] ?? 0)
    times.push(later === null ? null : later - (first ?? 0))
    first ??= later ?? undefined
  }
  return times
}

/** In milliseconds, where exactly this text comes back from them. */
function momentOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !iso.test(value)) return undefined
  const milliseconds = Date.parse(value)
  // Every month has the first 28 days: only behind them a day may be none.
  return value.slice(8, 10) <= '28' || new Date(milliseconds).toISOString() === value ? milliseconds : undefined
}

function momentsOf(times: readonly (number | null)[], drawn: readonly number[]): (string | null)[] {
  let first: number | undefined
  return times.map((time, index) => {
    if (time === null) return null
    const later = time + (first ?? 0)
    first ??= later
    return new Date((drawn[index] ?? 0) + later).toISOString()
  })
}

/** The few texts that all values are; undefined where they are many, or anything else. */
function choicesIn(values: readonly unknown[]): Table['choices'][string] | undefined {
  const places = new Map<string | null, number>()
  const at: number[] = []
  for (const value of values) {
    if (typeof value !== 'string' && value !== null) return undefined
    const place = places.get(value) ?? places.size
    places.set(value, place)
    at.push(place)
    if (places.size > few) return undefined
  }
  return { among: [...places.keys()], at }
}

function rowsOf({ ids: packed, same, columns, choices, times }: Table): Rows {
  const ids = unpackedIds(packed)
  const drawn = ids.map(momentOfId)
  const chosen = Object.entries(choices).map(
    ([name, { among, at }]) => [name, at.map((place) => among[place])] as const,
  )
  const moments = Object.entries(times).map(([name, column]) => [name, momentsOf(column, drawn)] as const)
  const listed = [...Object.entries(columns), ...chosen, ...moments]
  return Object.fromEntries(
    ids.map((id, index) => {
      const row: Record<string, unknown> = { id, ...same }
      for (const [name, values] of listed) row[name] = values[index]
      return [id, row]
    }),
  )
}

function placed(parts: Row, [name = '', ...inner]: readonly string[], rows: Rows): Row {
  return { ...parts, [name]: inner.length === 0 ? rows : placed(parts[name] as Row, inner, rows) }
}

const mapped = (value: Row, of: (inner: unknown, name: string) => unknown): Row =>
  Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, of(inner, name)]))

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

const isSame = (one: unknown, other: unknown): boolean => one === other || (isEmpty(one) && isEmpty(other))
