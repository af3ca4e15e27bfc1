import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'

/** What is needed of an acquired connection: a client of pg, its pool's or its own. */
export type Connection = {
  query(config: {
    text: string
    values: unknown[]
    name?: string
  }): Promise<{ rows: object[]; rowCount: number | null; command: string }>
}

const mostStatements = 500
const names = new Map<string, string>()

/**
 * The name under which each connection prepares a statement, once, instead of parsing and planning it every time.
 * Lists of different lengths make endlessly many texts: those beyond the limit stay without a name.
 */
function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostStatements) return known
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/** Sends a query in one write with everything else that is sent in this turn; prepared where it has values. */
export async function send<Row extends object>(
  client: Connection,
  text: string,
  values: readonly unknown[],
): Promise<{ rows: Row[]; rowCount: number | null; command: string }> {
  gatherWrites(client)
  // Without values the text may hold several statements (migrations), which can't be prepared.
  const name = values.length === 0 ? undefined : statementName(text)
  const result = await client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
  return { ...result, rows: result.rows as Row[] }
}

const gathering = new WeakSet<Duplex>()

/** Each write is a call of the system and wakes the database's process: the queries of a turn travel together. */
export function gatherWrites(client: object): void {
  const { connection } = client as { readonly connection?: { readonly stream: Duplex } }
  if (!connection || gathering.has(connection.stream)) return
  const { stream } = connection
  gathering.add(stream)
  stream.cork()
  process.nextTick(() => {
    gathering.delete(stream)
    stream.uncork()
  })
}
