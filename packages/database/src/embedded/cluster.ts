import { spawn } from 'node:child_process'
import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, handOver } from './account.ts'
import { program } from './binaries.ts'
import { asArgument, type Places } from './places.ts'

/** The role that owns everything in an embedded database. */
export const owner = 'kolo'

/** Whether the folder holds a database's files. */
export const isCreated = (places: Places): boolean => existsSync(join(places.folder, 'PG_VERSION'))

/** Makes the database's files beside their place and renames them, so that a start that is killed leaves no half. */
export async function createCluster(binDir: string, places: Places, account: Account | undefined): Promise<void> {
  const half = mkdtempSync(join(places.dataDir, 'postgres-new-'))
  handOver(half, account)
  try {
    await initialize(binDir, half, account)
    renameSync(half, places.folder)
    keepName(places.dataDir)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    // Another starter was quicker.
    if (!isCreated(places)) throw error
  }
}

/**
 * Sorts and folds by ICU. The C library's classes of characters are asked for separately: trigrams and text search take
 * letters from them, and plain C knows no Cyrillic and no Georgian ones. They have other names on other systems.
 */
async function initialize(binDir: string, folder: string, account: Account | undefined): Promise<void> {
  const ctypes = { linux: ['C.UTF-8', 'C'], darwin: ['en_US.UTF-8', 'C'] }[process.platform as string] ?? ['C']
  const fixed = ['-U', owner, '-A', 'trust', '-E', 'UTF8', '--locale-provider=icu', '--icu-locale=und', '--locale=C']
  const args = ['-D', asArgument(folder, account), ...fixed, '--data-checksums', '--no-instructions']
  for (const [index, ctype] of ctypes.entries()) {
    const complaint = await complaintOf(program(binDir, 'initdb'), [...args, `--lc-ctype=${ctype}`], account, folder)
    if (complaint === undefined) return
    if (index === ctypes.length - 1 || !complaint.includes('locale'))
      throw new Error(`The database can't be created. ${complaint}`)
  }
}

function complaintOf(
  file: string,
  args: string[],
  account: Account | undefined,
  cwd: string,
): Promise<string | undefined> {
  return new Promise((done, fail) => {
    const child = spawn(file, args, { ...account, cwd, stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true })
    let told = ''
    child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()))
    child.once('error', fail)
    child.once('close', (code) => done(code === 0 ? undefined : told.trim() || `initdb ended with ${code}.`))
  })
}

/** A new name in a folder outlives a loss of power only when the folder itself was written. */
function keepName(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
