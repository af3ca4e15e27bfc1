export { type Answer, answerOf, answersIn, type Refusal, type Reply } from './answer.ts'
export { browserDisk } from './browser-disk.ts'
export { createSyncClient } from './client.ts'
export { answerWithin, commandBytes, fileCommandBytes, frameOf } from './courier.ts'
export { type Disk, memoryDisk } from './disk.ts'
export type { OnError } from './on-error.ts'
export type { Outbox } from './outbox.ts'
export type { ItemState, OutboxItem } from './outbox-item.ts'
export {
  type Beacon,
  type ClientToServer,
  type Commands,
  commandsPerFrame,
  commandsSchema,
  frameBytes,
  type LogEnd,
  personHeader,
  type Place,
  type Presence,
  presenceSchema,
  type PresentPeople,
  type PushedEvents,
  type ServerToClient,
  socketPath,
  type Subscribed,
  subscribeSchema,
} from './protocol.ts'
export type { Connection } from './reachability.ts'
export { backAfterClosed, backAfterRefused, reconnection } from './reconnection.ts'
export type { Pending } from './pending.ts'
export { type ConfirmedSpace, createReplica, type Replica } from './replica.ts'
export { sharedWire } from './shared-wire.ts'
export type { OpenSpace, SyncClient } from './sync-client.ts'
export { inTables, outOfTables, type Table } from './tables.ts'
export { browserTabs, knowsTabs, soleTab, type Tabs } from './tabs.ts'
export type { Fetcher, Wire, WireHandlers } from './transport.ts'
export { uuidv7 } from './uuidv7.ts'
export { isOlder, protocolHeader, protocolVersion } from './version.ts'
