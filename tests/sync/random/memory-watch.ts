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
      const text = textOf(given[0])
      if (text.startsWith('begin')) now = { asked: false, wrote: false }
      // Whoever decides on the tables asks first which commands have been answered before.
      if (now && /from command_result/.test(text)) now.asked = true
      if (now && /insert into event /.test(text)) now.wrote = true
      const own = now
      const sent = (query as (...all: unknown[]) => unknown)(...given)
      if (own?.wrote && !own.asked && sent instanceof Promise) {
        if (/insert into event /.test(text))
          sent.catch((error: unknown) => (counted.collided += Number(isTaken(error))))
        if (text === 'commit')
          sent.then(
            (result: { readonly command?: string }) => (counted.trusted += Number(result.command === 'COMMIT')),
            () => undefined,
          )
      }
      return sent
    }
    client.query = watched as typeof client.query
  })
  return counted
}

const textOf = (query: unknown): string =>
  typeof query === 'string' ? query : ((query as { readonly text?: string }).text ?? '')

/** The number of an event, or the head before it, is no longer what it was taken to be. */
function isTaken(error: unknown): boolean {
  const { constraint, column } = error as { readonly constraint?: string; readonly column?: string }
  return constraint === 'event_pkey' || column === 'head'
}
