import { createSyncClient } from './client.ts'
import { memoryDisk } from './disk.ts'
import type { fakeHub } from './fake-hub.fixture.ts'

/** A client of that person on the fake hub, with its space open, its line standing, and no timers. */
export function connectedTo(server: ReturnType<typeof fakeHub>, personId: string, disk = memoryDisk()) {
  const { fetcher } = server
  const client = createSyncClient({ personId, fetcher, wire: server.openWire(), disk, later: () => undefined })
  const { replica, status } = client.open(server.spaceId)
  server.tell().connected()
  return { client, replica, status }
}
