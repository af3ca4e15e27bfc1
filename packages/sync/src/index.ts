export { type Answer, createOutbox, type ItemState, type Outbox, type OutboxItem, type OutboxStore } from './outbox.ts'
export { diskStore, memoryStore } from './outbox-store.ts'
export { createSyncClient, type Fetcher, type OpenSpace, type SyncClient, type Wire } from './client.ts'
export {
  type Beacon,
  type ClientToServer,
  type Presence,
  presenceSchema,
  type PresentPeople,
  protocolVersion,
  type PushedEvents,
  type ServerToClient,
  socketPath,
  type Subscribed,
  subscribeSchema,
} from './protocol.ts'
export { type ConfirmedSpace, createReplica, type Pending, type Replica } from './replica.ts'
export { uuidv7 } from './uuidv7.ts'
