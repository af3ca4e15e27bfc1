import { readMunicipalities, type ReadRows } from '@kolo/domain/municipalities/read-rows'
import { CsvError, parse } from 'csv-parse/sync'

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/** Reads a CSV file of municipalities (UTF-8, comma, first line names the columns); errors carry the line as an editor counts it. */
export function parseMunicipalities(csvText: string): ReadRows {
  try {
    const parsed = parse(csvText, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[]
    const [header = [], ...lines] = parsed.map(({ record }) => record)
    const columns = header.map((column) => column.trim())
    const records = lines.map((cells, index) => ({
      line: parsed[index + 1]!.info.lines,
      fields: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])),
    }))
    return readMunicipalities(columns, records)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { rows: [], errors: [{ line: Number(error['lines'] ?? 1), problem: 'unreadable', value: error.message }] }
  }
}
