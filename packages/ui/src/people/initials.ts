/** The first letters of first and last name, as they are written: Georgian has no capitals to turn them into. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1)
  return chosen.map(firstLetter).join('')
}

// A code point would cut a letter from its marks.
function firstLetter(word = ''): string {
  for (const { segment } of new Intl.Segmenter().segment(word)) return segment
  return ''
}
