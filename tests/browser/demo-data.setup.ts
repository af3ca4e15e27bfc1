import { rm } from 'node:fs/promises'
import { demoDataVariable, makeDataDir, startServer } from './server.ts'

let made: string | undefined

/** Starts the demo once, so that servers which only need it begin where that one ended. */
export async function setup(): Promise<void> {
  if (process.env[demoDataVariable] !== undefined) return
  const dataDir = await makeDataDir()
  const server = await startServer({ dataDir })
  await server.stop()
  made = dataDir
  process.env[demoDataVariable] = dataDir
}

export async function teardown(): Promise<void> {
  if (made === undefined) return
  delete process.env[demoDataVariable]
  await rm(made, { recursive: true, force: true })
}
