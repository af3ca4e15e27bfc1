import type { Disk } from './disk.ts'
import type { ListenerSet } from './listener-set.ts'
import type { Outbox } from './outbox.ts'
import type { Tabs } from './tabs.ts'

const signedOut = { code: 'unauthenticated', details: { reason: 'signedOut' } } as const

/** Signing out, here or in another tab of whichever build: nothing stays on the disk but what is unsent, as refused. */
export function signingOut(disk: Disk, tabs: Tabs, outbox: Outbox, departures: ListenerSet<[]>): () => Promise<void> {
  // A disk that can't be emptied holds nothing either: it takes nothing.
  const wipe = (): Promise<void> => disk.wipe().catch(() => undefined)
  tabs.on((message) => {
    // What this tab was writing down goes, too.
    if ('person' in message) void wipe().then(departures.tell)
  })
  return async () => {
    await outbox.refuse(signedOut)
    tabs.tellEveryBuild({ person: 'signedOut' })
    await wipe()
  }
}
