import type { OnError } from './on-error.ts'
import type { PresentPeople } from './protocol.ts'
import { createReplica, type Replica } from './replica.ts'

/** `loading`: nothing to show yet; `ready`: from the disk or the server; `forbidden`: absent, or closed to the person. */
export type SpaceStatus = 'loading' | 'ready' | 'forbidden'

/** A space that is open, and how it is brought to the server's head. */
export type SpaceEntry = {
  readonly replica: Replica
  status: SpaceStatus
  people: PresentPeople['people']
  /** How often it was opened: what was asked for in an earlier opening may have been closed since. */
  opening: number
  /** So many views use it. */
  holders: number
  /** The server is being asked for what is missing. */
  catching: boolean
  /** Asked for meanwhile, so that it is asked once more. */
  again: boolean
  /** The hub's log has another event where this one has its own: it is given up for a snapshot. */
  isOfAnotherLog: boolean
  /** No answer came, and it will be asked for again. */
  retrying: boolean
  /** How far it was itself when the server last named its head; 0: not known. No later head of the same log is behind that. */
  seqAtLastBeacon: number
  /** Where something broke when it was to be brought further, which is told once. */
  stuckAt: number | undefined
}

/** A space of which nothing is known yet. */
export const newEntry = (spaceId: string, personId: string, onError: OnError): SpaceEntry => ({
  replica: createReplica(spaceId, personId, onError),
  status: 'loading',
  people: [],
  opening: 1,
  holders: 0,
  catching: false,
  again: false,
  isOfAnotherLog: false,
  retrying: false,
  seqAtLastBeacon: 0,
  stuckAt: undefined,
})
