import type { Command } from '../../kernel/command.ts'
import type { ProcedureMeta } from './procedures.ts'

type Procedures = Readonly<Record<string, { readonly _def: { readonly meta?: ProcedureMeta } }>>

/** The commands among a router's procedures, by their paths. */
export function registeredCommands(router: {
  readonly _def: { readonly procedures: unknown }
}): ReadonlyMap<string, Command> {
  const commands = new Map<string, Command>()
  for (const [path, { _def }] of Object.entries(router._def.procedures as Procedures))
    if (_def.meta?.kind === 'command') commands.set(path, _def.meta.command)
  return commands
}
