import { execFileSync } from 'node:child_process'
import { chownSync, lstatSync, mkdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'

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

/** Whether the account may enter every folder on the way (our own account is never in question). */
export function mayEnter(account: Account | undefined, folder: string): boolean {
  if (!account) return true
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    const { mode, uid } = statSync(path)
    if ((mode & (uid === account.uid ? 0o100 : 0o001)) === 0) return false
  }
  return true
}

/** A temporary folder that the account may enter, too. */
export function sharedTmp(account: Account | undefined): string {
  return mayEnter(account, tmpdir()) ? tmpdir() : '/tmp'
}

/**
 * Makes a folder in a place where everybody may write, for us and the account alone. Throws when somebody else was there
 * first: a link or a folder of theirs would lead us where they want.
 */
export function privateFolder(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid } = lstatSync(folder)
  const ours = [process.getuid?.() ?? uid, account?.uid]
  if (!lstatSync(folder).isDirectory() || !ours.includes(uid)) throw new Error(`${folder} belongs to somebody else.`)
  handOver(folder, account)
}
