import type { Icon } from '../icon.ts'

/** One of several to choose from. */
export type Option<V extends string = string> = {
  readonly value: V
  readonly label: string
  /** A second line that explains it. */
  readonly description?: string | undefined
  readonly icon?: Icon | undefined
  readonly isDisabled?: boolean | undefined
}

/** The option with this value; React Aria hands keys back as loose strings. */
export function optionValue<V extends string>(options: readonly Option<V>[], key: unknown): V | undefined {
  return options.find(({ value }) => value === key)?.value
}
