import type { Envelope } from '@kolo/domain/events/envelope'
import { type ConfirmedSpace, createReplica } from '@kolo/sync'
import { compared, spreadOf } from '../figures.ts'
import { repeated } from '../http.ts'
import { inOrder, type Row } from '../row.ts'
import type { Stage } from '../stage.ts'
import { postMessage } from '../writes.ts'

// The widest gap that is answered with events is 5,000: some are left for what others write meanwhile.
const [missed, count, atOnce] = [4_950, 10, 50]

/** What an hour without a network has missed comes in one answer. */
export const p11: Row = {
  id: 'P11',
  title: 'catch-up after an hour offline: 5,000 events',
  target: '≤ 300 ms, one response',
  goals: [{ label: '4,950 events in one answer', of: 'p95', atMost: 300 }],
  async measure(stage) {
    const { client } = stage.writer
    const snapshot = await snapshotWithLog(stage)
    const input = { spaceId: stage.spaceId, epoch: snapshot.epoch, after: snapshot.seq - missed }
    const path = `/trpc/spaces.events?input=${encodeURIComponent(JSON.stringify(input))}`
    const [hub, floor] = await inOrder(
      () => repeated(count, () => client.get(path)),
      () => repeated(count, () => stage.floor.client.get('/events')),
    )
    const [answer, bare] = [await client.get(path), await stage.floor.client.get('/events')]
    const events = eventsIn(answer.text)
    const folding = await repeated(count, async () => {
      const replica = createReplica(stage.spaceId, stage.reader.personId)
      replica.reset({ ...snapshot, seq: input.after })
      replica.apply(events)
    })
    return [
      compared('4,950 events in one answer', 'ms', hub, floor),
      { label: 'folding them into the replica', unit: 'ms', hub: spreadOf(folding) },
      {
        label: 'on the wire',
        unit: 'kB',
        hub: answer.wireBytes / 1000,
        floor: bare.wireBytes / 1000,
        ratio: answer.wireBytes / bare.wireBytes,
      },
    ]
  },
}

/** The space as it is, once its log is long enough. */
async function snapshotWithLog(stage: Stage): Promise<ConfirmedSpace> {
  for (;;) {
    const snapshot = await stage.reader.api.spaces.snapshot.query({ spaceId: stage.spaceId })
    if (snapshot.seq >= missed) return snapshot
    await Promise.all(Array.from({ length: Math.min(atOnce, missed - snapshot.seq) }, () => postMessage(stage)))
  }
}

function eventsIn(text: string): readonly Envelope[] {
  const { result } = JSON.parse(text) as { result: { data: { kind: string; events?: readonly Envelope[] } } }
  const { kind, events = [] } = result.data
  if (events.length < missed) throw new Error(`The catch-up answered ${kind} with ${events.length} events.`)
  return events
}
