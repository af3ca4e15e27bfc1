import { readMunicipalities, type ReadRows, textOfFile, UnreadableFile } from '@kolo/domain/municipalities/read-rows'
import { CsvError, parse } from 'csv-parse/sync'

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/** Reads a CSV file of municipalities (UTF-8, comma, first line names the columns); errors carry the line as an editor counts it. */
export function parseMunicipalities(file: Uint8Array): ReadRows {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const
    const [header, ...rest] = parse(textOfFile(file), options) as unknown as Parsed[]
    const records = rest.map(({ record, info }) => ({ line: info.lines, cells: record }))
    return readMunicipalities(header?.record ?? [], records)
  } catch (error) {
    if (error instanceof UnreadableFile) return { rows: [], errors: [error.error] }
    if (!(error instanceof CsvError)) throw error
    return { rows: [], errors: [{ line: Number(error['lines'] ?? 1), problem: 'unreadable', value: error.message }] }
  }
}
