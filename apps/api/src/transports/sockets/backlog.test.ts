import { EventEmitter } from 'node:events'
import type { Socket } from 'socket.io'
import { describe, expect, it } from 'vitest'
import { boundBacklog } from './backlog.ts'

describe('[SYN38] what waits for whoever doesn’t read', () => {
  const peer = () => {
    let isClosed = false
    const conn = Object.assign(new EventEmitter(), { close: () => (isClosed = true) })
    boundBacklog({ conn } as unknown as Pick<Socket, 'conn'>, 1_000)
    const send = (bytes: number) => conn.emit('packetCreate', { data: 'x'.repeat(bytes) })
    return { send, read: () => conn.emit('flush'), isClosed: () => isClosed }
  }

  it('[SYN38] cuts off once too much waits, and never for one large packet', () => {
    const { send, read, isClosed } = peer()
    send(10_000)
    expect(isClosed()).toBe(false)
    read()
    send(600)
    send(600)
    expect(isClosed()).toBe(false)
    send(1)
    expect(isClosed()).toBe(true)
  })
})
