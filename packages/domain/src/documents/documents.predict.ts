import { definePrediction } from '../core/predict.ts'
import type { SpaceState } from '../events/parts.ts'
import { documentArchive, documentCreate, documentRename, documentRestore } from './documents.decide.ts'

const ofDocument = (state: SpaceState, input: { readonly documentId: string }) => ({
  document: state.documents[input.documentId],
})

/** What the browser foresees; what a version contains only the server knows. */
export const documentPredictions = [
  definePrediction(documentCreate, ofDocument),
  definePrediction(documentRename, ofDocument),
  definePrediction(documentArchive, ofDocument),
  definePrediction(documentRestore, ofDocument),
]
