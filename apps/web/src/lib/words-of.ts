const carrying = ['title', 'body', 'name', 'description'] as const

/** The person's own words in a command's input, and in which field they stand, where it carries some. */
export function wordsOf(input: unknown): readonly [field: string, words: string] | undefined {
  if (typeof input !== 'object' || input === null) return undefined
  const found = carrying.map((field) => [field, (input as Record<string, unknown>)[field]] as const)
  return found.find((entry): entry is readonly [(typeof carrying)[number], string] => isWords(entry[1]))
}

const isWords = (value: unknown): value is string => typeof value === 'string' && value !== ''
