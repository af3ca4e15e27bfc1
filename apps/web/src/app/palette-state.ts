const listeners = new Set<() => void>()

/** Opens the command palette, from wherever. */
export function openPalette(): void {
  for (const listener of listeners) listener()
}

/** The palette's host listens here. */
export function onPaletteAsked(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
