const grouped = /^[+-]?\d{1,3}(?:[.,\s]\d{3})+$/
const plain = /^[+-]?\d+$/
const decimal = /^[+-]?\d*[.,]\d+$/

/**
 * Reads a figure as people type it: a comma or a point before the decimals, and (in whole numbers) anything between groups
 * of three. Null is an empty field, undefined what is no figure.
 */
export function parseFigure(typed: string, isWhole: boolean): number | null | undefined {
  const text = typed.trim().replaceAll(/[\s\u00A0\u202F]+/g, ' ')
  if (text === '') return null
  if (plain.test(text)) return Number(text)
  if (isWhole) return grouped.test(text) ? Number(text.replaceAll(/[.,\s]/g, '')) : undefined
  const joined = text.replaceAll(' ', '')
  if (plain.test(joined)) return Number(joined)
  return decimal.test(joined) ? Number(joined.replace(',', '.')) : undefined
}
