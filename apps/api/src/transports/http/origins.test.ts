import { describe, expect, it } from 'vitest'
import { originCheck } from './origins.ts'

describe('origins', () => {
  it('are those of the public address alone, where it is known', () => {
    const may = originCheck('https://kolo.example.org', false)
    expect(may('https://kolo.example.org', 'inside:4000')).toBe(true)
    expect(may('http://kolo.example.org', 'kolo.example.org')).toBe(false)
    expect(may('http://inside:4000', 'inside:4000')).toBe(false)
    expect(may(undefined, 'kolo.example.org')).toBe(false)
  })

  it('are those of the host that is asked, where it is not', () => {
    const may = originCheck('http://192.168.1.20:4000', true)
    expect(may('http://kolo.local:4000', 'kolo.local:4000')).toBe(true)
    expect(may('https://kolo.example.org', 'kolo.example.org')).toBe(true)
    expect(may('http://evil.test', 'kolo.local:4000')).toBe(false)
    expect(may('http://kolo.local:4001', 'kolo.local:4000')).toBe(false)
    expect(may('null', 'kolo.local:4000')).toBe(false)
    expect(may(undefined, 'kolo.local:4000')).toBe(false)
    expect(may('http://undefined', undefined)).toBe(false)
  })
})
