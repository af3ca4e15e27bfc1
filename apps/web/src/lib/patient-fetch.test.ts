import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { patientFetch } from './patient-fetch.ts'

describe('a patient fetch', () => {
  const server = createServer((request, answer) => void (request.url === '/answered' && answer.end('here')))
  let url = ''
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  it('brings an answer, and gives up where none comes', async () => {
    expect(await (await patientFetch(60_000)(`${url}/answered`)).text()).toBe('here')
    await expect(patientFetch(20)(`${url}/silent`)).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  it('gives up earlier where it is told to', async () => {
    const leaving = new AbortController()
    const asked = patientFetch(60_000)(`${url}/silent`, { signal: leaving.signal })
    leaving.abort()
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
  })
})
