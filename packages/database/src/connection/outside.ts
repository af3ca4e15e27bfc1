import { AsyncLocalStorage } from 'node:async_hooks'

const inside = new AsyncLocalStorage<boolean>()

/** Runs work that belongs to a transaction: until it is done, what `forbidOutside` guards throws in it. */
export function insideTransaction<Output>(work: () => Output): Output {
  return inside.run(true, work)
}

/**
 * Guards a handle that reads and writes outside of any transaction (a Kysely, a pool): using it inside of one would miss
 * the transaction's own writes and could wait for its locks for ever.
 */
export function forbidOutside<Handle extends object>(handle: Handle): Handle {
  return new Proxy(handle, {
    get(target, key) {
      if (inside.getStore())
        throw new Error(`Inside a transaction use its own handle, not the outer one (${String(key)}).`)
      const value: unknown = Reflect.get(target, key, target)
      // Private fields are found on the handle itself only.
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
