import type { Frame, Line } from './frames.ts'
import { latest } from './latest.ts'

/**
 * A line on which frames wait so many milliseconds for others on the same space or document: the last of them says all that
 * those before it said, and brings no events. What says anything else goes at once.
 */
export function gathered(line: Line, every: number): Line {
  const waiting = latest<Frame>(every, (_, frame) => line.send(frame))
  return {
    send(frame) {
      if ('spaceId' in frame) {
        const { sealed: _sealed, ...hint } = frame
        waiting.tell(frame.spaceId, hint)
      } else if ('documentId' in frame) waiting.tell(frame.documentId, frame)
      else line.send(frame)
    },
    close() {
      waiting.stop()
      line.close()
    },
  }
}
