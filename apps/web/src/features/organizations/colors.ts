/** What organizations are told apart by: dark enough for white initials, six digits as carets need them. */
export const colors = [
  '#0f766e',
  '#1d4ed8',
  '#7e22ce',
  '#be185d',
  '#b91c1c',
  '#9a3412',
  '#a16207',
  '#15803d',
  '#0369a1',
  '#475569',
] as const

/** The colour that the fewest organizations have. */
export function rarestColor(used: readonly string[]): string {
  const count = (color: string): number => used.filter((one) => one === color).length
  return colors.toSorted((a, b) => count(a) - count(b))[0]!
}
