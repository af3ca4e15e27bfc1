import { definePrediction } from '../core/predict.ts'
import { invitationRevoke } from './invitations.decide.ts'

/** What the browser foresees of invitations; sending waits for the server, which knows the organizations. */
export const invitationPredictions = [
  definePrediction(invitationRevoke, (state, input) => ({ invitation: state.invitations[input.invitationId] })),
]
