import type { z } from 'zod'
import type { FoldedSpace } from './snapshot.ts'
import type { Reads } from './transaction.ts'

/** What a query works with: reads only, and who asks. It joins `space_member` itself (architecture.md 6). */
export type QueryContext<Input> = {
  readonly db: Reads
  readonly input: Input
  readonly personId: string
  readonly now: string
  /** What this process remembers of a space; the caller looks whether it still holds. */
  remembered(spaceId: string): FoldedSpace | undefined
  /** Hears of a space that was loaded: where it is busy this process remembers it. */
  opened(spaceId: string, space: FoldedSpace): void
  /** Runs reads on one consistent view, all in flight at once. */
  together<Output>(work: (reads: Reads) => Promise<Output>): Promise<Output>
}

/** A query as routers and the authorization table know it. */
export type Query<Name extends string = string, Input extends z.ZodType = z.ZodType, Output = unknown> = {
  readonly name: Name
  readonly input: Input
  readonly handle: (context: QueryContext<z.infer<Input>>) => Promise<Output>
}

/** Defines a query: input in, rows of what the person may see out; throws `notFound` for absent and forbidden alike. */
export function query<const Name extends string, Input extends z.ZodType, Output>(
  name: Name,
  definition: { input: Input; handle: (context: QueryContext<z.infer<Input>>) => Promise<Output> },
): Query<Name, Input, Output> {
  return { name, ...definition }
}
