import type { HubNode } from '@kolo/api/testing'
import type { Disk } from '@kolo/sync'
import type { Ear } from './between.ts'
import type { Sabotage } from './run.ts'

/** The disk says that it has written down what a person did, and hasn't. */
export const dropsPuts = (): Sabotage => {
  let count = 0
  const isDropped = (): boolean => (count += 1) % 2 === 0
  return {
    disk: (disk) => withOutbox(disk, { put: async (item) => (isDropped() ? undefined : disk.outbox.put(item)) }),
  }
}

/** What was refused leaves the disk, as what was done does. */
export const dropsRefusals: Sabotage = {
  disk: (disk) =>
    withOutbox(disk, {
      put: (item) => (item.state === 'refused' ? disk.outbox.remove(item.commandId) : disk.outbox.put(item)),
    }),
}

const withOutbox = (disk: Disk, changed: Partial<Disk['outbox']>): Disk => ({
  ...disk,
  outbox: { ...disk.outbox, ...changed },
})

/** What waits on the disk comes back twice, the first time under another id. */
export const loadsTwice: Sabotage = {
  disk: (disk) =>
    withOutbox(disk, {
      load: async () =>
        (await disk.outbox.load()).flatMap((item) => [{ ...item, commandId: `f${item.commandId.slice(1)}` }, item]),
    }),
}

/** A node hears that another has written, and takes the number into its memory of the space without the event. */
export const takesNumbersAlone: Sabotage = {
  ear: (node: HubNode, ear: Ear): Ear => ({
    ...ear,
    async hear(spaceId, after, events) {
      const remembered = await rememberedBy(node, spaceId)
      if (!remembered) return ear.hear(spaceId, after, events)
      const text = 'select head as seq, head_hash as hash from space where id = $1'
      const { rows } = await node.pool.query<Head>(text, [spaceId])
      Object.assign(remembered, { head: rows[0] })
    },
  }),
}

type Head = { readonly seq: number; readonly hash: Buffer }

async function rememberedBy({ kernel }: HubNode, spaceId: string): Promise<object | undefined> {
  type Query = Parameters<typeof kernel.ask>[0]
  const handle: Query['handle'] = async ({ remembered }) => remembered(spaceId)
  const asked = await kernel.ask({ name: 'test.remembered', handle } as Query, '', undefined)
  return asked === undefined ? undefined : (asked as object)
}
