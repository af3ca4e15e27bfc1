import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { type Line, personLines } from './person-lines.ts'

/** A line whose peer reads when the test says so. */
class TestLine extends EventEmitter {
  bufferedAmount = 0
  isEnded = false
  send(data: Uint8Array): void {
    this.bufferedAmount += data.length
  }
  terminate(): void {
    this.isEnded = true
  }
  /** The network tells a moment later. */
  closes(): void {
    this.bufferedAmount = 0
    this.emit('close')
  }
  readsAll(): void {
    this.bufferedAmount = 0
  }
}

const lineOf = (line: TestLine): Line => line as unknown as Line
const kilobyte = new Uint8Array(1_024)

describe('the lines of a person', () => {
  it('[SYN34] are so many, and one that closes makes room', () => {
    const lines = personLines({ lines: 2, unreadBytes: 1_024 })
    const [one, two] = [new TestLine(), new TestLine()]
    lines.add('ana', lineOf(one))
    expect(lines.hasRoom('ana')).toBe(true)
    lines.add('ana', lineOf(two))
    expect(lines.hasRoom('ana')).toBe(false)
    expect(lines.hasRoom('goran')).toBe(true)
    one.closes()
    expect(lines.hasRoom('ana')).toBe(true)
    two.closes()
    expect(lines.hasRoom('ana')).toBe(true)
  })

  it('[SYN38] hold so many unread bytes together: those that read least are given up, and nobody else’s', () => {
    const lines = personLines({ lines: 60, unreadBytes: 32 * 1_024 })
    const silent = Array.from({ length: 20 }, () => new TestLine())
    const [working, another] = [new TestLine(), new TestLine()]
    for (const line of [...silent, working]) lines.add('ana', lineOf(line))
    lines.add('goran', lineOf(another))
    let most = 0
    for (let piece = 0; piece < 100; piece += 1) {
      // To all in one go, as what somebody writes is sent on.
      for (const line of [...silent, working, another]) line.send(kilobyte)
      const waiting = [...silent, working].filter(({ isEnded }) => !isEnded)
      most = Math.max(
        most,
        waiting.reduce((sum, { bufferedAmount }) => sum + bufferedAmount, 0),
      )
      working.readsAll()
      another.bufferedAmount = Math.min(another.bufferedAmount, 20 * 1_024)
    }
    expect(most).toBeLessThanOrEqual(33 * 1_024)
    expect(silent.filter(({ isEnded }) => isEnded).length).toBeGreaterThan(15)
    expect(working.isEnded).toBe(false)
    expect(another.isEnded).toBe(false)
  })

  it('[SYN38] that were given up and haven’t closed yet take no other with them', () => {
    const lines = personLines({ lines: 60, unreadBytes: 4 * 1_024 })
    const [silent, working] = [new TestLine(), new TestLine()]
    for (const line of [silent, working]) lines.add('ana', lineOf(line))
    silent.bufferedAmount = 8 * 1_024
    for (let piece = 0; piece < 5; piece += 1) working.send(kilobyte)
    expect([silent.isEnded, working.isEnded]).toEqual([true, false])
    expect(working.bufferedAmount).toBe(5 * 1_024)
  })
})
