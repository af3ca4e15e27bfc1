import { existsSync, globSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { TestServer } from './server.ts'
import { startServer } from './server.ts'

const isUp = (server: TestServer): Promise<boolean> =>
  fetch(`${server.url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )

function databasePid({ dataDir }: TestServer): number {
  const [file = ''] = globSync('{,*/,*/*/}postmaster.pid', { cwd: dataDir })
  return Number(readFileSync(join(dataDir, file), 'utf8').split('\n')[0])
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** What the journeys and the rounds of kill -9 rely on. */
describe('the server under test', () => {
  test('comes back on its port and data after a kill, and leaves nothing behind', async () => {
    const server = await startServer({ args: ['--empty'] })
    const first = server.pid
    const database = databasePid(server)
    try {
      expect(await isUp(server)).toBe(true)
      await server.kill()
      expect(await isUp(server)).toBe(false)
      await server.restart()
      expect(server.pid).not.toBe(first)
      expect(await isUp(server)).toBe(true)
      await server.kill()
    } finally {
      await server.stop()
    }
    await vi.waitFor(() => expect(isAlive(database)).toBe(false), { timeout: 30_000 })
    expect(existsSync(server.dataDir)).toBe(false)
  })

  test('ends in the middle of its first start without leaving its database behind', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'kolo-data-'))
    try {
      await chmod(dataDir, 0o755)
      const starting = startServer({ dataDir, onOutput: (text, end) => text.includes('Loading the demo') && end() })
      await expect(starting).rejects.toThrow('The server ended (0)')
      expect(globSync('{,*/,*/*/}postmaster.pid', { cwd: dataDir })).toEqual([])
    } finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  })

  test('says why it did not start', async () => {
    await expect(startServer({ env: { PORT: 'many' } })).rejects.toThrow(/PORT/)
  })
})
