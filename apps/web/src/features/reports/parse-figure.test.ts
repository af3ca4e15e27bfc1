import { describe, expect, it } from 'vitest'
import { parseFigure } from './parse-figure.ts'

describe('a figure as people type it', () => {
  it('may have a comma or a point', () => {
    expect(parseFigure('12,5', false)).toBe(12.5)
    expect(parseFigure('12.5', false)).toBe(12.5)
    expect(parseFigure('-3', false)).toBe(-3)
    expect(parseFigure('1 234,5', false)).toBe(1234.5)
  })

  it('may be grouped where it is whole', () => {
    expect(parseFigure('1.234', true)).toBe(1234)
    expect(parseFigure('1,234,567', true)).toBe(1_234_567)
    expect(parseFigure('1 234', true)).toBe(1234)
    expect(parseFigure('12,5', true)).toBeUndefined()
  })

  it('is nothing when empty, and no figure when it is none', () => {
    expect(parseFigure(' ', true)).toBeNull()
    for (const typed of ['abc', '1e5', '1,2,3', '--1', '0x10']) expect(parseFigure(typed, false)).toBeUndefined()
  })
})
