import type { Database } from '@kolo/database'
import type { Compilable, Kysely } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Sending } from './sending.ts'
import type { Statement } from './writes.ts'

/** Reads of the hub: the type has no way to write. */
export type Reads = ReadonlyKysely<Database>

declare const madeByKernel: unique symbol

/** The transaction of one command. Only the kernel makes it, so that nothing is written outside of a command. */
export type Tx = {
  readonly [madeByKernel]: true
  /** Reads inside the transaction; they see what the command has written. */
  readonly read: Reads
  /** Hands a write over, without waiting for it: it is sent before the next read, or at the end, and waited for before the answer. */
  write(build: (db: Kysely<Database>) => Compilable): void
}

/** What the kernel keeps of a command's transaction: what it writes, and whether that may have changed somebody's role. */
export type OpenTx = { readonly tx: Tx; readonly writes: readonly Statement[]; changedMembers(): boolean }

const writesMembers = /^(insert into|update|delete from) "space_member"/

/** Opens the command's view of a transaction. */
export function openTx({ db, write }: Pick<Sending, 'db' | 'write'>): OpenTx {
  const writes: Statement[] = []
  const tx = {
    read: db as unknown as Reads,
    write(build: (db: Kysely<Database>) => Compilable) {
      const { sql, parameters } = build(db).compile()
      const statement = { text: sql, values: parameters }
      writes.push(statement)
      write(statement)
    },
  }
  const changedMembers = (): boolean => writes.some(({ text }) => writesMembers.test(text))
  return { tx: tx as unknown as Tx, writes, changedMembers }
}
