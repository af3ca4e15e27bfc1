import { describe, expect, it } from 'vitest'
import { readMarker } from './read-marker.ts'

/** A marker by a clock that the test moves. */
function marking() {
  let time = 0
  let timer: { readonly at: number; readonly work: () => void } | undefined
  const marks: { readonly at: number; readonly number: number }[] = []
  const marker = readMarker({
    mark: (number) => marks.push({ at: time, number }),
    now: () => time,
    later(work, milliseconds) {
      timer = { at: time + milliseconds, work }
      return () => void (timer = undefined)
    },
  })
  const pass = (milliseconds: number): void => {
    const until = time + milliseconds
    for (let due = timer; due && due.at <= until; due = timer) {
      time = due.at
      timer = undefined
      due.work()
    }
    time = until
  }
  return { marker, marks, pass }
}

describe('a read marker', () => {
  it('of 100 steps within two seconds is two commands at most, of which the last says it all', () => {
    const { marker, marks, pass } = marking()
    marker.known(0)
    for (let number = 1; number <= 100; number += 1) {
      marker.saw(number)
      pass(19)
    }
    pass(2_000)
    expect(marks).toEqual([
      { at: 0, number: 1 },
      { at: 2_000, number: 100 },
    ])
  })

  it('is one command every two seconds, however long somebody reads', () => {
    const { marker, marks, pass } = marking()
    marker.known(0)
    for (let number = 1; number <= 1_000; number += 1) {
      marker.saw(number)
      pass(100)
    }
    expect(marks.length).toBeLessThanOrEqual(51)
    expect(marks.every(({ at }, index) => at === index * 2_000)).toBe(true)
  })

  it('says nothing before it is known how far was read, nothing that is known, and the rest at the end', () => {
    const { marker, marks, pass } = marking()
    marker.saw(5)
    pass(10_000)
    expect(marks).toEqual([])
    marker.known(7)
    marker.flush()
    marker.saw(6)
    pass(10_000)
    expect(marks).toEqual([])
    marker.saw(8)
    pass(0)
    marker.saw(9)
    marker.flush()
    pass(10_000)
    expect(marks.map(({ number }) => number)).toEqual([8, 9])
  })
})
