import { type Database, pipelined, send } from '@kolo/database'
import type { Kysely } from 'kysely'
import type { PoolClient } from 'pg'
import { areIndependent, gathered, type Statement, withWrites } from './writes.ts'

/** What a transaction sends, in order. Writes are kept back until somebody reads, or it ends: then fewer statements do. */
export type Sending = {
  /** Reads see all that was written before. */
  readonly db: Kysely<Database>
  /** What was sent and nobody has waited for: where one of it fails, so does all that is sent behind it. */
  readonly sent: readonly Promise<unknown>[]
  write(statement: Statement): void
  /** A job is done: the next one asks the database, so that it has to find what was written. */
  flush(): void
  /**
   * Sends what is left, and `last` behind it, and commits; resolves once it is committed. `isWhole`: nothing hinders it from
   * being one statement. Rejects with whatever fails first of this end; what was `sent` may have failed before.
   */
  end(last: Statement | undefined, isWhole: boolean): Promise<void>
}

/** Over a connection of which nobody else sends; `beginning` is what still has to be sent first. */
export function sending(client: PoolClient, beginning: readonly Statement[]): Sending {
  const sent: Promise<unknown>[] = []
  const unsent = [...beginning]
  let kept: Statement[] = []
  const put = ({ text, values }: Statement): ReturnType<typeof send> => {
    const answer = send(client, text, values)
    // Whoever ends it looks at each; until then a failure must not count as unhandled.
    answer.catch(() => undefined)
    sent.push(answer)
    return answer
  }
  const flush = (): void => {
    for (const statement of [...unsent.splice(0), ...gathered(kept)]) void put(statement)
    kept = []
  }
  return {
    db: pipelined<Database>(client, flush),
    sent,
    write: (statement) => void kept.push(statement),
    flush,
    async end(last, isWhole) {
      // Not begun yet, so that nothing was read: a single statement is a transaction of its own. Its own update comes
      // first, and waits for the space; then its parts, in their order.
      if (last && isWhole && unsent.length > 0 && areIndependent(kept)) return void (await put(withWrites(last, kept)))
      flush()
      if (last) void put(last)
      const committed = put({ text: 'commit', values: [] })
      await Promise.all(sent)
      const { command } = await committed
      if (command !== 'COMMIT') throw new Error(`The commit answered ${command}.`)
    },
  }
}
