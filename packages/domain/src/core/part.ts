import type { z } from 'zod'
import type { EventDefinition } from '../events/define-event.ts'
import type { Envelope, Recorded } from '../events/envelope.ts'

/** A noun's share of a space's snapshot: its empty state and the pure function that applies an event to it. */
export type Part<State> = {
  readonly empty: State
  fold(state: State, event: Envelope): State
}

/** How one kind of event changes a part. */
export type Handler<State> = { readonly type: string; apply(state: State, event: Envelope): State }

/** Pairs an event with its effect; the payload has been checked when the event was written. */
export function on<State, Type extends string, Payload extends z.ZodType>(
  event: EventDefinition<Type, Payload>,
  apply: (state: State, event: Recorded<z.infer<Payload>>) => State,
): Handler<State> {
  return { type: event.type, apply: apply as unknown as (state: State, event: Envelope) => State }
}

/** Defines a part. An event that it doesn't know, or about an id that it doesn't hold, leaves it as it is. */
export function definePart<State>(empty: State, handlers: readonly Handler<State>[]): Part<State> {
  const byType = new Map(handlers.map((handler) => [handler.type, handler]))
  return {
    empty,
    fold(state, event) {
      const handler = byType.get(event.type)
      return handler ? handler.apply(state, event) : state
    },
  }
}

/** A copy of `rows` with this one. Assigned, since what is spread beside a computed key is copied key by key: a hundred times slower. */
export function withRow<Row>(rows: Readonly<Record<string, Row>>, id: string, row: Row): Readonly<Record<string, Row>> {
  const copy: Record<string, Row> = Object.assign({}, rows)
  copy[id] = row
  return copy
}

/** A copy of `rows` in which the row `id`, if it is held, is changed. */
export function changed<Row>(
  rows: Readonly<Record<string, Row>>,
  id: string,
  change: (row: Row) => Row,
): Readonly<Record<string, Row>> {
  const row = rows[id]
  return row === undefined ? rows : withRow(rows, id, change(row))
}

/** A copy of `rows` without the row `id`. */
export function without<Row>(rows: Readonly<Record<string, Row>>, id: string): Readonly<Record<string, Row>> {
  if (!(id in rows)) return rows
  const { [id]: _gone, ...rest } = rows
  return rest
}
