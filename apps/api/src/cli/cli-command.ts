import type { Hub } from '../hub.ts'

/** Options that commands share; each reads what it knows. */
export type Options = {
  readonly preview?: boolean
  readonly name?: string
  readonly email?: string
  readonly output?: string
  readonly files?: boolean
}

/** A command of the CLI; gives the exit code. */
export type CliCommand = {
  readonly words: readonly string[]
  readonly usage: string
  readonly about: string
  /** Where the database was not up to date it stays so: the command only looks. */
  readonly onlyLooks?: true
  run(hub: Hub, rest: readonly string[], options: Options): Promise<number>
}
