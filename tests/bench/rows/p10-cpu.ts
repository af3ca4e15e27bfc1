import { load } from '../http.ts'
import { cpuOf, databasePids } from '../processes.ts'
import { inOrder, type Row } from '../row.ts'
import type { Stage } from '../stage.ts'
import { postMessage, postNote } from '../writes.ts'

const [clients, milliseconds] = [16, 2_000]

/** CPU of server and database for one write, sixteen clients. */
export const p10: Row = {
  id: 'P10',
  title: 'CPU per write, server + database',
  target: '≤ 3 × floor',
  goals: [{ label: `server + database, ${clients} clients`, of: 'ratio', atMost: 3 }],
  async measure(stage) {
    const [hub, floor] = await inOrder(
      () => cpuPerWrite(stage, stage.hub.pids(), (client) => postMessage(stage, undefined, stage.writer.page(client))),
      () => cpuPerWrite(stage, stage.floor.pids, () => postNote(stage)),
    )
    const total = ({ server, database }: Cost): number => server + database
    return [
      {
        label: `server + database, ${clients} clients`,
        unit: 'ms',
        hub: total(hub),
        floor: total(floor),
        ratio: total(hub) / total(floor),
      },
      {
        label: 'of which the server',
        unit: 'ms',
        hub: hub.server,
        floor: floor.server,
        ratio: hub.server / floor.server,
      },
      {
        label: 'of which the database',
        unit: 'ms',
        hub: hub.database,
        floor: floor.database,
        ratio: hub.database / floor.database,
      },
    ]
  },
}

type Cost = { readonly server: number; readonly database: number }

async function cpuPerWrite(
  { dataDir }: Stage,
  pids: readonly number[],
  write: (client: number) => Promise<unknown>,
): Promise<Cost> {
  const database = databasePids(dataDir)
  const before = [cpuOf(pids), cpuOf(database)] as const
  const { took } = await load(clients, milliseconds, write)
  return { server: (cpuOf(pids) - before[0]) / took.length, database: (cpuOf(database) - before[1]) / took.length }
}
