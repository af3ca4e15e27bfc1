import { type OnError, throwOutside } from './on-error.ts'

/** Those who want to hear of something. */
export type ListenerSet<Given extends readonly unknown[]> = {
  /** Returns how to hear no more. */
  add(listener: (...given: Given) => void): () => void
  tell(...given: Given): void
}

/** Makes the set; a listener that throws keeps nobody else from hearing, nor whoever tells from going on. */
export function listenerSet<Given extends readonly unknown[] = []>(
  onError: OnError = throwOutside,
): ListenerSet<Given> {
  const listeners = new Set<(...given: Given) => void>()
  return {
    add(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell(...given) {
      for (const listener of listeners)
        try {
          listener(...given)
        } catch (error) {
          onError(error)
        }
    },
  }
}
