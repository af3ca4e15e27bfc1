import { defineCommand } from '../core/command.ts'
import { invalid, notFound } from '../core/errors.ts'
import { afterChoice } from './waves.fold.ts'
import { type ChosenList, chooseWaveInput, chosenLists, mostChosen, type Wave } from './waves.ts'
import { waveChosen } from './waves.events.ts'
import { can } from './waves.policy.ts'

type ChoiceState = {
  /** Whether `spaceId` is a project's coordination space. */
  readonly isCoordination: boolean
  readonly wave: Wave
}

/** Chooses what the next wave consists of; whether each can be is seen in its preview, and said when it is created. */
export const waveChoose = defineCommand('wave.choose', chooseWaveInput, (state: ChoiceState, input, { actor }) => {
  if (!can.choose(actor) || !state.isCoordination) throw notFound()
  const { wave } = state
  const of = (ids: (list: ChosenList) => readonly string[]) => ({
    planIds: [...ids('planIds')],
    municipalityIds: [...ids('municipalityIds')],
    partnerOrganizationIds: [...ids('partnerOrganizationIds')],
  })
  const next = afterChoice(wave, input)
  for (const list of chosenLists)
    if (next[list].length > mostChosen[list]) throw invalid('tooManyChosen', { limit: mostChosen[list] })
  const startsOn = next.startsOn === wave.startsOn ? undefined : (next.startsOn ?? undefined)
  const add = of((list) => next[list].filter((id) => !wave[list].includes(id)))
  const remove = of((list) => wave[list].filter((id) => !next[list].includes(id)))
  const isSame = chosenLists.every((list) => add[list].length + remove[list].length === 0) && startsOn === undefined
  return isSame ? [] : [waveChosen.of({ add, remove, startsOn })]
})
