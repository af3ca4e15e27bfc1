import { createClient } from '@redis/client'

/** What a floor tells its own sockets, and those of the other node where there is one. */
export type Telling = (frame: string) => void

/** Tells by `tell` here and, through Redis, on the other node: whatever is published is believed. */
export async function between(redisUrl: string | undefined, tell: Telling): Promise<Telling> {
  if (redisUrl === undefined) return tell
  const own = String(process.pid)
  const [writer, reader] = [createClient({ url: redisUrl }), createClient({ url: redisUrl })]
  await Promise.all([writer.connect(), reader.connect()])
  await reader.subscribe('floor', (said) => {
    const end = said.indexOf(' ')
    if (said.slice(0, end) !== own) tell(said.slice(end + 1))
  })
  return (frame) => {
    tell(frame)
    void writer.publish('floor', `${own} ${frame}`)
  }
}
