import { sendSpace, type SendsSpace } from './send-space.ts'

/** Makes what sends what is due in a space; once at a time for each, and only `once` it may. */
export function drainSpaces(by: SendsSpace, once: { loaded: Promise<void>; leads: () => boolean }) {
  const busy = new Set<string>()
  return async function drain(spaceId: string): Promise<void> {
    if (busy.has(spaceId) || !once.leads()) return
    busy.add(spaceId)
    try {
      // What an earlier life of the tab has left comes first.
      await once.loaded
      await sendSpace(spaceId, by)
    } finally {
      busy.delete(spaceId)
    }
    // What became due in the very moment in which nothing was left has found it busy.
    if (!by.rests() && by.due(spaceId).length > 0) await drain(spaceId)
  }
}
