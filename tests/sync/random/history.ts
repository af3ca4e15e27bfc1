import type { Answer } from '@kolo/sync'
import type { SpaceState } from '@kolo/domain/events/parts'
import type { Envelope } from '@kolo/domain/events/envelope'

/** A command as a person gave it. */
export type Given = {
  readonly commandId: string
  readonly spaceId: string
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
}

/** What somebody saw or was told; the order in the list is the order in which it happened. */
export type Happening =
  | { readonly what: 'epoch'; readonly epoch: string }
  /** `seen`: how far the browser had followed the space when the command was given. */
  | {
      readonly what: 'given'
      readonly browser: string
      readonly life: number
      readonly seen: number
      readonly command: Given
    }
  /** The server answered; the answer may be lost on its way. */
  | { readonly what: 'answered'; readonly commandId: string; readonly answer: Answer }
  /** The browser has the answer. */
  | {
      readonly what: 'acknowledged'
      readonly browser: string
      readonly life: number
      readonly command: Given
      readonly answer: Answer
    }
  | {
      readonly what: 'pushed'
      readonly personId: string
      readonly events: readonly Pick<Envelope, 'spaceId' | 'seq'>[]
      /**
       * How far the node knew who is a member: it has heard of the log so far without a gap, or has asked the tables
       * since.
       */
      readonly heard: number
    }
  /** So many events came out of a browser's line at once. */
  | { readonly what: 'brought'; readonly browser: string; readonly events: number }
  /** The browser heard of the space's head. */
  | {
      readonly what: 'told'
      readonly browser: string
      readonly life: number
      readonly spaceId: string
      readonly epoch: string
      readonly head: number
    }
  | {
      readonly what: 'asked'
      readonly browser: string
      readonly life: number
      readonly spaceId: string
      readonly request: number
    }
  | {
      readonly what: 'snapshot'
      readonly browser: string
      readonly life: number
      readonly spaceId: string
      readonly request: number
      readonly epoch: string
      readonly seq: number
    }
  /** What a person sees of a space; `opening` numbers the times at which it was opened anew. */
  | {
      readonly what: 'seen'
      readonly browser: string
      readonly life: number
      readonly opening: number
      readonly spaceId: string
      readonly epoch: string
      readonly seq: number
      readonly parts: SpaceState
      readonly view: SpaceState
    }

/** How a browser stands when everything has come to rest. */
export type Rest = {
  readonly browser: string
  readonly spaceId: string
  readonly member: boolean
  readonly status: string
  readonly epoch: string | undefined
  readonly seq: number | undefined
  readonly parts: SpaceState | undefined
  readonly view: SpaceState | undefined
  readonly unsent: number
  /** The browser's disk holds it. */
  readonly kept: boolean
}

/** A command that stands in a browser's outbox when everything has come to rest. */
export type Kept = { readonly browser: string; readonly commandId: string; readonly refusal: string | undefined }

/** A space by the server's word, after the run. */
export type SpaceRecord = {
  readonly head: number
  readonly events: readonly Envelope[]
  /** What the tables say at its head. */
  readonly fresh: { readonly epoch: string; readonly seq: number; readonly parts: SpaceState }
}

/** All that the checker reads. */
export type Evidence = {
  readonly history: readonly Happening[]
  readonly rests: readonly Rest[]
  readonly kept: readonly Kept[]
  readonly spaces: ReadonlyMap<string, SpaceRecord>
  /** Commands of the people that the hub has recorded as done, also those that had nothing to do. */
  readonly done: ReadonlySet<string>
  /** Commands that no browser has given: those which made the project and changed who takes part. */
  readonly arrangements: ReadonlySet<string>
}
