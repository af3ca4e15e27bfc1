export { type Answer, answerOf, type Refusal, type Reply } from './answer.ts'
export { createSyncClient } from './client.ts'
export { answersIn, answerWithin, commandBytes, fileCommandBytes, frameOf } from './courier.ts'
export { browserDisk, type Disk, memoryDisk } from './disk.ts'
export type { Outbox } from './outbox.ts'
export type { ItemState, OutboxItem } from './outbox-item.ts'
export {
  type Beacon,
  type ClientToServer,
  type Commands,
  commandsSchema,
  frameBytes,
  type Place,
  type Presence,
  presenceSchema,
  type PresentPeople,
  protocolHeader,
  protocolVersion,
  type PushedEvents,
  type ServerToClient,
  socketPath,
  type Subscribed,
  subscribeSchema,
} from './protocol.ts'
export { backAfterClosed, backAfterRefused, reconnection } from './reconnection.ts'
export { type ConfirmedSpace, createReplica, type Pending, type Replica } from './replica.ts'
export { sharedWire } from './shared-wire.ts'
export type { Connection, OpenSpace, SyncClient } from './sync-client.ts'
export { browserTabs, knowsTabs, soleTab, type Tabs } from './tabs.ts'
export type { Fetcher, Wire, WireHandlers } from './transport.ts'
export { uuidv7 } from './uuidv7.ts'
