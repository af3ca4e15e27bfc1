import { randomUUID } from 'node:crypto'
import type { PresentPeople } from '@kolo/sync'
import type { Pool } from 'pg'
import type { Revocation } from '../credentials/session-store.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { foreignLog } from './foreign-log.ts'
import type { Frame, Hearing, Line } from './frames.ts'
import { gathered } from './gathered-line.ts'
import { notifyLine } from './notify-line.ts'
import { redisLine } from './redis-line.ts'
import type { Seal } from './seal.ts'

const usualCheck = 10_000
// Behind a quicker line.
const gatheredFor = 50

/** Tells other processes on this database of what was committed here; with a seal the events themselves. */
export function tellOthers(kernel: Kernel, node: string, send: (frame: Frame) => void, seal?: Seal): () => void {
  return kernel.log.subscribe((events) => {
    for (const [spaceId, ofIt] of Map.groupBy(events, (event) => event.spaceId)) {
      const sealed = seal?.close(ofIt)
      send({ node, spaceId, after: ofIt[0]!.seq - 1, ...(sealed === undefined ? {} : { sealed }) })
    }
  }, 'own')
}

/** The other processes on this database. */
export type Others = {
  /** Sends a frame to them all. */
  send(frame: Frame): void
  /** Sends what passes (who is where, carets) over one line only, the quickest. */
  sendPassing(frame: Frame): void
  stop(): void
}

/**
 * Hears of what others did, and wakes this process's listeners. NOTIFY is always on, also with Redis, where it follows a
 * moment later with what has gathered: one small statement, which spares everybody from finding out whether a Redis that
 * says nothing is idle, paused or cut off in one direction. What comes by both lines is read once. What comes by neither is found by looking, at each
 * return of a line and every ten seconds.
 */
export async function hearOthers(options: {
  readonly pool: Pool
  readonly kernel: Kernel
  readonly node: string
  /** Where the faster line is, if there is one, and by which seal events travel on it. */
  readonly redis?: { readonly url: string; readonly key: string; readonly seal: Seal } | undefined
  readonly heard?: {
    revoked(what: Revocation): void
    document(documentId: string, number: number): void
    present(node: string, people: PresentPeople): void
    carets(documentId: string, carets: string): void
    /** Time to look for documents whose frames were lost. */
    check(): void
  }
  readonly onError: (error: unknown) => void
  readonly checkEvery?: number
}): Promise<Others> {
  const { pool, kernel, node, redis, heard, onError } = options
  const log = await foreignLog(kernel, onError)
  const look = (): void => {
    log.catchUp().catch(onError)
    heard?.check()
  }
  const hearing: Hearing = {
    back: look,
    error: onError,
    frame(frame) {
      if (frame.node === node) return
      if ('spaceId' in frame) log.heard(frame.spaceId, frame.after, eventsIn(frame))
      else if ('documentId' in frame) heard?.document(frame.documentId, frame.number)
      else if ('present' in frame) heard?.present(frame.node, frame.present)
      else if ('carets' in frame) heard?.carets(frame.of, frame.carets)
      else heard?.revoked(frame.revoked)
    },
  }
  const eventsIn = ({ node: from, sealed }: { readonly node: string; readonly sealed?: string | undefined }) =>
    sealed === undefined ? undefined : redis?.seal.open(from, sealed)
  const notify = await notifyLine(pool, hearing)
  const lines: Line[] = redis ? [gathered(notify, gatheredFor), redisLine(redis, hearing)] : [notify]
  const timer = setInterval(() => {
    look()
    notify.check()
  }, options.checkEvery ?? usualCheck)
  return {
    send(frame) {
      for (const line of lines) line.send(frame)
    },
    sendPassing: (frame) => lines.at(-1)?.send(frame),
    stop() {
      clearInterval(timer)
      log.stop()
      for (const line of lines) line.close()
    },
  }
}

/** This process's name on the lines. */
export const nodeName = (): string => randomUUID()
