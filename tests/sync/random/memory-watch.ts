import type { HubNode } from '@kolo/api/testing'

/** How often a node's kernel trusted what it remembers of a space. */
export type MemoryWatch = {
  /** Transactions that were decided without asking the database, and committed. */
  readonly trusted: number
  /** Those that the log refused, since somebody else had written meanwhile. */
  readonly collided: number
}

type Step = { asked: boolean; wrote: boolean }

/** Watches the statements on a node's connections, from before the first. */
export function watchMemory({ pool }: HubNode): MemoryWatch {
  const counted = { trusted: 0, collided: 0 }
  pool.on('connect', (client) => {
    let now: Step | undefined
    const query: unknown = client.query.bind(client)
    const watched = (...given: unknown[]): unknown => {
      const [asked] = given
      const texts = textsOf(asked)
      for (const text of texts) {
        if (text.startsWith('begin')) now = { asked: false, wrote: false }
        // Whoever decides on the tables, or catches up, asks first which commands have been answered before.
        if (now && /from command_result/.test(text)) now.asked = true
        if (now && /insert into event /.test(text)) now.wrote = true
      }
      // A command alone is one statement, which is a transaction of its own.
      const isAlone = !now && texts.some((text) => /insert into event /.test(text))
      if ((isAlone || (now?.wrote && !now.asked)) && isTurn(asked)) {
        const { callback } = asked
        asked.callback = (error) => {
          if (error) counted.collided += Number(isTaken(error))
          else counted.trusted += Number(isAlone || texts.includes('commit'))
          callback(error)
        }
      }
      if (texts.some((text) => text === 'commit' || text === 'rollback')) now = undefined
      return (query as (...all: unknown[]) => unknown)(...given)
    }
    client.query = watched as typeof client.query
  })
  return counted
}

/** The statements of a turn, as the kernel sends them. */
type Turn = { readonly texts: readonly string[]; callback: (error?: Error) => void }
const isTurn = (query: unknown): query is Turn => typeof query === 'object' && query !== null && 'texts' in query

function textsOf(query: unknown): readonly string[] {
  if (isTurn(query)) return query.texts
  return [typeof query === 'string' ? query : ((query as { readonly text?: string }).text ?? '')]
}

/** The number of an event, or the head before it, is no longer what it was taken to be. */
function isTaken(error: unknown): boolean {
  const { constraint, column } = error as { readonly constraint?: string; readonly column?: string }
  return constraint === 'event_pkey' || column === 'head'
}
