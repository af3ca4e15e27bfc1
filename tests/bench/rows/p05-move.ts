import { deliveryTimes, floorListener, replicaOf } from '../deliveries.ts'
import { compared } from '../figures.ts'
import { load, repeated } from '../http.ts'
import { inOrder, type Row } from '../row.ts'
import { moveTask, postNote } from '../writes.ts'

const [count, clients, milliseconds] = [200, 16, 1_500]

/** Move a task on a board of 1,000: acknowledged, delivered, and sixteen at once. */
export const p05: Row = {
  id: 'P5',
  title: 'move a task on a board of 1,000, ack / delivery; at 16',
  target: '≤ 2 × floor',
  goals: [
    { label: 'move, acknowledged', of: 'ratio', atMost: 2 },
    { label: 'move, delivered', of: 'ratio', atMost: 2 },
    { label: `moves per second, ${clients} clients`, of: 'ratio', atLeast: 0.5 },
  ],
  async measure(stage) {
    const [hub, floor] = await inOrder(
      () => repeated(count, () => moveTask(stage)),
      () => repeated(count, () => postNote(stage)),
    )
    const [replica, listener] = [await replicaOf(stage, stage.board.spaceId), await floorListener(stage)]
    const delivered = await inOrder(
      () => deliveryTimes(count, replica, (id) => moveTask(stage, id)),
      () => deliveryTimes(count, listener, (id) => postNote(stage, id)),
    )
    replica.close()
    listener.close()
    const [ours, theirs] = await inOrder(
      () => load(clients, milliseconds, (client) => moveTask(stage, undefined, stage.writer.page(client))),
      () => load(clients, milliseconds, () => postNote(stage)),
    )
    return [
      compared('move, acknowledged', 'ms', hub, floor),
      compared('move, delivered', 'ms', ...delivered),
      {
        label: `moves per second, ${clients} clients`,
        unit: '1/s',
        hub: ours.perSecond,
        floor: theirs.perSecond,
        ratio: ours.perSecond / theirs.perSecond,
      },
    ]
  },
}
