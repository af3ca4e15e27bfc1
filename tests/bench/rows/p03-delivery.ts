import { type Arrivals, deliveryTimes, floorListener, replicaOf } from '../deliveries.ts'
import { compared } from '../figures.ts'
import { load } from '../http.ts'
import { inOrder, type Row } from '../row.ts'
import { postMessage, postNote } from '../writes.ts'

const [quiet, busy, clients] = [200, 60, 16]

/** The writer's send → another person's replica has it; also while 16 clients write. */
export const p03: Row = {
  id: 'P3',
  title: 'delivery: send → another person’s replica has it',
  target: '≤ 2.5 × floor',
  goals: [
    { label: 'delivery', of: 'ratio', atMost: 2.5 },
    { label: `delivery while ${clients} clients write`, of: 'ratio', atMost: 2.5 },
  ],
  async measure(stage) {
    const [replica, listener] = [await replicaOf(stage, stage.spaceId), await floorListener(stage)]
    const alone = await inOrder(
      () => deliveryTimes(quiet, replica, (id) => postMessage(stage, id)),
      () => deliveryTimes(quiet, listener, (id) => postNote(stage, id)),
    )
    const loaded = await inOrder(
      () => underLoad(replica, (id, client) => postMessage(stage, id, stage.writer.page(client))),
      () => underLoad(listener, (id) => postNote(stage, id)),
    )
    replica.close()
    listener.close()
    return [compared('delivery', 'ms', ...alone), compared(`delivery while ${clients} clients write`, 'ms', ...loaded)]
  },
}

async function underLoad(
  to: Arrivals,
  send: (id: string | undefined, client: number) => Promise<unknown>,
): Promise<number[]> {
  let took: number[] = []
  const measuring = deliveryTimes(busy, to, (id) => send(id, clients)).then((times) => (took = times))
  const writing = load(clients, 1_500, (client) => send(undefined, client))
  await Promise.all([measuring, writing])
  return took
}
