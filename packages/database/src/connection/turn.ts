import pg from 'pg'

/** What became of a statement. */
export type Result = { readonly rows: object[]; readonly rowCount: number | null; readonly command: string }

/** A statement on its way, prepared under its name. */
export type Statement = {
  readonly text: string
  readonly name: string | undefined
  readonly values: readonly unknown[]
  answer(result: Result): void
  fail(error: Error): void
}

/** The connection of a client of pg, as far as its queries use it. */
type Wire = {
  readonly stream: { cork(): void; uncork(): void }
  readonly submittedNamedStatements: Record<string, string>
  sync(): void
}

/** A query of pg with what its client calls: the types don't name it, hence the exact version in package.json. */
type Prepared = pg.Query & {
  readonly name: string | undefined
  readonly text: string
  readonly _result: { _types: unknown }
  prepare(wire: Wire): void
  handleRowDescription(message: unknown): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, wire: Wire): void
  handleEmptyQuery(wire: Wire): void
  handleReadyForQuery(wire: Wire): void
  handleError(error: Error, wire: Wire): void
}
const BaseQuery = pg.Query as unknown as new (config: object, callback: (error?: Error) => void) => Prepared

/**
 * The statements of one turn with a single *Sync* behind them: the database answers them in one write instead of one for
 * each, which is what a short transaction spends most of its time on. Behind one that fails none is run.
 */
export class Turn extends BaseQuery {
  /** What it consists of. */
  readonly texts: readonly string[]
  readonly #queries: Prepared[]
  #at = 0

  constructor(statements: readonly Statement[], types: unknown) {
    super({ text: '' }, () => undefined)
    this.texts = statements.map(({ text }) => text)
    this.#queries = statements.map(({ text, name, values, answer, fail }) => {
      const query = new BaseQuery({ text, values, ...(name === undefined ? {} : { name }) }, ((
        error: Error | undefined,
        result: Result,
      ) => (error ? fail(error) : answer(result))) as never)
      query._result._types = types
      return query
    })
    // The client asks the query that is under way which statement has been prepared.
    Object.defineProperty(this, 'name', { get: () => this.#queries[this.#at]?.name })
    Object.defineProperty(this, 'text', { get: () => this.#queries[this.#at]?.text })
  }

  override submit = (connection: unknown): void => {
    const wire = connection as Wire
    const quiet = Object.create(wire, { sync: { value: () => undefined } }) as Wire
    wire.stream.cork()
    for (const query of this.#queries) query.prepare(quiet)
    wire.sync()
    wire.stream.uncork()
  }

  override handleRowDescription(message: unknown): void {
    this.#queries[this.#at]?.handleRowDescription(message)
  }

  override handleDataRow(message: unknown): void {
    this.#queries[this.#at]?.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    this.#queries[this.#at]?.handleCommandComplete(message, wire)
    this.#complete(wire)
  }

  override handleEmptyQuery(wire: Wire): void {
    this.#complete(wire)
  }

  /** The last is answered with *ReadyForQuery*: until then nobody else may use the connection. */
  #complete(wire: Wire): void {
    if (this.#at === this.#queries.length - 1) return
    this.#queries[this.#at]?.handleReadyForQuery(wire)
    this.#at += 1
  }

  override handleReadyForQuery(wire: Wire): void {
    this.#queries[this.#at]?.handleReadyForQuery(wire)
    this.#at = this.#queries.length
    this.#settled(undefined)
  }

  /** Of the statement under way, or of the connection. */
  override handleError(error: Error, wire: Wire): void {
    const [failed, ...behind] = this.#queries.slice(this.#at)
    this.#at = this.#queries.length
    failed?.handleError(error, wire)
    const why = error instanceof pg.DatabaseError ? new NotRun(error) : error
    for (const query of behind) {
      if (query.name !== undefined) delete wire.submittedNamedStatements[query.name]
      query.handleError(why, wire)
    }
    this.#settled(error)
  }

  /** The client waits for this one to end its own time limit. */
  #settled(error: Error | undefined): void {
    ;(this as unknown as { callback: (error?: Error) => void }).callback(error)
  }
}

/** A statement before it failed, in the same turn: it was never run. PostgreSQL's own word for it outside of a turn is 25P02. */
export class NotRun extends Error {
  readonly code = '25P02'
  constructor(cause: Error) {
    super('Not run: a statement before it failed.', { cause })
    this.name = 'NotRun'
  }
}
