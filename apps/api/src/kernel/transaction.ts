import { type Database, send } from '@kolo/database'
import type { Compilable, Kysely } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { ClientBase } from 'pg'

/** Reads of the hub: the type has no way to write. */
export type Reads = ReadonlyKysely<Database>

declare const madeByKernel: unique symbol

/** The transaction of one command. Only the kernel makes it, so that nothing is written outside of a command. */
export type Tx = {
  readonly [madeByKernel]: true
  /** Reads inside the transaction; they see what the command has written. */
  readonly read: Reads
  /** Sends a write without waiting for it; the kernel waits for all of them before it commits. */
  write(build: (db: Kysely<Database>) => Compilable): void
}

/** What the kernel keeps of a command's transaction: how many writes were sent, their completion, and whose role they may have changed. */
export type OpenTx = { readonly tx: Tx; readonly writes: Promise<unknown>[]; changedMembers(): boolean }

const writesMembers = /^(insert into|update|delete from) "space_member"/

/** Opens the command's view of a pipelined connection on which the kernel has sent `begin`. */
export function openTx(client: ClientBase, db: Kysely<Database>): OpenTx {
  const writes: Promise<unknown>[] = []
  let changedMembers = false
  const tx = {
    read: db as unknown as Reads,
    write(build: (db: Kysely<Database>) => Compilable) {
      // Compiled and sent in this very tick: Kysely's own `execute` would send it some ticks later, behind the append.
      const { sql, parameters } = build(db).compile()
      const sent = send(client, sql, parameters)
      changedMembers ||= writesMembers.test(sql)
      // The kernel awaits it later; until then a failure must not count as unhandled.
      sent.catch(() => undefined)
      writes.push(sent)
    },
  }
  return { tx: tx as unknown as Tx, writes, changedMembers: () => changedMembers }
}
