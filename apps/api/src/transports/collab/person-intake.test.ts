import { describe, expect, it } from 'vitest'
import { personIntake } from './person-intake.ts'

const lineOf = () => {
  const line = { isPaused: false, pause: () => void (line.isPaused = true), resume: () => void (line.isPaused = false) }
  return line as unknown as Parameters<ReturnType<typeof personIntake>>[1] & { readonly isPaused: boolean }
}

/** Some lines of a person, and one of somebody else. */
const connected = (count: number) => {
  const intake = personIntake({ ofLine: 4, ofPerson: 10 })
  const open = (personId: string) => {
    const line = lineOf()
    return { line, ...intake(personId, line) }
  }
  const lines = Array.from({ length: count }, () => open('ana'))
  const paused = () => lines.map(({ line }) => line.isPaused)
  return { open, lines, paused, other: open('goran') }
}

describe('what a person’s lines have sent and isn’t stored', () => {
  it('[SYN33] stops the line that has sent too much, and no other', () => {
    const { lines, paused } = connected(2)
    lines[0]!.came(4)
    expect(paused()).toEqual([true, false])
    lines[0]!.handled(1)
    expect(paused()).toEqual([false, false])
  })

  it('[SYN33] stops all of the person’s where it is too much together, nobody else’s, until enough is stored', () => {
    const { lines, paused, other } = connected(4)
    for (const { came } of lines.slice(0, 3)) came(3)
    expect(paused()).toEqual([false, false, false, false])
    lines[3]!.came(1)
    expect(paused()).toEqual([true, true, true, true])
    expect(other.line.isPaused).toBe(false)
    lines[1]!.handled(3)
    expect(paused()).toEqual([false, false, false, false])
  })

  it('[SYN33] is forgotten with the line, whatever comes of it later, and a new one begins with nothing', () => {
    const { lines, paused, open } = connected(3)
    for (const { came } of lines) came(3)
    lines[2]!.came(1)
    expect(paused()).toEqual([true, true, true])
    lines[2]!.gone()
    expect(paused().slice(0, 2)).toEqual([false, false])
    lines[2]!.handled(4)
    for (const { gone } of lines.slice(0, 2)) gone()
    const again = open('ana')
    again.came(3)
    expect(again.line.isPaused).toBe(false)
  })
})
