import { setTimeout as pause } from 'node:timers/promises'
import type { Figure } from '../figures.ts'
import { startFloor } from '../floor/start.ts'
import { bareLine, hubLine, type Line, openLines } from '../lines.ts'
import { memoryOf } from '../processes.ts'
import type { Row } from '../row.ts'
import type { Stage } from '../stage.ts'

const [warm, clients, settle] = [50, 1_000, 3_000]

/** What a client costs that only listens; on fresh servers, whose memory holds nothing that would be used again. */
export const p18: Row = {
  id: 'P18',
  title: 'memory per idle client, 1,000 of them',
  target: '≤ ws + 90 kB',
  goals: [{ label: 'per idle client, above ws', atMost: 90 }],
  once: true,
  async measure(stage: Stage): Promise<Figure[]> {
    await stage.end('all', 'gracefully')
    await stage.begin()
    const hub = await perClient(stage.hub.pids(), (index) => hubLine(stage, index))
    const floor = await startFloor(stage, 'sockets')
    const bare = await perClient(floor.pids, (index) => bareLine(floor.urls[index % floor.urls.length] ?? ''))
    floor.stop()
    return [
      { label: 'per idle client', unit: 'kB', hub, floor: bare },
      { label: 'per idle client, above ws', unit: 'kB', hub: hub - bare },
    ]
  },
}

/** The first ones load code and caches that serve all: they count for nobody. */
async function perClient(pids: readonly number[], open: (index: number) => Promise<Line>): Promise<number> {
  const first = await openLines(warm, open)
  await pause(settle)
  const before = memoryOf(pids)
  const lines = await openLines(clients, (index) => open(index))
  await pause(settle)
  const megabytes = memoryOf(pids) - before
  for (const line of [...first, ...lines]) line.close()
  return (megabytes * 1024) / clients
}
