import { setTimeout as pause } from 'node:timers/promises'
import { type Editor, editorOf } from '../../people/editor.ts'
import { type Figure, spreadOf } from '../figures.ts'
import { repeated } from '../http.ts'
import { inOrder, type Row } from '../row.ts'
import type { Stage } from '../stage.ts'
import { postNote } from '../writes.ts'

const count = 300

/** Keystroke → the other editor has it, stored before it is acknowledged. */
export const p08: Row = {
  id: 'P8',
  title: 'keystroke → other editor, stored before acknowledged',
  target: '≤ 1.3 × (bare Hocuspocus + one commit)',
  goals: [{ label: 'keystroke, beside Hocuspocus + one commit', of: 'ratio', atMost: 1.3 }],
  async measure(stage: Stage): Promise<Figure[]> {
    const [hub, bare] = await inOrder(
      () => keystrokes(stage.hub.url, [stage.writer.cookie, stage.reader.cookie], stage.documentId),
      () => keystrokes(stage.floor.url, [undefined, undefined], stage.documentId),
    )
    // A request around it makes the commit look dearer than it is: what is compared with is too slow rather than too fast.
    const commit = await repeated(count, () => postNote(stage))
    const [ours, theirs, one] = [spreadOf(hub), spreadOf(bare), spreadOf(commit)]
    const floor = { p50: theirs.p50 + one.p50, p95: theirs.p95 + one.p95, p99: theirs.p99 + one.p99 }
    return [
      { label: 'keystroke, beside Hocuspocus + one commit', unit: 'ms', hub: ours, floor, ratio: ours.p50 / floor.p50 },
      {
        label: 'keystroke, beside bare Hocuspocus',
        unit: 'ms',
        hub: ours,
        floor: theirs,
        ratio: ours.p50 / theirs.p50,
      },
    ]
  },
}

async function keystrokes(
  url: string,
  cookies: readonly (string | undefined)[],
  documentId: string,
): Promise<number[]> {
  const editors = cookies.map((cookie) => editorOf(url, cookie, documentId))
  const [from, to] = editors as [Editor, Editor]
  while (!from.saved() || !to.saved()) await pause(5)
  const words = from.ydoc.getText('keystrokes')
  const took: number[] = []
  for (let index = 0; index < count; index += 1) {
    const arrived = new Promise<void>((resolve) => to.ydoc.once('update', () => resolve()))
    const started = performance.now()
    words.insert(words.length, 'a')
    await arrived
    took.push(performance.now() - started)
  }
  for (const editor of editors) editor.close()
  return took
}
