import type { Command, Sender } from './command.ts'

/** One sent command on its way through the kernel. */
export type Job = {
  readonly command: Command
  readonly sender: Sender
  readonly commandId: string
  readonly input: unknown
  readonly payloadHash: Buffer
  /** The first one's role counts, and its log gets events without an address of their own. */
  readonly spaceIds: readonly string[]
}

/** Jobs that are done in the order in which they came; once one could not be done now, none behind it is tried. */
export type Sequence = { broken: boolean }

/** What tells one command of a person from all others, for ever. */
export const jobKey = (job: { readonly sender: Sender; readonly commandId: string }): string =>
  `${job.sender.personId} ${job.commandId}`
