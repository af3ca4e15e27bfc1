import { defineCommand } from '../core/command.ts'
import { invalid, notFound } from '../core/errors.ts'
import type { EventDraft } from '../events/define-event.ts'
import { systemAdded, systemDescribed } from './systems.events.ts'
import { can } from './systems.policy.ts'
import { importSystemsInput, type System } from './systems.ts'

/** Adds and mends entries of the catalogue, all rows or none; the same rows again change nothing. */
export const systemImport = defineCommand(
  'system.import',
  importSystemsInput,
  ({ known }: { readonly known: readonly System[] }, { rows }, { actor, ids }) => {
    if (!can.import(actor)) throw notFound()
    if (new Set(rows.map(({ key }) => key)).size < rows.length) throw invalid('twiceInFile')
    const byKey = new Map(known.map((system) => [system.key, system]))
    return rows.flatMap(({ key, name, about }): EventDraft[] => {
      const system = byKey.get(key)
      if (!system) return [systemAdded.of({ systemId: ids(), key, name, about })]
      if (system.name === name && system.about === about) return []
      return [systemDescribed.of({ systemId: system.id, key, name, about })]
    })
  },
)
