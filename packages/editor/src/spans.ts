/** How many columns and rows a cell may take at most: a wider one would keep every browser busy for minutes. */
const maxSpans = { colspan: 100, rowspan: 1_000 } as const
type Span = keyof typeof maxSpans

/** Whether an attribute says how many columns or rows a cell takes. */
export const isSpan = (attribute: string | null): attribute is Span =>
  attribute !== null && Object.hasOwn(maxSpans, attribute)

/** Whether a cell may take so many. */
export const fitsSpan = (span: Span, value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= maxSpans[span]

/** As much of an element of HTML as is needed here, where there may be no page. */
export type Attributed = { getAttribute(name: string): string | null }

/** What a cell of pasted HTML takes, within bounds. */
export function spanOf(cell: Attributed, span: Span): number {
  const asked = Number.parseInt(cell.getAttribute(span) ?? '1', 10)
  return Math.min(Math.max(asked || 1, 1), maxSpans[span])
}
