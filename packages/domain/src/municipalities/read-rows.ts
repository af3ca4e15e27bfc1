import { type MunicipalityRow, municipalityRowSchema, rowsPerImport } from './municipalities.ts'

/** The columns of an import file; the first four and the coordinates must be there. */
export const municipalityColumns = [
  'country',
  'code',
  'name',
  'name_local',
  'region',
  'registered_voters',
  'development_level',
  'kind',
  'languages',
  'latitude',
  'longitude',
] as const
const mayBeUnknown: readonly string[] = ['registered_voters', 'development_level']
const required = ['country', 'name', 'latitude', 'longitude'] as const

/** A record of the file with the line on which it ends, counted from 1. */
export type FileRecord = { readonly line: number; readonly cells: readonly string[] }

/** What is wrong with a line; `problem` is a key of the catalogue `municipalities`, `value` what stands there. */
export type RowError = {
  readonly line: number
  readonly problem:
    | 'missingColumn'
    | 'unknownCountry'
    | 'nameMissing'
    | 'notANumber'
    | 'outOfRange'
    | 'unknownKind'
    | 'unknownLanguage'
    | 'twice'
    | 'unreadable'
    | 'notUtf8'
    | 'cellCount'
    | 'tooManyRows'
  readonly value: string
}

/** Rows with their lines, and everything that is wrong: an import takes all rows or none. */
export type ReadRows = {
  readonly rows: readonly (MunicipalityRow & { readonly line: number })[]
  readonly errors: readonly RowError[]
}

/**
 * The text of an import file. Throws UnreadableFile where the bytes are no UTF-8: guessing would turn names into others.
 */
export function textOfFile(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const lines = new TextDecoder('utf-8').decode(bytes).split('\n')
    const index = lines.findIndex((line) => line.includes('\uFFFD'))
    throw new UnreadableFile({ line: index + 1, problem: 'notUtf8', value: (lines[index] ?? '').trim().slice(0, 80) })
  }
}

/** A file of which no row can be read. */
export class UnreadableFile extends Error {
  readonly error: RowError
  constructor(error: RowError) {
    super(`Line ${error.line}: ${error.problem}`)
    this.error = error
  }
}

/** Checks the records of an import file. An empty cell means *not known* where the column isn't required. */
export function readMunicipalities(names: readonly string[], records: readonly FileRecord[]): ReadRows {
  const header = names.map((name) => name.trim())
  const beyond = records[rowsPerImport]
  if (beyond) return { rows: [], errors: [{ line: beyond.line, problem: 'tooManyRows', value: String(rowsPerImport) }] }
  const missing = required.filter((column) => !header.includes(column))
  if (missing.length > 0)
    return { rows: [], errors: missing.map((value) => ({ line: 1, problem: 'missingColumn', value })) }
  const read = records.map((record) => readRecord(header, record))
  return { rows: read.flatMap(({ row }) => (row ? [row] : [])), errors: read.flatMap(({ errors }) => errors) }
}

function readRecord(
  header: readonly string[],
  { line, cells }: FileRecord,
): { row?: MunicipalityRow & { line: number }; errors: RowError[] } {
  // A comma too many or too few moves every cell behind it into another column.
  if (cells.length !== header.length)
    return { errors: [{ line, problem: 'cellCount', value: `${cells.length} ≠ ${header.length}` }] }
  const cell = (column: string): string => (cells[header.indexOf(column)] ?? '').trim()
  const errors: RowError[] = []
  const numberIn = (column: string): number | null => {
    const value = cell(column)
    if (value !== '' && Number.isFinite(Number(value))) return Number(value)
    if (value !== '' || !mayBeUnknown.includes(column))
      errors.push({ line, problem: 'notANumber', value: value || column })
    return null
  }
  const name = cell('name')
  if (name === '') errors.push({ line, problem: 'nameMissing', value: '' })
  const row = {
    country: cell('country'),
    code: cell('code') || null,
    name,
    nameLocal: cell('name_local') || name,
    region: cell('region') || null,
    registeredVoters: numberIn('registered_voters'),
    developmentLevel: numberIn('development_level'),
    kind: cell('kind') || null,
    languages: cell('languages')
      .split(/[\s,;]+/)
      .filter(Boolean),
    latitude: numberIn('latitude'),
    longitude: numberIn('longitude'),
  }
  if (errors.length > 0) return { errors }
  const parsed = municipalityRowSchema.safeParse(row)
  if (parsed.success) return { row: { ...parsed.data, line }, errors }
  const fieldsInError = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))] as (keyof typeof row)[]
  return {
    errors: fieldsInError.map((field) => ({ line, problem: problemOf(field), value: String(row[field] ?? '') })),
  }
}

const problemOf = (field: keyof MunicipalityRow): RowError['problem'] => {
  if (field === 'country') return 'unknownCountry'
  if (field === 'kind') return 'unknownKind'
  if (field === 'languages') return 'unknownLanguage'
  const isFigure = ['latitude', 'longitude', 'registeredVoters', 'developmentLevel'].includes(field)
  return isFigure ? 'outOfRange' : 'unreadable'
}
