import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { patientFetch } from './patient-fetch.ts'

const silence = 100

describe('a patient fetch', () => {
  const answers: Record<string, (answer: ServerResponse) => void> = {
    '/answered': (answer) => answer.end('here'),
    '/half': (answer) => answer.write('he'),
    '/slow': (answer) => {
      const letters = ['here', ' ', 'it ', 'i', 's']
      const next = (): void => {
        const letter = letters.shift()
        if (letter === undefined) return void answer.end()
        answer.write(letter)
        setTimeout(next, silence / 2)
      }
      next()
    },
  }
  const server = createServer((request, answer) => answers[request.url ?? '']?.(answer))
  let url = ''
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const ask = async (path: string): Promise<string> => (await patientFetch(silence)(`${url}${path}`)).text()

  it('brings an answer, however slowly it comes', async () => {
    expect(await ask('/answered')).toBe('here')
    expect(await ask('/slow')).toBe('here it is')
  })

  it.each(['/silent', '/half'])('gives up where nothing comes any more: %s', async (path) => {
    await expect(ask(path)).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  it('gives up earlier where it is told to', async () => {
    const leaving = new AbortController()
    const asked = patientFetch(60_000)(`${url}/silent`, { signal: leaving.signal })
    leaving.abort()
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
  })
})
