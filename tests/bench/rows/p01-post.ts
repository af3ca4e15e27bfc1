import { compared, spreadOf } from '../figures.ts'
import { repeated } from '../http.ts'
import { inOrder, type Row } from '../row.ts'
import { postMessage, postNote } from '../writes.ts'

const count = 400

/** Post a message, one client: request → acknowledged commit, over the open connection as pages do. */
export const p01: Row = {
  id: 'P1',
  title: 'post a message, 1 client, request → acknowledged commit',
  target: '≤ 2 × floor',
  goals: [{ label: 'post, 1 client', of: 'ratio', atMost: 2 }],
  async measure(stage) {
    const [hub, floor] = await inOrder(
      () => repeated(count, () => postMessage(stage)),
      () => repeated(count, () => postNote(stage)),
    )
    const byPages = await repeated(count, (index) => postMessage(stage, undefined, stage.writer.page(index)))
    const byHttp = await repeated(count, () => postMessage(stage, undefined, stage.writer.client))
    return [
      compared('post, 1 client', 'ms', hub, floor),
      // Of two nodes each has to hear first what the other wrote a moment before.
      { label: 'each from another page, on the next node', unit: 'ms', hub: spreadOf(byPages) },
      { label: 'by HTTP', unit: 'ms', hub: spreadOf(byHttp) },
    ]
  },
}
