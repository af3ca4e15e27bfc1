export { pipelined } from './connection/pipelined.ts'
export { createDatabase, createPool } from './connection/pool.ts'
export type { Database } from './schema/database.ts'
export { migrations } from './migrations/index.ts'
