import type { z } from 'zod'
import * as spaces from '../spaces/spaces.events.ts'
import * as threads from '../threads/threads.events.ts'
import type { EventDefinition } from './define-event.ts'

const nouns = [spaces, threads]

/** Every event there is, by type: a line for each noun above. */
export const eventRegistry: ReadonlyMap<string, EventDefinition<string, z.ZodType>> = new Map(
  nouns.flatMap((noun) => Object.values(noun) as EventDefinition<string, z.ZodType>[]).map((event) => [event.type, event]),
)
