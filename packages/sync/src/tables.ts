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
}

/** UUIDs: their first 48 bits (the milliseconds, of version 7) as what each adds to the one before; the others in a row, as hex. */
type PackedIds = { readonly steps: readonly number[]; readonly rest: string }

type Row = Readonly<Record<string, unknown>>
type Rows = Readonly<Record<string, Row>>

const worthwhile = 20
const few = 16
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const restDigits = 20

/** A snapshot's parts without their large tables, and these beside it; the same as before once they are `outOfTables`. */
export function inTables<S extends ConfirmedSpace>(snapshot: S): S & { readonly tables: readonly Table[] } {
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
  return { ...snapshot, parts: strip(snapshot.parts, []) as S['parts'], tables }
}

/** The snapshot with all of its rows, however it came. */
export function outOfTables({ tables, ...snapshot }: ConfirmedSpace & { tables?: readonly Table[] }): ConfirmedSpace {
  let parts: Row = snapshot.parts
  for (const table of tables ?? []) parts = placed(parts, table.at, rowsOf(table))
  return { ...snapshot, parts: parts as ConfirmedSpace['parts'] }
}

/** The rows by column; undefined where they are few, or not alike: each known by its UUID, with the same names in one order. */
function tableOf(value: Row, at: readonly string[]): Table | undefined {
  const entries = Object.entries(value)
  const first = entries[0]?.[1]
  if (entries.length < worthwhile || !isObject(first)) return undefined
  const names = Object.keys(first)
  const like = names.join()
  const areAlike = entries.every(
    ([id, row]) => isObject(row) && row.id === id && uuid.test(id) && Object.keys(row).join() === like,
  )
  if (!areAlike) return undefined
  const rows = entries.map(([, row]) => row as Row)
  // What JSON has no word for would come back as null.
  if (rows.some((row) => names.some((name) => row[name] === undefined))) return undefined
  const same: Record<string, unknown> = {}
  const columns: Record<string, unknown[]> = {}
  const choices: Record<string, Table['choices'][string]> = {}
  for (const name of names.filter((each) => each !== 'id')) {
    const values = rows.map((row) => row[name])
    const chosen = choicesIn(values)
    if (values.every((value) => isSame(value, values[0]))) same[name] = values[0]
    else if (chosen) choices[name] = chosen
    else columns[name] = values
  }
  return { at, ids: packedIds(entries.map(([id]) => id)), same, columns, choices }
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

function rowsOf({ ids, same, columns, choices }: Table): Rows {
  const chosen = Object.entries(choices).map(
    ([name, { among, at }]) => [name, at.map((place) => among[place])] as const,
  )
  const listed = [...Object.entries(columns), ...chosen]
  return Object.fromEntries(
    unpackedIds(ids).map((id, index) => {
      const row: Record<string, unknown> = { id, ...same }
      for (const [name, values] of listed) row[name] = values[index]
      return [id, row]
    }),
  )
}

function packedIds(ids: readonly string[]): PackedIds {
  let before = 0
  const steps = ids.map((id) => {
    const milliseconds = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
    const step = milliseconds - before
    before = milliseconds
    return step
  })
  return { steps, rest: ids.map((id) => id.slice(14, 18) + id.slice(19, 23) + id.slice(24)).join('') }
}

function unpackedIds({ steps, rest }: PackedIds): string[] {
  let milliseconds = 0
  return steps.map((step, index) => {
    milliseconds += step
    const time = milliseconds.toString(16).padStart(12, '0')
    const digits = rest.slice(index * restDigits, (index + 1) * restDigits)
    return `${time.slice(0, 8)}-${time.slice(8)}-${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`
  })
}

function placed(parts: Row, [name = '', ...inner]: readonly string[], rows: Rows): Row {
  return { ...parts, [name]: inner.length === 0 ? rows : placed(parts[name] as Row, inner, rows) }
}

const mapped = (value: Row, of: (inner: unknown, name: string) => unknown): Row =>
  Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, of(inner, name)]))

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

const isSame = (one: unknown, other: unknown): boolean => one === other || (isEmpty(one) && isEmpty(other))
