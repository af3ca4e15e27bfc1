import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import { type Connection, send } from './send.ts'

/**
 * A Kysely over one connection that somebody else has acquired, without a queue of its own: with a pipelining client
 * several queries are in flight at once. Whoever owns the connection sends `begin` and `commit`. Kysely hands a query over
 * a few microtasks after `execute()`: a `commit` sent to the client in the same turn overtakes it. `before` is called ahead of each query.
 */
export function pipelined<DB>(client: Connection, before: () => void = () => undefined): Kysely<DB> {
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      before()
      const { rows, rowCount, command } = await send<Row & object>(client, sql, parameters)
      return changes.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows }
    },
    streamQuery() {
      throw new Error('A pipelined connection streams nothing.')
    },
  }
  return new Kysely<DB>({ dialect: dialectOf(connection) })
}

const changes: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

const refuse = async (): Promise<never> => {
  throw new Error('Whoever owns the connection begins and ends its transaction.')
}

function dialectOf(connection: DatabaseConnection): Dialect {
  const driver: Driver = {
    init: async () => undefined,
    acquireConnection: async () => connection,
    releaseConnection: async () => undefined,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    destroy: async () => undefined,
  }
  return {
    createDriver: () => driver,
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
}
