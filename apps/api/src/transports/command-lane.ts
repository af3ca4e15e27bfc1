import { type Command, namesItsSpace } from '../kernel/command.ts'

type Asked = { readonly command: Command | undefined; readonly input: unknown }

/**
 * The one space that commands name, if they do: those on a space wait in its queue, and take no more of the database
 * however many they are. Others have to ask it first.
 */
export function laneOf(asked: readonly Asked[]): string | undefined {
  const [space, ...others] = new Set(asked.map(spaceNamed))
  return others.length === 0 ? space : undefined
}

function spaceNamed({ command, input }: Asked): string | undefined {
  if (!command || !namesItsSpace(command) || typeof input !== 'object' || input === null) return undefined
  return 'spaceId' in input && typeof input.spaceId === 'string' ? input.spaceId : undefined
}
