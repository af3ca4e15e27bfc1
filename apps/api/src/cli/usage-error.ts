/** The command was called with the wrong words; the message says which are right. */
export class UsageError extends Error {}
