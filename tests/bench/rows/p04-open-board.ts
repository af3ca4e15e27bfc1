import { compared } from '../figures.ts'
import { load, repeated } from '../http.ts'
import { inOrder, type Row } from '../row.ts'

const [count, clients, milliseconds] = [30, 16, 1_500]

/** Open a board of 1,000 tasks from nothing: the space's snapshot. */
export const p04: Row = {
  id: 'P4',
  title: 'open a board of 1,000 tasks (snapshot, uncached)',
  target: '≤ 1.5 × floor, ≤ 15 kB; then ≤ 2 × prebuilt',
  async measure(stage) {
    const { client } = stage.writer
    const { floor } = stage
    const input = encodeURIComponent(JSON.stringify({ spaceId: stage.board.spaceId }))
    const open = () => client.get(`/trpc/spaces.snapshot?input=${input}`)
    const [hub, items] = await inOrder(
      () => repeated(count, open),
      () => repeated(count, () => floor.client.get('/items')),
    )
    const prebuilt = await repeated(count, () => floor.client.get('/prebuilt'))
    const [hubLoad, floorLoad] = await inOrder(
      () => load(clients, milliseconds, open),
      () => load(clients, milliseconds, () => floor.client.get('/items')),
    )
    const [ours, theirs] = [await open(), await floor.client.get('/items')]
    return [
      compared('open a board', 'ms', hub, items),
      { ...compared('open a board, beside a prebuilt string', 'ms', hub, prebuilt) },
      {
        label: 'on the wire',
        unit: 'kB',
        hub: ours.wireBytes / 1000,
        floor: theirs.wireBytes / 1000,
        ratio: ours.wireBytes / theirs.wireBytes,
      },
      { label: 'uncompressed', unit: 'kB', hub: ours.text.length / 1000, floor: theirs.text.length / 1000 },
      {
        label: `boards per second, ${clients} clients`,
        unit: '1/s',
        hub: hubLoad.perSecond,
        floor: floorLoad.perSecond,
        ratio: hubLoad.perSecond / floorLoad.perSecond,
      },
    ]
  },
}
