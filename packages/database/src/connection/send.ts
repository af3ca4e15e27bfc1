import { createHash } from 'node:crypto'
import pg from 'pg'
import { type Result, type Statement, Turn } from './turn.ts'

/** What is needed of an acquired connection: a client of pg, its pool's or its own. One that pipelines sends in turns. */
export type Connection = { query(config: { text: string; values: unknown[] }): Promise<Result> }

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

// pg's own: what it can't write is found out before anything is on the line.
const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } }).utils

const gathered = new WeakMap<Connection, Statement[]>()

/**
 * Sends a statement together with all others that are sent in this turn, in order; behind one that fails none of them is
 * run. A text of several statements (migrations) goes for itself, behind what was sent before.
 */
export async function send<Row extends object>(
  client: Connection,
  text: string,
  values: readonly unknown[] = [],
): Promise<Omit<Result, 'rows'> & { readonly rows: Row[] }> {
  const goesAlone = text.includes(';') || !pipelines(client)
  const result = await (goesAlone ? alone(client, text, values) : inTurn(client, text, values.map(prepareValue)))
  return { ...result, rows: result.rows as Row[] }
}

function inTurn(client: Connection, text: string, values: readonly unknown[]): Promise<Result> {
  const statements = gathered.get(client) ?? []
  if (statements.length === 0) {
    gathered.set(client, statements)
    // Behind all that follows from what is known already: promises that are kept come before it.
    process.nextTick(flush, client)
  }
  return new Promise((answer, fail) => {
    statements.push({ text, name: statementName(text), values, answer, fail })
  })
}

function alone(client: Connection, text: string, values: readonly unknown[]): Promise<Result> {
  flush(client)
  return client.query({ text, values: [...values] })
}

function flush(client: Connection): void {
  const statements = gathered.get(client) ?? []
  if (statements.length === 0) return
  gathered.delete(client)
  ;(client as unknown as pg.ClientBase).query(new Turn(statements, (client as { _types?: unknown })._types))
}

const pipelines = (client: Connection): boolean => 'pipeline' in client && client.pipeline === true
