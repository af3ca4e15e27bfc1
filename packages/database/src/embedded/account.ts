import { chownSync } from 'node:fs'
import { execFileSync } from 'node:child_process'

/** PostgreSQL refuses to run as root: then it runs as `nobody`. */
export type Account = { readonly uid: number; readonly gid: number }

/** The account to run the database under, or undefined for our own. */
export function databaseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** Gives a folder to the account. */
export function handOver(folder: string, account: Account | undefined): void {
  if (account) chownSync(folder, account.uid, account.gid)
}
