/** Hears of an error that nobody foresaw; whatever could go on without it has gone on. */
export type OnError = (error: unknown) => void

/** Where nobody asked to hear of errors: thrown outside of everything, where the page reports what nobody has caught. */
export const throwOutside: OnError = (error) =>
  queueMicrotask(() => {
    throw error instanceof Error ? error : new Error('Something that is no error was thrown.', { cause: error })
  })
