import { EventEmitter } from 'node:events'
import type { Hocuspocus } from '@hocuspocus/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { clientSocket, type CollabContext } from './client-socket.ts'
import { personIntake } from './person-intake.ts'

const second = 1_000
const megabyte = 1024 * 1024

/** A line as `ws` has it, whose other end is the test. */
class Line extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  bufferedAmount = 0
  isPaused = false
  ended = false
  readonly sent: unknown[] = []
  send(frame: unknown): void {
    this.sent.push(frame)
  }
  pause(): void {
    this.isPaused = true
  }
  resume(): void {
    this.isPaused = false
  }
  terminate(): void {
    this.ended = true
    this.emit('close', 1006, Buffer.alloc(0))
  }
  /** The other end says something. */
  says(frame: Uint8Array): void {
    this.emit('message', Buffer.from(frame), true)
  }
}

/** Connects a line with a document server that takes in what comes and says nothing. */
function connected() {
  const line = new Line()
  const handled: Uint8Array[] = []
  const closed: number[] = []
  const client = {
    handleMessage: (frame: Uint8Array) => void handled.push(frame),
    handleClose: ({ code }: { code: number }) => void closed.push(code),
  }
  const hocuspocus = { handleConnection: () => client } as unknown as Hocuspocus<CollabContext>
  const ended: unknown[] = []
  const socket = clientSocket(line as unknown as WebSocket, {
    person: { personId: 'ana', sessionId: 'one' },
    hocuspocus,
    url: 'http://localhost/collab',
    intake: personIntake(),
    onClose: (gone) => ended.push(gone),
    onError: (error) => {
      throw error
    },
  })
  return { line, socket, handled, closed, ended }
}

describe('a document connection', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('[SYN30] is ended within 45 seconds after its peer’s last word, whenever that was, and stays while it answers', () => {
    const [ping, pong] = [new Uint8Array([9]), new Uint8Array([10])]
    for (let lastWord = 0; lastWord < 20 * second; lastWord += 2 * second + 1) {
      const { line, closed, socket, ended } = connected()
      vi.advanceTimersByTime(lastWord)
      line.says(pong)
      vi.advanceTimersByTime(25 * second)
      expect(line.ended, 'so long a silence is a slow line').toBe(false)
      vi.advanceTimersByTime(20 * second)
      expect({ ended: line.ended, closed, told: ended }).toEqual({ ended: true, closed: [1006], told: [socket] })
      const { length } = line.sent
      vi.advanceTimersByTime(60 * second)
      expect(line.sent).toHaveLength(length)
    }
    const answering = connected()
    for (let time = 0; time < 600 * second; time += second) {
      vi.advanceTimersByTime(second)
      if (answering.line.sent.splice(0).length > 0) answering.line.says(pong)
    }
    expect(answering.line.ended).toBe(false)
    expect(answering.handled, 'what only says that somebody is there goes no further').toEqual([])
    vi.advanceTimersByTime(10 * second)
    expect(answering.line.sent).toEqual([ping])
    answering.line.terminate()
  })

  it('[SYN33] isn’t listened to while 4 MiB of it wait to be stored, goes on once they are, and isn’t taken for gone', () => {
    const { line, socket, handled } = connected()
    for (let sent = 1; sent <= 4; sent += 1) {
      expect(line.isPaused).toBe(false)
      line.says(new Uint8Array(megabyte))
    }
    expect(line.isPaused).toBe(true)
    vi.advanceTimersByTime(300 * second)
    expect(line.ended).toBe(false)
    socket.handled(handled.shift()!.byteLength)
    expect(line.isPaused).toBe(false)
    line.says(new Uint8Array(megabyte))
    expect(line.isPaused).toBe(true)
    for (const frame of handled) socket.handled(frame.byteLength)
    expect(line.isPaused).toBe(false)
    line.terminate()
  })

  it('[SYN38] is ended where more than 16 MiB wait for a peer who doesn’t read', () => {
    const { line } = connected()
    line.bufferedAmount = 16 * megabyte
    line.send('one more')
    expect(line.ended).toBe(false)
    line.bufferedAmount += 1
    line.send('too much')
    expect({ ended: line.ended, sent: line.sent }).toEqual({ ended: true, sent: ['one more'] })
  })
})
