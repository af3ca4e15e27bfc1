/** One import or re-export; `typeOnly` ones vanish from the running program. */
export type Import = { readonly specifier: string; readonly typeOnly: boolean }

const statement = /^[ \t]*(?:import|export)\s+(type\s+)?(?:[\w*$\s{},]+?\s+from\s+)?['"]([^'"\n]+)['"]/gm
const dynamic = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g

/** Finds static imports, re-exports and dynamic imports; what comments say doesn't count. */
export function importsOf(text: string): Import[] {
  const code = withoutComments(text)
  return [
    ...[...code.matchAll(statement)].map(([, type, specifier = '']) => ({ specifier, typeOnly: type !== undefined })),
    ...[...code.matchAll(dynamic)].map(([, specifier = '']) => ({ specifier, typeOnly: false })),
  ]
}

const token = new RegExp(
  [
    String.raw`(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)`,
    String.raw`'(?:\\.|[^'\\\n])*'`,
    String.raw`"(?:\\.|[^"\\\n])*"`,
    '`(?:\\\\[\\s\\S]|[^`\\\\])*`',
    // A slash begins a regular expression only where no value can stand before it.
    String.raw`(?<=[=(,:[!&|?{};]\s*|\breturn\s+|=>\s*)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/`,
  ].join('|'),
  'g',
)

/** The same text with comments blanked, line numbers kept. */
export function withoutComments(text: string): string {
  return text.replace(token, (whole, ...rest: unknown[]) => {
    const groups = rest.at(-1) as { comment?: string }
    return groups.comment === undefined ? whole : whole.replaceAll(/[^\n]/g, ' ')
  })
}

/** The line numbers (from 1) on which the pattern is found. */
export function linesWith(text: string, pattern: RegExp): number[] {
  return text.split('\n').flatMap((line, index) => (pattern.test(line) ? [index + 1] : []))
}
