import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, mayEnter, privateFolder, sharedTmp } from './account.ts'
import { versionOf } from './binaries.ts'

/** Where a database's files, socket and log lie. */
export type Places = {
  /** The hub's data folder. */
  readonly dataDir: string
  /** The database's own folder below it. */
  readonly folder: string
  /** What the server writes until it takes over logging, and its fatal errors. */
  readonly log: string
  /** Stands in the server's command line, so that a process can be recognised as the one on this folder. */
  readonly cluster: string
}

/** The places of an existing data folder. */
export function placesOf(dataDir: string): Places {
  const real = realpathSync(dataDir)
  const folder = join(real, 'postgres')
  const cluster = `kolo-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  return {
    dataDir: real,
    folder: existsSync(folder) ? realpathSync(folder) : folder,
    log: join(real, 'postgres.log'),
    cluster,
  }
}

/**
 * What PostgreSQL is told of a folder that is its working directory. Where the account may not enter the folders above
 * (data of root's, below /root), Linux still leads there by the working directory itself; PostgreSQL 16 and newer follow.
 */
export function asArgument(folder: string, account: Account | undefined): string {
  return process.platform === 'linux' && !mayEnter(account, folder) ? '/proc/self/cwd' : folder
}

/** Throws where the server, running under the account, couldn't get to the data. */
export function checkEntry({ dataDir, folder }: Places, account: Account | undefined, binDir: string): void {
  if (mayEnter(account, existsSync(folder) ? folder : dataDir)) return
  if (process.platform === 'linux' && versionOf(binDir) >= 16) return
  throw new Error(
    `PostgreSQL doesn't run as root, and the account nobody may not enter ${dataDir}. Start Kolo under another account, or set KOLO_DATA to a folder below one that everybody may enter.`,
  )
}

/** The path of a unix socket has at most this many bytes (103 on macOS, 107 on Linux). */
const longestPath = process.platform === 'linux' ? 107 : 103
const socketName = '/.s.PGSQL.5432'

/**
 * The folder of the unix socket: beside the data, where only we and the server may enter; in the temporary folder when
 * its path grew too long. `told` is what the server is told, `host` what clients connect to.
 */
export function socketOf({ folder, cluster }: Places, account: Account | undefined): { told: string; host: string } {
  if (Buffer.byteLength(folder + socketName) <= longestPath) return { told: '.', host: folder }
  const short = join(sharedTmp(account), cluster)
  privateFolder(short, account)
  return { told: short, host: short }
}
