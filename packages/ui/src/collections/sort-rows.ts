import type { Column } from './column.ts'

/** By which column, and which way. */
export type Sorting = { readonly columnId: string; readonly direction: 'ascending' | 'descending' }

/** The rows in the order asked for; equal ones stay as they came, those without a value come last either way. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | undefined,
  compareTexts: (a: string, b: string) => number,
): readonly Row[] {
  const valueOf = columns.find(({ id }) => id === sorting?.columnId)?.sortValue
  if (!sorting || !valueOf) return rows
  const sign = sorting.direction === 'ascending' ? 1 : -1
  return rows.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : compareTexts(String(a), String(b)))
  })
}
