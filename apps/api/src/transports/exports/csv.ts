import type { Cell, Sheet } from './sheet.ts'

const lineEnd = '\r\n'
// Without it spreadsheets take UTF-8 for something else.
const byteOrderMark = '\uFEFF'
// What a spreadsheet would take for a formula.
const formula = /^[\s]*[=+\-@\t\r]/

/** The sheet as CSV (RFC 4180, UTF-8): text that looks like a formula stays text, behind an apostrophe. */
export async function* csvOf({ columns, pages }: Sheet): AsyncGenerator<string> {
  yield byteOrderMark + lineOf(columns.map(({ title }) => title))
  for await (const rows of pages()) yield rows.map(lineOf).join('')
}

const lineOf = (cells: readonly Cell[]): string => cells.map(fieldOf).join(',') + lineEnd

function fieldOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return cell.day
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
