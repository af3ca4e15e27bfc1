import { type FileRecord, readMunicipalities, type ReadRows, UnreadableFile } from './read-rows.ts'

/** How a workbook is read where this runs. */
export type WorkbookReading = {
  /** What all of its parts unfold to, in bytes, as the file itself says. */
  unfoldedSize(file: Uint8Array): number
  /** The cells of its first sheet, row by row: texts, figures, yes and no, dates, null. */
  readSheet(file: ArrayBuffer): Promise<readonly (readonly unknown[])[]>
}

/** More than 5,000 rows ever take, and little enough to be read at once. */
const largestWorkbook = 64 * 2 ** 20

/** Whether these are the first bytes of a workbook (XLSX, which is a ZIP), whatever the file is called. */
export const isWorkbook = (file: Uint8Array): boolean =>
  file[0] === 0x50 && file[1] === 0x4b && file[2] === 0x03 && file[3] === 0x04

/** Reads the first sheet of a workbook. Throws UnreadableFile where it is none, empty, or unfolds to more than anybody needs. */
export async function readMunicipalitiesSheet(file: Uint8Array, reading: WorkbookReading): Promise<ReadRows> {
  const sheet = await sheetOf(file, reading).catch((error: unknown) => {
    throw new UnreadableFile({ line: 1, problem: 'unreadable', value: error instanceof Error ? error.message : '' })
  })
  const { header, records } = recordsOfSheet(sheet)
  return readMunicipalities(header, records)
}

async function sheetOf(file: Uint8Array, { unfoldedSize, readSheet }: WorkbookReading) {
  const size = unfoldedSize(file)
  if (size > largestWorkbook) throw new Error(`${Math.ceil(size / 2 ** 20)} MiB > ${largestWorkbook / 2 ** 20} MiB`)
  return readSheet(new Uint8Array(file).buffer)
}

/**
 * The first row as names of columns, the others as records; a record's line is its row as the spreadsheet counts it. Rows
 * without a word are none, and neither are cells behind the last one in which something stands.
 */
function recordsOfSheet(sheet: readonly (readonly unknown[])[]): { header: readonly string[]; records: FileRecord[] } {
  const [header = [], ...rows] = sheet.map((cells) => withoutEnd(cells.map(textOf)))
  const records = rows.flatMap((cells, index): FileRecord[] => {
    const missing = Array<string>(Math.max(0, header.length - cells.length)).fill('')
    return cells.length === 0 ? [] : [{ line: index + 2, cells: [...cells, ...missing] }]
  })
  return { header, records }
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}

function withoutEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)
}
