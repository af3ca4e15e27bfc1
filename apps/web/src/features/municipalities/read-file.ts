import type { Municipality } from '@kolo/domain/municipalities/municipalities'
import { type ImportPlan, planImport } from '@kolo/domain/municipalities/plan-import'
import { isWorkbook, readMunicipalitiesSheet } from '@kolo/domain/municipalities/read-sheet'
import {
  readMunicipalities,
  type ReadRows,
  type RowError,
  textOfFile,
  UnreadableFile,
} from '@kolo/domain/municipalities/read-rows'
import { fold } from '@kolo/i18n'
import { uuidv7 } from '@kolo/sync'

/** What a file would do, before anything is sent. */
export type Preview = {
  readonly rows: ReadRows['rows']
  readonly plan: ImportPlan
  readonly errors: readonly RowError[]
}

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/** Reads a file (CSV or XLSX) in the browser and compares it with the catalogue; the server checks all of it again. */
export async function previewOf(file: Uint8Array, known: readonly Municipality[]): Promise<Preview> {
  const { rows, errors } = await read(file)
  const plan = planImport(
    rows.map((row) => ({ ...row, foldedName: fold(row.name) })),
    known.map((municipality) => ({ ...municipality, foldedName: fold(municipality.name) })),
    uuidv7,
  )
  const twice = plan.twice.map((index): RowError => ({
    line: rows[index]!.line,
    problem: 'twice',
    value: rows[index]!.name,
  }))
  return { rows, plan, errors: [...errors, ...twice].toSorted((a, b) => a.line - b.line) }
}

async function read(file: Uint8Array): Promise<ReadRows> {
  try {
    return isWorkbook(file) ? await inWorkbook(file) : await inCsv(textOfFile(file))
  } catch (error) {
    if (error instanceof UnreadableFile) return { rows: [], errors: [error.error] }
    throw error
  }
}

// Only those who import need the parsers.
async function inWorkbook(file: Uint8Array): Promise<ReadRows> {
  const [{ unzipSync }, { readSheet }] = await Promise.all([import('fflate'), import('read-excel-file/universal')])
  return readMunicipalitiesSheet(file, {
    unfoldedSize() {
      let size = 0
      unzipSync(file, { filter: ({ originalSize }) => (size += originalSize) < 0 })
      return size
    },
    readSheet,
  })
}

async function inCsv(text: string): Promise<ReadRows> {
  const { CsvError, parse } = await import('csv-parse/browser/esm/sync')
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const
    const [header, ...lines] = parse(text, options) as unknown as Parsed[]
    const records = lines.map(({ record, info }) => ({ line: info.lines, cells: record }))
    return readMunicipalities(header?.record ?? [], records)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { rows: [], errors: [{ line: Number(error['lines'] ?? 1), problem: 'unreadable', value: error.message }] }
  }
}
