import type { Figure } from '../figures.ts'
import { spreadOf } from '../figures.ts'
import { load } from '../http.ts'
import { inOrder, type Row } from '../row.ts'
import { postMessage, postNote } from '../writes.ts'

const milliseconds = 1_500

/** Messages per second into one space. */
export const p02: Row = {
  id: 'P2',
  title: 'messages/s into one space; acknowledgement',
  target: '≥ 0.5 × floor at 16, then 0.8; at 64: p99 ≤ 4 × p50',
  goals: [
    { label: 'messages per second, 16 clients', of: 'ratio', atLeast: 0.5 },
    { label: 'messages per second, 16 clients', of: 'ratio', atLeast: 0.8 },
    { label: 'p99 ÷ p50, 64 clients', atMost: 4 },
  ],
  async measure(stage) {
    const figures: Figure[] = []
    for (const clients of [1, 16, 64]) {
      const [hub, floor] = await inOrder(
        () => load(clients, milliseconds, (client) => postMessage(stage, undefined, stage.writer.page(client))),
        () => load(clients, milliseconds, () => postNote(stage)),
      )
      const [ours, theirs] = [spreadOf(hub.took), spreadOf(floor.took)]
      figures.push(
        {
          label: `messages per second, ${clients} clients`,
          unit: '1/s',
          hub: hub.perSecond,
          floor: floor.perSecond,
          ratio: hub.perSecond / floor.perSecond,
        },
        {
          label: `acknowledged, ${clients} clients`,
          unit: 'ms',
          hub: ours,
          floor: theirs,
          ratio: ours.p50 / theirs.p50,
        },
        { label: `p99 ÷ p50, ${clients} clients`, unit: '', hub: ours.p99 / ours.p50, floor: theirs.p99 / theirs.p50 },
      )
    }
    return figures
  },
}
