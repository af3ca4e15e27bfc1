import type { Frame, Line } from './frames.ts'
import { latest } from './latest.ts'

/**
 * A line on which frames wait a moment for others on the same space or document: the last of them says all that those
 * before it said. What says anything else goes at once.
 */
export function gathered(line: Line, every: number): Line {
  const waiting = latest<Frame>(every, (_, frame) => line.send(frame))
  return {
    send(frame) {
      const about = 'spaceId' in frame ? frame.spaceId : 'documentId' in frame ? frame.documentId : undefined
      if (about === undefined) line.send(frame)
      else waiting.tell(about, frame)
    },
    close() {
      waiting.stop()
      line.close()
    },
  }
}
