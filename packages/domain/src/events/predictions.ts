import type { Prediction } from '../core/predict.ts'
import { boardPredictions } from '../boards/boards.predict.ts'
import { filePredictions } from '../files/files.predict.ts'
import { invitationPredictions } from '../invitations/invitations.predict.ts'
import { organizationPredictions } from '../organizations/organizations.predict.ts'
import { peoplePredictions } from '../people/people.predict.ts'
import { documentPredictions } from '../documents/documents.predict.ts'
import { projectPredictions } from '../projects/projects.predict.ts'
import { rolloutPredictions } from '../rollouts/rollouts.predict.ts'
import { stagePredictions } from '../stages/stages.predict.ts'
import { indicatorPredictions } from '../indicators/indicators.predict.ts'
import { planPredictions } from '../plans/plans.predict.ts'
import { wavePredictions } from '../waves/waves.predict.ts'
import { targetPredictions } from '../targets/targets.predict.ts'
import { milestonePredictions } from '../milestones/milestones.predict.ts'
import { cyclePredictions } from '../cycles/cycles.predict.ts'
import { reportPredictions } from '../reports/reports.predict.ts'
import { threadPredictions } from '../threads/threads.predict.ts'

/** The closed list of commands that can be decided on a folded space, by browsers and servers: a line for each noun. */
export const predictions: ReadonlyMap<string, Prediction> = new Map(
  [
    ...invitationPredictions,
    ...organizationPredictions,
    ...peoplePredictions,
    ...boardPredictions,
    ...filePredictions,
    ...documentPredictions,
    ...projectPredictions,
    ...rolloutPredictions,
    ...stagePredictions,
    ...threadPredictions,
    ...indicatorPredictions,
    ...targetPredictions,
    ...milestonePredictions,
    ...cyclePredictions,
    ...planPredictions,
    ...wavePredictions,
    ...reportPredictions,
  ].map((prediction) => [prediction.name, prediction]),
)
