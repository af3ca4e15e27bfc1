import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from '../embedded/postmaster.ts'

/** Runs work that one process at a time may do. The file names who does it; what a killed process left is taken over. */
export async function withFileLock<Output>(file: string, work: () => Promise<Output>): Promise<Output> {
  const own = `${file}.${process.pid}`
  writeFileSync(own, String(process.pid))
  while (!taken(own, file)) {
    takeAway(file)
    await pause(20)
  }
  rmSync(own)
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** Linking is atomic, and the file never stands there empty. */
function taken(own: string, file: string): boolean {
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Takes a lock away whose process is gone. */
function takeAway(file: string): void {
  const holder = holderOf(file)
  if (holder === undefined || isAlive(holder)) return
  const aside = `${file}.left-by-${holder}`
  try {
    renameSync(file, aside)
  } catch {
    // Somebody else did.
    return
  }
  // Between reading and renaming it may have passed to a living process: then it gets it back.
  if (holderOf(aside) === holder) rmSync(aside, { force: true })
  else renameSync(aside, file)
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
