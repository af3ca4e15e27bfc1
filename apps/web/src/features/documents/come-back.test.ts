import { describe, expect, it } from 'vitest'
import { comeBack } from './come-back.ts'

/** A line that stands, and a document on it that the server has just closed. */
const closed = () => {
  const ended: string[] = []
  const line = (name: string) => ({ close: () => void ended.push(name) })
  const socket = { webSocket: line('first') }
  const provider = { isAuthenticated: false }
  let due = (): void => undefined
  comeBack(
    { socket, provider },
    (work) => (due = work),
    () => 0,
  )
  return { ended, line, socket, provider, due: () => due() }
}

describe('a document that the server has closed on a line that stands', () => {
  it('ends the line a little later, so that another comes', () => {
    const { ended, due } = closed()
    expect(ended).toEqual([])
    due()
    expect(ended).toEqual(['first'])
  })

  it('leaves alone the line that has come meanwhile, and one on which it was let in again', () => {
    const other = closed()
    other.socket.webSocket = other.line('second')
    other.due()
    const back = closed()
    back.provider.isAuthenticated = true
    back.due()
    expect([...other.ended, ...back.ended]).toEqual([])
  })
})
