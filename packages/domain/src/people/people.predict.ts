import { definePrediction } from '../core/predict.ts'
import { administratorAppoint, personRename, preferencesChoose } from './people.decide.ts'

/** What the browser foresees of accounts; the rest waits for the server, which knows every space concerned. */
export const peoplePredictions = [
  definePrediction(personRename, (state, input) => ({
    person: state.people[input.personId],
    networkSpaceId: input.spaceId,
  })),
  definePrediction(administratorAppoint, (state, input) => ({ person: state.people[input.personId] })),
  definePrediction(preferencesChoose, (state) => ({
    rendition: state.preferences?.rendition ?? '',
    theme: state.preferences?.theme ?? null,
  })),
]
