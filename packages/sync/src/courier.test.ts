import { describe, expect, it } from 'vitest'
import type { Answer } from './answer.ts'
import { createCourier, fileCommandBytes } from './courier.ts'
import type { OutboxItem } from './outbox-item.ts'
import { commandsPerFrame, frameBytes } from './protocol.ts'
import { protocolVersion } from './version.ts'
import type { Fetcher, Wire } from './transport.ts'
import { uuidv7 } from './uuidv7.ts'

const committed: Answer = { status: 'committed', at: [] }
const item = (text = 'short'): OutboxItem => ({
  commandId: uuidv7(),
  spaceId: 'a',
  name: 'message.post',
  path: 'threads.post',
  input: { text },
  at: '2026-11-23T08:00:00.000Z',
  state: 'saving',
  version: protocolVersion,
})

/** Both ways to the server; the connection answers as the test says. */
function ways(answers: (count: number) => readonly Answer[] | undefined) {
  const went: string[] = []
  let outdated = 0
  let overHttp: Answer = committed
  const courier = createCourier(
    {
      call: async () => {
        went.push('http')
        return overHttp
      },
    } as Partial<Fetcher> as Fetcher,
    {
      commands: async (items) => {
        went.push(`line ${items.length}`)
        return answers(items.length)
      },
    } as Partial<Wire> as Wire,
    () => void (outdated += 1),
  )
  return { courier, went, outdated: () => outdated, sayOverHttp: (answer: Answer) => (overHttp = answer) }
}
const all = (count: number): Answer[] => Array.from({ length: count }, () => committed)

describe('the courier', () => {
  it('[SYN40] sends several at once over the open connection, and one by HTTP where there is none', async () => {
    const { courier, went } = ways(all)
    expect(await courier.send([item(), item()])).toHaveLength(1)
    courier.lineHeard()
    expect(await courier.send([item(), item()])).toHaveLength(2)
    expect(await courier.send(Array.from({ length: 200 }, () => item()))).toHaveLength(commandsPerFrame)
    courier.lineLost()
    expect(await courier.send([item()])).toEqual([committed])
    expect(went).toEqual(['http', 'line 2', `line ${commandsPerFrame}`, 'http'])
  })

  it('[SYN40] sends by HTTP what is too large for a frame, in whatever script', async () => {
    const { courier, went } = ways(all)
    courier.lineHeard()
    const large = item('ш'.repeat(frameBytes / 4))
    expect(await courier.send([item(), item(), large, item()])).toHaveLength(2)
    expect(await courier.send([large, item()])).toHaveLength(1)
    expect(went).toEqual(['line 2', 'http'])
    const full = Array.from({ length: commandsPerFrame }, () => item('ш'.repeat(1_000)))
    const taken = full.slice(0, (await courier.send(full)).length)
    const frame = { commands: taken.map(({ path, commandId, input }) => ({ path, commandId, input })) }
    expect(new TextEncoder().encode(JSON.stringify(frame)).length).toBeLessThan(frameBytes)
    expect(taken.length).toBeGreaterThan(10)
  })

  it('[SYN40] [SYN21] refuses at once, also without a line, what no server takes', async () => {
    const { courier, went } = ways(all)
    const refused = [{ status: 'refused', code: 'tooLarge', details: {} }]
    expect(await courier.send([item('ш'.repeat(fileCommandBytes / 2)), item()])).toEqual(refused)
    courier.lineHeard()
    expect(await courier.send([item('x'.repeat(fileCommandBytes))])).toEqual(refused)
    expect(went).toEqual([])
    expect(await courier.send([item('x'.repeat(fileCommandBytes - 100))])).toEqual([committed])
    expect(went).toEqual(['http'])
  })

  it('[SYN40] asks no line that gave no answer until it has said something again', async () => {
    const { courier, went } = ways(() => undefined)
    courier.lineHeard()
    expect(await courier.send([item(), item()])).toEqual([{ status: 'unknown' }])
    await courier.send([item(), item()])
    courier.lineHeard()
    await courier.send([item(), item()])
    expect(went).toEqual(['line 2', 'http', 'line 2'])
  })

  it('[SYN35] tells when the server speaks a newer protocol', async () => {
    const { courier, outdated, sayOverHttp } = ways(all)
    await courier.send([item()])
    expect(outdated()).toBe(0)
    sayOverHttp({ status: 'unknown', failure: { code: 'versionMismatch', details: {} } })
    await courier.send([item()])
    expect(outdated()).toBe(1)
  })
})
