import { setTimeout as pause } from 'node:timers/promises'
import type { Figure } from '../figures.ts'
import { databasePids, memoryOf } from '../processes.ts'
import type { Row } from '../row.ts'
import type { Stage } from '../stage.ts'

const settle = 2_000

/** Warm start and memory; ends the server that has borne the load. */
export const p17: Row = {
  id: 'P17',
  title: 'warm start, embedded database → ready; memory',
  target: '≤ 1.5 s; ≤ 150 MB + 40 MB database; flat after load',
  goals: [
    { label: 'warm start', atMost: 1_500 },
    { label: 'memory of the server, idle', atMost: 150 },
    { label: 'memory of the database, idle', atMost: 40 },
  ],
  once: true,
  async measure(stage: Stage): Promise<Figure[]> {
    const memory = (): [number, number] => [memoryOf(stage.hub.pids()), memoryOf(databasePids(stage.dataDir))]
    await pause(settle)
    const [loaded, loadedDatabase] = memory()
    const starts: number[] = []
    for (let count = 0; count < 3; count += 1) {
      await stage.end('first', 'gracefully')
      starts.push(await stage.begin())
    }
    await pause(settle)
    const [idle, idleDatabase] = memory()
    return [
      { label: 'warm start', unit: 'ms', hub: starts.toSorted((a, b) => a - b)[1] ?? Number.NaN },
      { label: 'memory of the server, idle', unit: 'MB', hub: idle },
      { label: 'memory of the database, idle', unit: 'MB', hub: idleDatabase },
      { label: 'memory of the server, after load', unit: 'MB', hub: loaded },
      { label: 'memory of the database, after load', unit: 'MB', hub: loadedDatabase },
    ]
  },
}
