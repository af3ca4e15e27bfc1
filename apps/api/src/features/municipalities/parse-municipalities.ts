import { readMunicipalities, type ReadRows, textOfFile, UnreadableFile } from '@kolo/domain/municipalities/read-rows'
import { isWorkbook, readMunicipalitiesSheet, type WorkbookReading } from '@kolo/domain/municipalities/read-sheet'
import { CsvError, parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'

const workbooks: WorkbookReading = {
  unfoldedSize(file) {
    let size = 0
    unzipSync(file, { filter: ({ originalSize }) => (size += originalSize) < 0 })
    return size
  },
  readSheet,
}

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/**
 * Reads a file of municipalities, whose first line names the columns: CSV (UTF-8, comma), or the first sheet of a workbook
 * (XLSX). Errors carry the line as an editor, and the row as a spreadsheet, counts it.
 */
export async function parseMunicipalities(file: Uint8Array): Promise<ReadRows> {
  try {
    return isWorkbook(file) ? await readMunicipalitiesSheet(file, workbooks) : inCsv(textOfFile(file))
  } catch (error) {
    if (error instanceof UnreadableFile) return { rows: [], errors: [error.error] }
    if (!(error instanceof CsvError)) throw error
    return { rows: [], errors: [{ line: Number(error['lines'] ?? 1), problem: 'unreadable', value: error.message }] }
  }
}

function inCsv(text: string): ReadRows {
  const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const
  const [header, ...rest] = parse(text, options) as unknown as Parsed[]
  const records = rest.map(({ record, info }) => ({ line: info.lines, cells: record }))
  return readMunicipalities(header?.record ?? [], records)
}
