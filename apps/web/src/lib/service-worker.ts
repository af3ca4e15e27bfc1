/** Has the browser keep the hub's code, from when the page has nothing else to do. */
export function keepCode(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.register('/sw.js').then(
    async () => {
      const { active } = await navigator.serviceWorker.ready
      // What came before the worker it hasn't seen.
      active?.postMessage(performance.getEntriesByType('resource').map(({ name }) => name))
    },
    // Private windows and some settings refuse: the hub then needs the network to open, as any page does.
    () => undefined,
  )
}
