import { definePrediction } from '../core/predict.ts'
import { fileRemove } from './files.decide.ts'

/** Adding waits for the upload and is shown by its progress. */
export const filePredictions = [definePrediction(fileRemove, (state, input) => ({ file: state.files[input.fileId] }))]
