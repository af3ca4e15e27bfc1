/** However fast something changes, only the latest is told, and only once in so many milliseconds. */
export function latest<Value>(every: number, send: (key: string, value: Value) => void) {
  const waiting = new Map<string, { value: Value; readonly timer: NodeJS.Timeout }>()
  return {
    tell(key: string, value: Value): void {
      const open = waiting.get(key)
      if (open) open.value = value
      else waiting.set(key, { value, timer: setTimeout(() => sendNow(key), every) })
    },
    /** Sends what waits, for the last time. */
    stop(): void {
      for (const [key, { timer }] of waiting) {
        clearTimeout(timer)
        sendNow(key)
      }
    },
  }
  function sendNow(key: string): void {
    const open = waiting.get(key)
    waiting.delete(key)
    if (open) send(key, open.value)
  }
}
