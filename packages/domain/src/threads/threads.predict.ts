import type { SpaceState } from '../events/parts.ts'
import { definePrediction } from '../core/predict.ts'
import {
  messagePost,
  threadMarkRead,
  threadRename,
  threadReopen,
  threadResolve,
  threadStart,
} from './threads.decide.ts'

const ofThread = (state: SpaceState, input: { readonly threadId: string }) => ({
  thread: state.threads[input.threadId],
})

/** What the browser foresees; edits and deletions of messages live on loaded pages and wait for the log. */
export const threadPredictions = [
  definePrediction(threadStart, ofThread),
  definePrediction(threadRename, ofThread),
  definePrediction(threadResolve, ofThread),
  definePrediction(threadReopen, ofThread),
  definePrediction(messagePost, ofThread),
  // In the personal space, which holds the markers.
  definePrediction(threadMarkRead, (state, input) => ({ number: state.reads[input.threadId] ?? 0 })),
]
