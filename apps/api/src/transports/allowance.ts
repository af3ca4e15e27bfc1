/** Says of each frame whether it may still be sent: `burst` at once, and `perSecond` from then on. */
export function allowance(
  { burst, perSecond }: { readonly burst: number; readonly perSecond: number },
  clock: () => number = Date.now,
): () => boolean {
  let left = burst
  let at = clock()
  return () => {
    const now = clock()
    left = Math.min(burst, left + ((now - at) / 1000) * perSecond)
    at = now
    if (left < 1) return false
    left -= 1
    return true
  }
}
