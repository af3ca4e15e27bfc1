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
  async measure(stage) {
    const [hub, floor] = await inOrder(
      () => cpuPerWrite(stage, stage.hub.pid(), () => postMessage(stage)),
      () => cpuPerWrite(stage, stage.floor.pid, () => postNote(stage)),
    )
    return [{ label: `CPU per write, ${clients} clients`, unit: 'ms', hub, floor, ratio: hub / floor }]
  },
}

async function cpuPerWrite({ dataDir }: Stage, pid: number, write: () => Promise<unknown>): Promise<number> {
  const pids = [pid, ...databasePids(dataDir)]
  const before = cpuOf(pids)
  const { took } = await load(clients, milliseconds, write)
  return (cpuOf(pids) - before) / took.length
}
