import { randomUUID } from 'node:crypto'
import { type Frame, type Line, redisLine } from '@kolo/api/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Redis, startRedis } from '../../infra/cluster/redis.ts'
import { openLine } from '../lines/line.ts'

const patience = { timeout: 30_000, interval: 20 }

describe('the line of Redis between nodes', () => {
  let redis: Redis
  const lines: Line[] = []
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterEach(() => {
    for (const line of lines.splice(0)) line.close()
  })
  afterAll(() => redis.stop())

  /** Somebody on the line, with what they heard. */
  const joined = (key: string, url = redis.url) => {
    const heard = { frames: [] as Frame[], returns: 0, errors: [] as unknown[] }
    const line = redisLine(
      { url, key },
      {
        frame: (frame) => heard.frames.push(frame),
        back: () => (heard.returns += 1),
        error: (error) => heard.errors.push(error),
      },
    )
    lines.push(line)
    return { ...line, heard }
  }
  const frame = (after: number): Frame => ({ node: randomUUID(), spaceId: randomUUID(), after })
  type Joined = ReturnType<typeof joined>
  /** Sends until it is heard, as wake-ups before the line stands are dropped. */
  const reaches = (from: Joined, to: Joined) => () => {
    const sent = to.heard.frames.length
    from.send(frame(sent))
    return sent > 0
  }

  it('[SYN6] brings each frame to everybody, in order', async () => {
    const [one, other] = [joined('order'), joined('order')]
    await expect.poll(reaches(one, other), patience).toBe(true)
    const frames = Array.from({ length: 500 }, (_, index) => frame(index))
    for (const each of frames) one.send(each)
    await expect.poll(() => other.heard.frames.slice(-500), patience).toEqual(frames)
    expect([...one.heard.errors, ...other.heard.errors]).toEqual([])
  })

  it('[SYN14] comes back by itself when Redis does, says so, and complains once for each outage', async () => {
    const [one, other] = [joined('killed'), joined('killed')]
    await expect.poll(reaches(one, other), patience).toBe(true)
    redis.signal('SIGKILL')
    await expect.poll(() => other.heard.errors.length, patience).toBe(1)
    // More than may wait: none of them throws, and none is kept.
    for (let index = 0; index < 3_000; index += 1) one.send(frame(index))
    other.heard.frames.length = 0
    await redis.restart()
    await expect.poll(reaches(one, other), patience).toBe(true)
    expect(other.heard.returns).toBe(1)
    expect(one.heard.errors).toHaveLength(1)
    expect(other.heard.errors).toHaveLength(1)
    expect(other.heard.frames.length).toBeLessThan(3_000)
  })

  it('[SYN14] leaves a Redis that says nothing any more, paused or cut off, and finds back', async () => {
    const cut = await openLine(redis.url)
    const [one, other] = [joined('cut'), joined('cut', cut.url)]
    await expect.poll(reaches(one, other), patience).toBe(true)
    cut.be({ is: 'deaf' })
    await expect.poll(() => other.heard.errors.length, patience).toBe(1)
    one.send(frame(7))
    cut.be({ is: 'open' })
    await expect.poll(() => other.heard.returns, patience).toBe(1)
    // What was sent meanwhile is still in the stream.
    await expect.poll(() => other.heard.frames.at(-1), patience).toMatchObject({ after: 7 })
    redis.signal('SIGSTOP')
    await expect.poll(() => one.heard.errors.length, patience).toBe(1)
    redis.signal('SIGCONT')
    other.heard.frames.length = 0
    await expect.poll(reaches(one, other), patience).toBe(true)
    cut.close()
  })
})
