import { createClient } from '@redis/client'
import { frameIn, type Hearing, type Line } from './frames.ts'

const keptFrames = 5_000
const maxWaiting = 1_000
const blockFor = 4_000
const readAtOnce = 1_000
const tryAgainAfter = 1_000
const goesOutWithin = 200
const field = 'frame'
const beginning = '0-0'

/**
 * The line of a Redis stream. It is quicker than NOTIFY and takes nothing of the database, but nobody relies on it: it
 * opens when Redis is there, drops frames while it isn't, and comes back by itself.
 */
export function redisLine(redis: { readonly url: string; readonly key: string }, hearing: Hearing): Line {
  const told = onceAnOutage(hearing.error)
  const writer = clientOf(redis.url, told)
  const reader = clientOf(redis.url, told)
  let waiting = 0
  let last: string | undefined
  let again: NodeJS.Timeout | undefined
  let closed = false

  /** Reads for as long as the connection holds. */
  const follow = async (): Promise<void> => {
    let id = await positionAfter(last)
    if (last !== undefined) hearing.back()
    while (!closed) {
      last = id
      const answer = await reader.xRead({ key: redis.key, id }, { BLOCK: blockFor, COUNT: readAtOnce })
      if (!answer) id = await positionAfter(id)
      for (const { id: next, message } of answer?.[0]?.messages ?? []) {
        id = next
        const frame = frameIn(message[field] ?? '')
        if (frame) hearing.frame(frame)
      }
    }
  }
  /** Where to read on: behind what was read, or from the beginning of another stream whose numbers are lower. */
  const positionAfter = async (read: string | undefined): Promise<string> => {
    const newest = (await reader.xRevRange(redis.key, '+', '-', { COUNT: 1 }))?.[0]?.id ?? beginning
    if (read === undefined) return newest
    return isOlder(newest, read) ? beginning : read
  }
  const followAgain = (): void => {
    clearTimeout(again)
    follow().catch((error: unknown) => {
      if (closed || !reader.isReady) return
      // The connection holds, but Redis refuses: it is asked again, however long that lasts.
      told.error(error)
      again = setTimeout(followAgain, tryAgainAfter).unref()
    })
  }
  reader.on('ready', followAgain)
  for (const client of [writer, reader]) client.connect().catch(told.error)

  return {
    send(frame) {
      if (!writer.isReady || waiting >= maxWaiting) return
      waiting += 1
      writer
        .xAdd(
          redis.key,
          '*',
          { [field]: JSON.stringify(frame) },
          { TRIM: { strategy: 'MAXLEN', strategyModifier: '~', threshold: keptFrames } },
        )
        .catch((error: unknown) => closed || told.error(error))
        .finally(() => (waiting -= 1))
    },
    close() {
      closed = true
      told.stop()
      clearTimeout(again)
      reader.destroy()
      // What was sent a moment ago still goes out.
      setTimeout(() => writer.destroy(), goesOutWithin)
    },
  }
}

type Outages = { error(error: unknown): void; over(): void; stop(): void }

function clientOf(url: string, told: Outages) {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: maxWaiting,
    pingInterval: blockFor,
    socket: {
      connectTimeout: 5_000,
      // Longer than any answer takes: a Redis that is stopped or cut off in one direction is noticed, and left.
      socketTimeout: 2 * blockFor,
      reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, 2_000),
    },
  })
  client.on('error', told.error)
  client.on('ready', told.over)
  return client
}

/** Tells of an outage once, not of every try in it. */
function onceAnOutage(onError: (error: unknown) => void): Outages {
  let silent = false
  return {
    error(error) {
      if (!silent) onError(error)
      silent = true
    },
    over: () => (silent = false),
    stop: () => (silent = true),
  }
}

/** Whether an id of a stream, milliseconds and a counter, comes before another. */
function isOlder(one: string, other: string): boolean {
  const [time = 0, count = 0] = one.split('-').map(Number)
  const [otherTime = 0, otherCount = 0] = other.split('-').map(Number)
  return time === otherTime ? count < otherCount : time < otherTime
}
