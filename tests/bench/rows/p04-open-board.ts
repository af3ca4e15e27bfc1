import { type Figure, compared } from '../figures.ts'
import type { FullBoard } from '../fill.ts'
import { load, repeated } from '../http.ts'
import { inOrder, type Row } from '../row.ts'
import type { Stage } from '../stage.ts'
import { boardFromDisk } from '../kept-board.ts'
import { moveTask } from '../writes.ts'

const [count, clients, milliseconds] = [30, 16, 1_500]
/** More than enough for the hub to take a space into its memory. */
const moves = 20

/** Open a board of 1,000 tasks: from the database, from the hub's memory, and from the browser's own disk. */
export const p04: Row = {
  id: 'P4',
  title: 'open a board of 1,000 tasks: snapshot uncached, remembered; from the browser’s own replica',
  target: '≤ 1.5 × floor, ≤ 15 kB; then ≤ 2 × prebuilt; painted without the network',
  goals: [
    { label: 'uncached: open a board', of: 'ratio', atMost: 1.5 },
    { label: 'uncached: on the wire', atMost: 15 },
    { label: 'remembered: beside a prebuilt string', of: 'ratio', atMost: 2 },
    { label: 'from the browser’s own disk, without a network', atMost: 60_000 },
  ],
  async measure(stage) {
    const uncached = await opened(stage, 'uncached', stage.quietBoard)
    for (let index = 0; index < moves; index += 1) await moveTask(stage)
    const remembered = await opened(stage, 'remembered', stage.board)
    return [...uncached, ...remembered, await boardFromDisk(stage)]
  },
}

async function opened({ writer, floor }: Stage, how: string, { spaceId }: FullBoard): Promise<Figure[]> {
  const input = encodeURIComponent(JSON.stringify({ spaceId, asTables: true }))
  const open = () => writer.client.get(`/trpc/spaces.snapshot?input=${input}`)
  const items = () => floor.client.get('/items')
  const [hub, bare] = await inOrder(
    () => repeated(count, open),
    () => repeated(count, items),
  )
  const prebuilt = await repeated(count, () => floor.client.get('/prebuilt'))
  const [ourLoad, theirLoad] = await inOrder(
    () => load(clients, milliseconds, open),
    () => load(clients, milliseconds, items),
  )
  const [ours, theirs] = [await open(), await items()]
  return [
    compared(`${how}: open a board`, 'ms', hub, bare),
    compared(`${how}: beside a prebuilt string`, 'ms', hub, prebuilt),
    {
      label: `${how}: on the wire`,
      unit: 'kB',
      hub: ours.wireBytes / 1000,
      floor: theirs.wireBytes / 1000,
      ratio: ours.wireBytes / theirs.wireBytes,
    },
    { label: `${how}: uncompressed`, unit: 'kB', hub: ours.text.length / 1000, floor: theirs.text.length / 1000 },
    {
      label: `${how}: boards per second, ${clients} clients`,
      unit: '1/s',
      hub: ourLoad.perSecond,
      floor: theirLoad.perSecond,
      ratio: ourLoad.perSecond / theirLoad.perSecond,
    },
  ]
}
