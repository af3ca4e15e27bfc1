import type { Pool, QueryConfig } from 'pg'

/** A pool that does something before each query, which it is told; what that throws is the query's error. */
export function watchedPool(pool: Pool, before: (text: string) => Promise<void>): Pool {
  return new Proxy(pool, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (key !== 'query') return typeof value === 'function' ? value.bind(target) : value
      return async (asked: QueryConfig | string, values?: unknown[]) => {
        await before(typeof asked === 'string' ? asked : asked.text)
        return target.query(asked, values)
      }
    },
  })
}
